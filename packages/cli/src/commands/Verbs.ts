/**
 * The verbs by hand: each takes one command to the plan.
 */
import {
  ActivityId,
  type Command as PlanCommand,
  Correction,
  type Day,
  Fact,
  Plan,
  PlanId,
  Position,
  type RecordedEvent,
  slug,
  Status,
  Text
} from "@frist/domain"
import type { Phrases } from "@frist/documents"
import { type Appended } from "@frist/store/EventLog"
import { record } from "@frist/store/Recording"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { wrongUsage } from "../Failure.ts"
import {
  activityArgument,
  dateArgument,
  dayArgument,
  optionalDay,
  readPlan,
  session,
  type Session,
  withLog
} from "../Session.ts"

const argument = (name: string, description: string) =>
  Argument.String(name).pipe(Argument.withDescription(description))
const option = (name: string, description: string, metavar: string) =>
  Flag.String(name).pipe(Flag.withDescription(description), Flag.withMetavar(metavar))

const activity = argument("ACTIVITY", "Its id, or enough of it")
const on = option("on", "The day it was true or was said; default today", "DATE").pipe(Flag.optional)

/** Text that can be stored, or wrong usage. */
const storable = (text: string, { text: { errors } }: Phrases) => {
  const fault = text.trim() === "" ? "is empty" : Text.fault(text)
  return fault === undefined ? Effect.succeed(text) : Effect.fail(wrongUsage(errors.notText(fault)))
}
const storableOption = (text: Option.Option<string>, phrase: Phrases) =>
  Option.isNone(text) ? Effect.succeed(null) : storable(text.value, phrase)

const report = ({ format, phrase }: Session, { first, last }: Appended) => {
  const count = last - first + 1
  if (format === "json") {
    return Console.log(
      JSON.stringify({
        view: "frist/recorded",
        version: 1,
        first: count === 0 ? null : first,
        last: count === 0 ? null : last
      })
    )
  }
  const { plural, said } = phrase.text
  return Console.log(count === 0 ? said.alreadySo : said.recorded(plural.events(count), first, last))
}

/** Records one command about the plan that is there, decided after its activities were looked up. */
const act = (
  day: Option.Option<string>,
  command: (
    plan: Plan.Plan,
    own: Session,
    events: ReadonlyArray<RecordedEvent>
  ) => Effect.Effect<PlanCommand, Effect.Error<typeof session>>
) =>
  Effect.gen(function* () {
    const own = yield* session
    const effectiveOn = (yield* optionalDay(day, own.phrase)) ?? own.today
    const appended = yield* withLog(
      own,
      false,
      Effect.gen(function* () {
        const { events, id } = yield* readPlan(own)
        const asked = yield* command(Plan.at(events), own, events)
        return yield* record({ plan: id, actor: own.actor, effectiveOn }, asked)
      })
    )
    yield* report(own, appended)
  })

/** Records one command about one activity. */
const change = (
  words: string,
  day: Option.Option<string>,
  command: (id: ActivityId, own: Session) => Effect.Effect<PlanCommand, Effect.Error<typeof session>>
) => act(day, (plan, own) => Effect.flatMap(activityArgument(words, plan, own.phrase), (id) => command(id, own)))

const open = Command.make(
  "open",
  { title: argument("TITLE", "What the plan is called"), on },
  Effect.fn(function* ({ on: day, title }) {
    const own = yield* session
    const effectiveOn = (yield* optionalDay(day, own.phrase)) ?? own.today
    yield* storable(title, own.phrase)
    const id = Option.isSome(own.plan) ? own.plan : Schema.decodeOption(PlanId)(slug(title))
    if (Option.isNone(id)) return yield* wrongUsage(own.phrase.text.errors.notAnId(title))
    const appended = yield* withLog(
      own,
      true,
      record({ plan: id.value, actor: own.actor, effectiveOn }, { _tag: "OpenPlan", title })
    )
    yield* report(own, appended)
  })
).pipe(Command.withDescription("Open a plan; its id is --plan, or made from the title"))

