/**
 * Generated histories for tests of laws: any commands, in any order and on any days. The plan has three registered
 * activities, so that most commands are accepted.
 */
import * as Arbitrary from "effect/Arbitrary"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Command } from "../src/Command.ts"
import type { DecidedEvent } from "../src/decisions/DecisionResult.ts"
import { Day } from "../src/Day.ts"
import { decide } from "../src/decisions/Decision.ts"
import { type Event, type Fact, isFact, isPointer } from "../src/Event.ts"
import { ActivityId, type Position } from "../src/Names.ts"
import { decisionStateAt } from "../src/decisions/DecisionState.ts"
import type { RecordedEvent } from "../src/RecordedEvent.ts"
import type { Status } from "../src/Status.ts"
import { date, type Given, logOf, position } from "./given.ts"
import { opened, registered } from "./sample.ts"

export const ids = ["a", "a.del", "b", "c"].map((id) => ActivityId.make(id))
const epoch = Day.toNumber(Day.of(2020, 1, 1))
export const Index = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 999 }))

const tags = Object.keys(Command.cases) as ReadonlyArray<Command["_tag"]>

/** A step encoded in small numbers and few words, so that values often repeat and failures are easy to read. */
const Step = Schema.Struct({
  tag: Schema.Literals(tags),
  activity: Schema.Literals(ids),
  words: Schema.Literals(["Pågår", "Paus", "100 VC 🏥"]),
  date: Schema.Literals(["2021-12-31", "2024-06", "2024-", "tidigt under 2026", "tills vidare", "2021-02-29", "snart"]),
  status: Schema.Literals(["NotStated", "InProgress", "Delayed", "Completed", "Discontinued"]),
  none: Schema.Boolean,
  position: Index,
  day: Index
})
export type Step = typeof Step.Type

/** Lists with a minimum length, because most generated lists would otherwise be empty. */
export const several = <A>(schema: Schema.Schema<A>, minLength: number): Arbitrary.Arbitrary<ReadonlyArray<A>> =>
  Arbitrary.array(Arbitrary.schema(schema), { minLength, maxLength: 40 })
export const Steps = several(Step, 15)

/**
 * Returns the command of a step for a plan with this log. Replacements are facts of the log, mostly of the type they
 * replace.
 */
const commandOf = (step: Step, log: ReadonlyArray<RecordedEvent>): Command => {
  const { activity, none, tag, words } = step
  const text = none ? null : words
  const on = date(step.date)
  const at = (step.position % log.length) + 1
  switch (tag) {
    case "OpenPlan":
      return { _tag: tag, title: words }
    case "HoldReview":
      return { _tag: tag, heldOn: Day.fromNumber(epoch + step.position), title: text }
    case "RegisterActivity":
      return {
        _tag: tag,
        activity,
        kind: none ? "activity" : "milestone",
        parent: none ? null : (ids[step.position % ids.length] ?? null),
        area: text,
        goal: words,
        actions: text,
        responsible: text,
        deadline: none ? null : on
      }
    case "RewordActivity":
      return { _tag: tag, activity, area: text, goal: words, actions: text }
    case "ChangeResponsible":
      return { _tag: tag, activity, to: text }
    case "MoveDeadline":
      return { _tag: tag, activity, to: on, reason: text }
    case "ApproveBaseline":
      return { _tag: tag, activity, to: on, decision: words }
    case "RequestExtension":
      return { _tag: tag, activity, to: on, reason: text }
    case "DecideExtension": {
      const requests = log.filter(({ type }) => type === "ExtensionRequested")
      return {
        _tag: tag,
        request: requests[step.position % (requests.length || 1)]?.position ?? position(at),
        outcome: none ? "refused" : "granted",
        to: none || step.day % 2 === 0 ? null : on,
        decision: words
      }
    }
    case "DeclareDependency":
      return { _tag: tag, activity, on: ids[step.position % ids.length] ?? activity, words: text }
    case "EndDependency":
      return { _tag: tag, activity, on: ids[step.position % ids.length] ?? activity, reason: text }
    case "LinkMilestone":
      return {
        _tag: tag,
        activity: ids[1] ?? activity,
        to: none ? null : (ids[step.position % ids.length] ?? activity)
      }
    case "ChangeStatus":
      return { _tag: tag, activity, to: statusOf(step) }
    case "ReopenActivity":
      return { _tag: tag, activity }
    case "NoteFollowUp":
      return { _tag: tag, activity, text: words }
    case "SetTarget":
      return { _tag: tag, activity, measure: words, value: none ? null : step.position, unit: text, words }
    case "RecordMeasurement":
      return {
        _tag: tag,
        activity,
        measure: words,
        value: step.position,
        unit: text,
        qualifier: none ? null : "about",
        period: none ? null : on,
        words
      }
    case "RaiseFinding":
      return {
        _tag: tag,
        activity: none ? null : activity,
        code: words === "Paus" ? "StatusUnreadable" : "Odd",
        severity: "info",
        column: text,
        words
      }
    case "DecideColumn":
      return { _tag: tag, heading: words, column: none ? "none" : "newDeadline" }
    case "RepeatFindings": {
      const raised = log.filter(({ type }) => type === "FindingRaised").map((record) => record.position)
      const from = step.position % (raised.length || 1)
      return { _tag: tag, positions: raised.length === 0 ? [position(at)] : raised.slice(from, from + 2) }
    }
    case "WaiveFinding": {
      const raised = log.filter(({ type }) => type === "FindingRaised")
      return {
        _tag: tag,
        position: raised[step.position % (raised.length || 1)]?.position ?? position(at),
        reason: words
      }
    }
    case "Correct": {
      const type = log[at - 1]?.type
      const alike = log.filter((record) => record.type === type && record.position !== at)
      const fact = (alike.at(step.day % (alike.length || 1)) ?? log[0])?.event ?? null
      return {
        _tag: tag,
        position: position(at),
        replacement: !none && fact !== null && isFact(fact) ? fact : null,
        reason: words
      }
    }
    case "Redact":
      return { _tag: tag, position: position(at), decision: words, whole: !none }
    case "KeepEdition":
      return { _tag: tag, ...keptOf(step) }
    case "EraseEdition": {
      const { sha256 } = keptOf(step)
      const cells = none ? null : [{ table: 1, row: step.position + 1, column: 1 }]
      return { _tag: tag, sha256, cells, content: none ? null : "d".repeat(64), decision: words }
    }
  }
}

