/**
 * A command that a document proposes, with the row and cell it comes from. Proposals are not events: they become
 * events when they are decided, all of them in one batch.
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Command } from "./Command.ts"
import { Day } from "./Day.ts"
import { decide } from "./Decision.ts"
import type { Fact } from "./Event.ts"
import { Actor, BatchId, PlanId } from "./Names.ts"
import * as Plan from "./Plan.ts"
import { type NewEvent, Provenance, type RecordedEvent, Source } from "./RecordedEvent.ts"
import type { Refusal } from "./Refusal.ts"

/** `effectiveOn` is the day it is true of; absent or null is the day of the edition. */
export const Proposal = Schema.Struct({
  command: Command,
  provenance: Provenance,
  source: Schema.NullOr(Source),
  effectiveOn: Schema.optionalKey(Schema.NullOr(Day))
})
export type Proposal = typeof Proposal.Type

/** A proposal that the plan forbids, and the fact that forbids it. */
export interface Refused {
  readonly proposal: Proposal
  readonly refusal: Refusal
}

/**
 * Decides proposals one after the other, each against the plan as those before it leave it on the day it is true of:
 * `effectiveOn`, which is the day of `plan`, unless the proposal names another. What is already in effect gives no event.
 */
export const decideAll = (
  proposals: ReadonlyArray<Proposal>,
  plan: Plan.Plan,
  effectiveOn: Day
): { readonly events: ReadonlyArray<NewEvent>; readonly refused: ReadonlyArray<Refused> } => {
  const events: Array<NewEvent> = []
  const refused: Array<Refused> = []
  let on = effectiveOn
  let standing = Plan.draft(plan)
  let stale = false
  for (const proposal of proposals) {
    const own = proposal.effectiveOn ?? effectiveOn
    const looks = proposal.command._tag !== "Correct" && proposal.command._tag !== "Redact"
    if (own !== on || (stale && looks)) {
      on = own
      stale = false
      standing = planAfter(events, plan.log, on)
    }
    const { provenance, source } = proposal
    const decision = decide(proposal.command, standing, { source, effectiveOn: on })
    if (Result.isFailure(decision)) {
      refused.push({ proposal, refusal: decision.failure })
      continue
    }
    for (const { activity, event } of decision.success) {
      events.push({ activity, event, effectiveOn: on, provenance, source })
      const position = nextPosition(plan.log, events.length)
      if (isFact(event)) Plan.evolve(standing, event, { activity, effectiveOn: on, source, position })
      else stale = true
    }
  }
  return { events, refused }
}

/** The plan as events leave it on a day; its log is the log that was handed in. */
const planAfter = (events: ReadonlyArray<NewEvent>, log: ReadonlyArray<RecordedEvent>, asOf: Day): Plan.Draft =>
  Plan.draft({ ...Plan.at([...log, ...asRecorded(events, log)], { asOf }), log })

const nextPosition = (log: ReadonlyArray<RecordedEvent>, n: number) => (log.length + n) as RecordedEvent["position"]

/** New events as a log would give them back: enough of a record for reading the plan that they leave. */
export const asRecorded = (
  events: ReadonlyArray<NewEvent>,
  after: ReadonlyArray<RecordedEvent>
): ReadonlyArray<RecordedEvent> => {
  const last = after.at(-1)
  return events.map((event, i) => ({
    ...event,
    plan: last?.plan ?? PlanId.make("plan"),
    position: nextPosition(after, i + 1),
    type: event.event._tag,
    recordedAt: last?.recordedAt ?? 0,
    actor: last?.actor ?? Actor.make("-"),
    batch: BatchId.make("proposed")
  }))
}

const isFact = (event: NewEvent["event"]): event is Fact => event._tag !== "Corrected" && event._tag !== "Redacted"