const register = Command.make(
  "register",
  {
    id: argument("ID", "The new activity's id: a-z, 0-9 and hyphens"),
    area: option("area", "Its area", "TEXT").pipe(Flag.optional),
    goal: option("goal", "Its goal", "TEXT").pipe(Flag.optional),
    actions: option("actions", "What is to be done", "TEXT").pipe(Flag.optional),
    responsible: option("responsible", "Who is responsible: a role", "TEXT").pipe(Flag.optional),
    deadline: option("deadline", "When it is to be done", "DATE").pipe(Flag.optional),
    parent: option("parent", "The activity it is a part of", "ACTIVITY").pipe(Flag.optional),
    milestone: Flag.Boolean("milestone").pipe(Flag.withDescription("It is a milestone"), Flag.withDefault(false)),
    on
  },
  (input) =>
    act(input.on, (plan, own) =>
      Effect.gen(function* () {
        const { phrase } = own
        const id = Schema.decodeOption(ActivityId)(input.id)
        if (Option.isNone(id)) return yield* wrongUsage(phrase.text.errors.notAnId(input.id))
        return {
          _tag: "RegisterActivity",
          activity: id.value,
          kind: input.milestone ? "milestone" : "activity",
          parent: Option.isNone(input.parent) ? null : yield* activityArgument(input.parent.value, plan, phrase),
          area: yield* storableOption(input.area, phrase),
          goal: yield* storableOption(input.goal, phrase),
          actions: yield* storableOption(input.actions, phrase),
          responsible: yield* storableOption(input.responsible, phrase),
          deadline: Option.isNone(input.deadline) ? null : yield* dateArgument(input.deadline.value, phrase)
        } as const
      })
    )
).pipe(Command.withDescription("Register a new activity"))

const statusWords = {
  "in-progress": { _tag: "InProgress" },
  pågår: { _tag: "InProgress" },
  delayed: { _tag: "Delayed" },
  försenat: { _tag: "Delayed" },
  "not-stated": { _tag: "NotStated" },
  "ej-angivet": { _tag: "NotStated" }
} as const satisfies Record<string, Status>

const status = Command.make(
  "status",
  {
    activity,
    to: Argument.Literals("STATUS", Object.keys(statusWords) as Array<keyof typeof statusWords>).pipe(
      Argument.withDescription("What the organisation reports")
    ),
    on
  },
  (input) =>
    change(input.activity, input.on, (id) =>
      Effect.succeed({ _tag: "ChangeStatus", activity: id, to: statusWords[input.to] })
    )
).pipe(Command.withDescription("Report a status"))

const move = Command.make(
  "move",
  {
    activity,
    to: argument("DATE", "The new forecast: 2024-12-31, 2024-06, hösten 2024, tills vidare …"),
    reason: option("reason", "Why", "TEXT").pipe(Flag.optional),
    on
  },
  (input) =>
    change(input.activity, input.on, (id, { phrase }) =>
      Effect.gen(function* () {
        const to = yield* dateArgument(input.to, phrase)
        return { _tag: "MoveDeadline", activity: id, to, reason: yield* storableOption(input.reason, phrase) } as const
      })
    )
).pipe(
  Command.withDescription("Move a deadline: a new forecast, not a new baseline"),
  Command.withExamples([
    {
      command: 'frist move webbtidbokning-ogon "hösten 2024" --reason "Nyanställda först"',
      description: "Move web booking"
    }
  ])
)

const approve = Command.make(
  "approve",
  {
    activity,
    to: argument("DATE", "The new baseline"),
    decision: option("decision", "The decision's reference", "TEXT"),
    on
  },
  (input) =>
    change(input.activity, input.on, (id, { phrase }) =>
      Effect.gen(function* () {
        const to = yield* dateArgument(input.to, phrase)
        return { _tag: "ApproveBaseline", activity: id, to, decision: yield* storable(input.decision, phrase) } as const
      })
    )
).pipe(Command.withDescription("Record that a new baseline was approved"))

const note = Command.make("note", { activity, text: argument("TEXT", "The follow-up note"), on }, (input) =>
  change(input.activity, input.on, (id, { phrase }) =>
    Effect.map(storable(input.text, phrase), (text) => ({ _tag: "NoteFollowUp", activity: id, text }) as const)
  )
).pipe(Command.withDescription("Add a follow-up note"))

const measure = Command.make(
  "measure",
  {
    activity,
    measure: argument("MEASURE", 'What was measured, such as "ärenden via 1177"'),
    value: Argument.String("VALUE").pipe(Argument.withDescription("The number; decimal comma or point")),
    unit: option("unit", "Its unit", "TEXT").pipe(Flag.optional),
    period: option("period", "The period it is of", "DATE").pipe(Flag.optional),
    qualifier: Flag.Literals("qualifier", ["about", "over", "under"]).pipe(
      Flag.withDescription("Whether the number is approximate, or a bound"),
      Flag.optional
    ),
    on
  },
  (input) =>
    change(input.activity, input.on, (id, { phrase }) =>
      Effect.gen(function* () {
        const value = Number(
          input.value
            .replace(/[\s\u00a0\u202f]/gu, "")
            .replace(",", ".")
            .replace("\u2212", "-")
        )
        if (!Number.isFinite(value) || input.value.trim() === "")
          return yield* wrongUsage(phrase.text.errors.notANumber(input.value))
        return {
          _tag: "RecordMeasurement",
          activity: id,
          measure: yield* storable(input.measure, phrase),
          value,
          unit: yield* storableOption(input.unit, phrase),
          qualifier: Option.getOrNull(input.qualifier),
          period: Option.isNone(input.period) ? null : yield* dateArgument(input.period.value, phrase),
          words: input.value
        } as const
      })
    )
).pipe(Command.withDescription("Record a measured figure"))

