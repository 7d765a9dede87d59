/**
 * Decides the commands of one batch in order, each against the state that the earlier ones leave.
 */
import * as Result from "effect/Result"
import type { Command } from "../Command.ts"
import type { Day } from "../Day.ts"
import { decide } from "./Decision.ts"
import { type DecisionState, decisionStateAt } from "./DecisionState.ts"
import { isFact, isPointer } from "../Event.ts"
import { Actor, BatchId, PlanId } from "../Names.ts"
import { draftOf, evolve, type PlanDraft } from "../plan/Plan.ts"
import type { Basis, Proposal, RefusedProposal } from "./Proposal.ts"
import { type NewEvent, RecordedEvent } from "../RecordedEvent.ts"

/** The events that proposals give, in order, and the proposals that the plan refuses. */
interface DecidedProposals {
  readonly events: ReadonlyArray<NewEvent>
  readonly refused: ReadonlyArray<RefusedProposal>
}

/** Commands that are decided without the state of the plan. */
const withoutPlan: ReadonlySet<Command["_tag"]> = new Set(["Correct", "Redact", "KeepEdition", "EraseEdition"])

/** A state whose plan the accepted events change. */
interface DraftState extends DecisionState {
  readonly plan: PlanDraft
}

/**
 * Decides proposals in order, each against the plan as the earlier ones leave it on its own effective day: `effectiveOn`,
 * the day of the basis, by default. What is already in effect gives no event.
 */
export const decideAll = (
  proposals: ReadonlyArray<Proposal>,
  { log, plan, ...basis }: Basis,
  effectiveOn: Day
): DecidedProposals => {
  const events: Array<NewEvent> = []
  const refused: Array<RefusedProposal> = []
  let on = effectiveOn
  let state: DraftState = { ...basis, plan: draftOf(plan) }
  let isStale = false
  for (const proposal of proposals) {
    const { command, provenance, source } = proposal
    const own = proposal.effectiveOn ?? effectiveOn
    const needsPlan = !withoutPlan.has(command._tag)
    if (own !== on || (isStale && needsPlan)) {
      on = own
      isStale = false
      // The positions of new events are not certain until they are recorded, so none can be referred to.
      state = { ...stateAfter(events, log, on), index: basis.index }
    }
    const decision = decide(command, state, { source, effectiveOn: on })
    if (Result.isFailure(decision)) {
      refused.push({ proposal, refusal: decision.failure })
      continue
    }
    for (const { activity, event } of decision.success) {
      events.push({ activity, event, effectiveOn: on, provenance, source })
      const position = nextPosition(log, events.length)
      if (isFact(event)) evolve(state.plan, event, { activity, effectiveOn: on, source, position })
      else if (isPointer(event)) isStale = true
    }
  }
  return { events, refused }
}

const stateAfter = (events: ReadonlyArray<NewEvent>, log: ReadonlyArray<RecordedEvent>, asOf: Day): DraftState => {
  const state = decisionStateAt([...log, ...provisionalRecords(events, log)], { asOf })
  return { ...state, plan: draftOf(state.plan) }
}

const nextPosition = (log: ReadonlyArray<RecordedEvent>, n: number) => (log.length + n) as RecordedEvent["position"]

/** Returns new events as records that follow a log, complete enough to fold the plan that they leave. */
export const provisionalRecords = (
  events: ReadonlyArray<NewEvent>,
  after: ReadonlyArray<RecordedEvent>
): ReadonlyArray<RecordedEvent> => {
  const last = after.at(-1)
  return events.map((event, i) =>
    RecordedEvent.of({
      ...event,
      plan: last?.plan ?? PlanId.make("plan"),
      position: nextPosition(after, i + 1),
      type: event.event._tag,
      recordedAt: last?.recordedAt ?? 0,
      actor: last?.actor ?? Actor.make("-"),
      batch: BatchId.make("proposed")
    })
  )
}
