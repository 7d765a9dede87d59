/**
 * Records commands and proposals. Reads the plan, decides, and appends on condition that nothing the decision read has
 * changed; retries on `Conflict`.
 */
import type { Day } from "@frist/domain/Day"
import { type ActivityId, type Actor, BatchId, type PlanId } from "@frist/domain/Names"
import type { Command } from "@frist/domain/Command"
import { datesGiven, unreadFault } from "@frist/domain/dates/GivenDate"
import { isFact } from "@frist/domain/Event"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { type Basis, basisOf, type Proposal } from "@frist/domain/decisions/Proposal"
import { decideAll } from "@frist/domain/decisions/BatchDecision"
import { type NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { changedAfter, touchedBy } from "@frist/domain/decisions/Touched"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { type Appended, type Conflict, EventLog, EventLogError, type KeptEdition } from "./EventLog.ts"
import { Refused } from "./Refused.ts"

/** The plan, who records in it, and the day it was true or was said. A `batch` id makes a repetition harmless. */
export interface RecordingContext {
  readonly plan: PlanId
  readonly actor: Actor
  readonly effectiveOn: Day
  readonly batch?: BatchId
}

const attempts = 20

/**
 * Records the events of commands as stated, all or nothing. A command already in effect records nothing. A date that cannot
 * be read is `invalid`, unless it is made by `PlannedDate.unread`, or repeats that of a fact to be corrected.
 */
export const record = (
  context: RecordingContext,
  ...commands: ReadonlyArray<Command>
): Effect.Effect<Appended, Conflict | EventLogError | Refused, EventLog> =>
  Effect.map(
    recordProposals(context, ({ log }) => {
      const fault = commands.map((command) => unreadFault(newDates(command, log))).find((each) => each !== undefined)
      return fault === undefined
        ? Effect.succeed({ proposals: commands.map((command) => ({ command, provenance: "stated", source: null })) })
        : Effect.fail(new EventLogError({ reason: "invalid", detail: fault }))
    }),
    ({ first, last, recordedAt, repeated }) => ({ first, last, recordedAt, repeated })
  )

/** The dates that a command gives, without those that a fact to be corrected has had. */
const newDates = (command: Command, log: ReadonlyArray<RecordedEvent>): ReadonlyArray<PlannedDate> => {
  const given = datesGiven(command)
  if (command._tag !== "Correct" || given.every(({ edtf }) => edtf !== null)) return given
  const had = log.flatMap(({ event, position }) =>
    event === null
      ? []
      : isFact(event) && position === command.position
        ? datesGiven(event)
        : event._tag === "Corrected" && event.position === command.position && event.replacement !== null
          ? datesGiven(event.replacement)
          : []
  )
  return given.filter((date) => !had.some((each) => PlannedDate.same(each, date)))
}

/** The plan has changed in what the proposals touch since they were made. Nothing is recorded. */
export class MovedOn extends Schema.TaggedError<MovedOn>()("MovedOn", {
  basedOn: Schema.Int,
  head: Schema.Int,
  /** The records since, in what the proposals touch; none if the proposals are of a longer log than this. */
  since: Schema.Array(RecordedEvent)
}) {
  override get message() {
    return this.since.length === 0
      ? `The proposals are based on event ${this.basedOn}, and this log ends at ${this.head}. Make them again.`
      : `The plan has changed since event ${this.basedOn} in what the proposals touch: propose again.`
  }
}

/**
 * Records proposals that were made when the log ended at `basedOn`, all or nothing, unless something that they touch
 * was recorded since. The same batch again gets the first answer.
 */
export const applyProposals = (
  context: RecordingContext,
  proposals: ReadonlyArray<Proposal>,
  basedOn: number,
  editions: ReadonlyArray<KeptEdition> = []
) =>
  recordProposals(context, ({ log }) => {
    const since = changedAfter(basedOn, touchedBy(commandsOf(proposals), log), log)
    return since.length > 0 || basedOn > log.length
      ? Effect.fail(new MovedOn({ basedOn, head: log.length, since }))
      : Effect.succeed({ proposals, editions })
  })

/** Proposals to record, and editions to keep with them: those that an event of theirs names. */
interface Proposed {
  readonly proposals: ReadonlyArray<Proposal>
  readonly editions?: ReadonlyArray<KeptEdition>
}

/** An append, and the events that it recorded: none if it repeated an earlier one. */
export interface RecordedProposals extends Appended {
  readonly events: ReadonlyArray<NewEvent>
}

/**
 * Records what proposals make happen, all or nothing. `propose` receives the plan as of `effectiveOn` and its log. When a
 * concurrent append wins, it is called again with the newer plan: at most 20 times, then fails with `Conflict`. A batch
 * id that is recorded already returns the first answer.
 */
export const recordProposals = Effect.fn("Recording.recordProposals")(function* <
  E extends { readonly _tag: string },
  R = never
>(context: RecordingContext, propose: (basis: Basis) => Effect.Effect<Proposed, E, R>) {
  const log = yield* EventLog
  const batch = context.batch ?? BatchId.make(crypto.randomUUID())
  /** Returns the part of the batch that follows from a log. Proposals are not held while the batch is written. */
  const decidedOn = Effect.fnUntraced(function* (recorded: ReadonlyArray<RecordedEvent>) {
    const basis = basisOf(recorded, context.effectiveOn)
    const { editions = [], proposals } = yield* propose(basis)
    const { events, refused } = decideAll(proposals, basis, context.effectiveOn)
    const first = refused[0]
    if (first !== undefined) return yield* new Refused({ refusal: first.refusal })
    return {
      events,
      editions: editions.filter(({ sha256 }) =>
        events.some(({ event }) => event._tag === "EditionKept" && event.sha256 === sha256)
      ),
      condition: { after: recorded.length, activities: conditionOf(proposals, recorded) }
    }
  })
  const once: Effect.Effect<RecordedProposals, Conflict | E | EventLogError | Refused, R> = Effect.gen(function* () {
    const recorded = yield* log.read(context.plan)
    const alreadyRecorded = recorded.filter((event) => event.batch === batch)
    const [start, end] = [alreadyRecorded[0], alreadyRecorded.at(-1)]
    if (start !== undefined && end !== undefined) {
      return { first: start.position, last: end.position, recordedAt: end.recordedAt, repeated: true, events: [] }
    }
    const decided = yield* decidedOn(recorded)
    const appended = yield* log.append({ plan: context.plan, batch, actor: context.actor, ...decided })
    return { ...appended, events: appended.repeated ? [] : decided.events }
  })
  return yield* once.pipe(Effect.retry({ times: attempts - 1, while: (error) => error._tag === "Conflict" }))
})

const commandsOf = (proposals: ReadonlyArray<Proposal>) => proposals.map(({ command }) => command)

/** The activities that the commands touch; none, which means the whole plan, where one touches the plan itself. */
const conditionOf = (
  proposals: ReadonlyArray<Proposal>,
  recorded: ReadonlyArray<RecordedEvent>
): ReadonlyArray<ActivityId> => {
  const { activities, planItems } = touchedBy(commandsOf(proposals), recorded)
  return planItems.size > 0 ? [] : [...activities]
}