const complete = Command.make(
  "complete",
  { activity, date: argument("DATE", "The day it was done, if known").pipe(Argument.optional), on },
  (input) =>
    change(input.activity, input.on, (id, { phrase }) =>
      Effect.gen(function* () {
        const done = Option.isNone(input.date) ? null : yield* dateArgument(input.date.value, phrase)
        return { _tag: "ChangeStatus", activity: id, to: { _tag: "Completed", on: done } } as const
      })
    )
).pipe(Command.withDescription("Report an activity done"))

const reopen = Command.make("reopen", { activity, on }, (input) =>
  change(input.activity, input.on, (id) => Effect.succeed({ _tag: "ReopenActivity", activity: id }))
).pipe(Command.withDescription("Open a closed activity again"))

const discontinue = Command.make("discontinue", { activity, reason: option("reason", "Why", "TEXT"), on }, (input) =>
  change(input.activity, input.on, (id, { phrase }) =>
    Effect.map(
      storable(input.reason, phrase),
      (reason) => ({ _tag: "ChangeStatus", activity: id, to: { _tag: "Discontinued", reason } }) as const
    )
  )
).pipe(Command.withDescription("End an activity without a result"))

const review = Command.make(
  "review",
  {
    date: argument("DATE", "The day it was held"),
    title: option("title", "What it was called", "TEXT").pipe(Flag.optional)
  },
  (input) =>
    act(Option.some(input.date), (_plan, { phrase }) =>
      Effect.gen(function* () {
        const heldOn: Day.Day = yield* dayArgument(input.date, phrase)
        return { _tag: "HoldReview", heldOn, title: yield* storableOption(input.title, phrase) } as const
      })
    )
).pipe(Command.withDescription("Record that a review was held"))

const correct = Command.make(
  "correct",
  {
    position: argument("POSITION", "The event's number; see frist history"),
    reason: option("reason", "What was wrong", "TEXT"),
    date: option("date", "The right date", "DATE").pipe(Flag.optional),
    text: option("text", "The right text", "TEXT").pipe(Flag.optional),
    json: option("json", "The right event, whole, as JSON", "EVENT").pipe(Flag.optional),
    withdraw: Flag.Boolean("withdraw").pipe(Flag.withDescription("It never happened"), Flag.withDefault(false))
  },
  (input) =>
    act(Option.none(), (_plan, own, events) =>
      Effect.gen(function* () {
        const { phrase } = own
        const { errors } = phrase.text
        const position = Schema.decodeOption(Position)(Number(input.position))
        if (Option.isNone(position)) return yield* wrongUsage(errors.notAPosition(input.position))
        const ways = [Option.isSome(input.date), Option.isSome(input.text), Option.isSome(input.json), input.withdraw]
        if (ways.filter((given) => given).length !== 1) return yield* wrongUsage(errors.oneCorrection)
        const reason = yield* storable(input.reason, phrase)
        const target = events[position.value - 1]?.event
        const fact = target == null || target._tag === "Corrected" || target._tag === "Redacted" ? undefined : target
        // A position that holds no fact is refused by the plan itself, in its own words.
        const replacement = input.withdraw || fact === undefined ? null : yield* replace(fact, input, phrase)
        if (replacement === undefined)
          return yield* wrongUsage(errors.notInThatEvent(phrase.text.event[fact?._tag ?? "Corrected"]))
        return { _tag: "Correct", position: position.value, replacement, reason } as const
      })
    )
).pipe(
  Command.withDescription("Put a recording error right; what is corrected stays in the log and is not a move"),
  Command.withExamples([
    { command: 'frist correct 12 --date 2024-12-31 --reason "Feltryck"', description: "Put a date right" }
  ])
)

const replace = Effect.fnUntraced(function* (
  fact: Fact,
  input: {
    readonly date: Option.Option<string>
    readonly text: Option.Option<string>
    readonly json: Option.Option<string>
  },
  phrase: Phrases
) {
  if (Option.isSome(input.date)) return Correction.withDate(fact, yield* dateArgument(input.date.value, phrase))
  if (Option.isSome(input.text)) return Correction.withText(fact, yield* storable(input.text.value, phrase))
  const json = Option.getOrElse(input.json, () => "")
  const whole = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.toCodecJson(Fact)))(json)
  return Option.isSome(whole) ? whole.value : yield* wrongUsage(phrase.text.errors.notAnEvent)
})

export const verbCommands = [
  open,
  register,
  status,
  move,
  approve,
  note,
  measure,
  complete,
  reopen,
  discontinue,
  correct,
  review
] as const