const keptOf = ({ day }: Step) =>
  day % 2 === 0
    ? { sha256: "a".repeat(64), content: "1".repeat(64) }
    : { sha256: "b".repeat(64), content: "2".repeat(64) }

const statusOf = ({ date: on, none, status, words }: Step): Status => {
  switch (status) {
    case "Completed":
      return { _tag: status, on: none ? null : date(on) }
    case "Discontinued":
      return { _tag: status, reason: words }
    case "NotStated":
    case "InProgress":
    case "Delayed":
      return { _tag: status }
  }
}

/** A decision in a history: the log, the command and the result. */
export interface Decided {
  readonly command: Command
  readonly asOf: Day
  readonly before: ReadonlyArray<Given>
  readonly happened: ReadonlyArray<Given>
}

const beginning: ReadonlyArray<Given> = [opened, ...["a", "b", "c"].map((id) => registered(ActivityId.make(id)))].map(
  (event: DecidedEvent) => ({ ...event, effectiveOn: Day.fromNumber(epoch) })
)

/** Decides the steps in order. `inTime`: each has a later effective day than the one before; otherwise any day. */
export const decisions = (steps: ReadonlyArray<Step>, inTime: boolean): ReadonlyArray<Decided> => {
  let events = beginning
  return steps.map((step, i) => {
    const log = logOf(events)
    const asOf = Day.fromNumber(epoch + (inTime ? (i + 1) * 7 : step.day))
    const command = commandOf(step, log)
    const decision = decide(command, decisionStateAt(log, { asOf }))
    const happened = Result.isSuccess(decision)
      ? decision.success.map((event) => ({ ...event, effectiveOn: asOf }))
      : []
    const before = events
    events = [...events, ...happened]
    return { command, asOf, before, happened }
  })
}

/** The events at the end of a history. */
export const history = (steps: ReadonlyArray<Step>, inTime: boolean): ReadonlyArray<Given> => {
  const last = decisions(steps, inTime).at(-1)
  return last === undefined ? beginning : [...last.before, ...last.happened]
}

/**
 * Returns the same events in another order. `order` holds indices of `events`; references to positions are adjusted.
 */
export const reordered = (events: ReadonlyArray<Given>, order: ReadonlyArray<number>): ReadonlyArray<Given> => {
  const places = new Map(order.map((from, to) => [from + 1, position(to + 1)]))
  const placeOf = (old: Position): Position => places.get(old) ?? old
  return order.flatMap((from) => {
    const given = events[from]
    return given === undefined ? [] : [{ ...given, event: given.event && movedTo(given.event, placeOf) }]
  })
}

type Moved = (old: Position) => Position

/** Returns what remains of an event in words that name its new position. */
const renamed = (remains: Fact, old: Position, now: Position): Fact =>
  JSON.parse(JSON.stringify(remains).replaceAll(` #${old}]`, ` #${now}]`)) as Fact

/** Returns an event with the positions that it names, also in what replaces another. */
const movedTo = (event: Event, placeOf: Moved): Event => {
  if (isFact(event)) return factMovedTo(event, placeOf)
  if (!isPointer(event)) return event
  const position = placeOf(event.position)
  if (event._tag === "Redacted") {
    const { corrects, remains, ...decided } = event
    return {
      ...decided,
      position,
      ...(remains === undefined
        ? {}
        : { remains: remains && renamed(factMovedTo(remains, placeOf), event.position, position) }),
      ...(corrects === undefined ? {} : { corrects: placeOf(corrects) })
    }
  }
  if (event.replacement === null) return { ...event, position }
  return { ...event, position, replacement: factMovedTo(event.replacement, placeOf) }
}

const factMovedTo = (fact: Fact, placeOf: Moved): Fact => {
  if (fact._tag === "FindingsRepeated") return { ...fact, positions: fact.positions.map(placeOf) }
  return fact._tag === "ExtensionDecided" ? { ...fact, request: placeOf(fact.request) } : fact
}
