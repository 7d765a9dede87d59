/**
 * Reads the kept editions of a plan again by today's rules and decisions, and proposes what would be recorded
 * differently. Records nothing.
 */
import { decideAll, provisionalRecords } from "@frist/domain/decisions/BatchDecision"
import type { Day } from "@frist/domain/Day"
import { decide } from "@frist/domain/decisions/Decision"
import { decisionStateAt } from "@frist/domain/decisions/DecisionState"
import type { Fact } from "@frist/domain/Event"
import type { ActivityId, PlanId } from "@frist/domain/Names"
import { basisOf, type Proposal } from "@frist/domain/decisions/Proposal"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import { planAt } from "@frist/domain/plan/Plan"
import { columnsOf } from "../ReadingOptions.ts"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { proposeAlone } from "../changes/EditionChanges.ts"
import { differences } from "../changes/corrections/EditionComparison.ts"
import type { RecordedEdition } from "../changes/corrections/RecordedEdition.ts"
import {
  basisBefore,
  type EditionAgain,
  knownIn,
  recordedEditions,
  rootsIn
} from "../changes/corrections/LaterEditions.ts"
import type { ProposalFile } from "../ProposalFile.ts"
import { type AgainOptions, readingAgain } from "./EditionKeeping.ts"

/** What is read again, and how. Default `columns`: the plan's decisions. `reason` is why an event is withdrawn or replaced. */
interface RereadRequest extends AgainOptions {
  readonly plan: PlanId
  readonly reason: string
}

/** An edition that is read differently now: its day, and the events that this would give. */
interface RereadEdition {
  readonly document: string
  readonly heldOn: Day
  readonly events: ReadonlyArray<NewEvent>
}

/** What today's rules read differently. */
export interface Reread {
  readonly plan: PlanId
  /** The number of editions that were read again. */
  readonly read: number
  /** Those that are read differently, by day. */
  readonly editions: ReadonlyArray<RereadEdition>
  /** Those that are not kept, or erased. */
  readonly notKept: ReadonlyArray<Pick<RereadEdition, "document" | "heldOn">>
  /** The proposals, for a file; `undefined` if nothing is read differently. */
  readonly file: ProposalFile | undefined
}

/** Reads the kept editions of a plan again, in the order of their days, each after what the earlier ones would change. */
export const reread = Effect.fn("Rereading.reread")(function* ({
  plan,
  reason,
  ...options
}: RereadRequest): Effect.fn.Return<Reread, EventLogError, EventLog> {
  const recorded = yield* (yield* EventLog).read(plan)
  const all = recordedEditions(recorded)
  const columns = options.columns ?? columnsOf(planAt(recorded))
  const readAgain = yield* readingAgain(plan, all, { ...options, columns })
  let log: ReadonlyArray<RecordedEvent> = recorded
  const proposals: Array<Proposal> = []
  const editions: Array<RereadEdition> = []
  const notKept: Array<Reread["notKept"][number]> = []
  for (const edition of all) {
    const { heldOn, source } = edition
    const again = readAgain(source.sha256)
    if (again === undefined) {
      notKept.push({ document: source.document, heldOn })
      continue
    }
    const found = differencesOf(edition, again, log, { ...options, reason })
    if (found.length === 0) continue
    const { events, refused } = decideAll(found, basisOf(log, heldOn), heldOn)
    if (events.length === 0) continue
    const not = new Set(refused.map(({ proposal }) => proposal))
    proposals.push(...found.filter((each) => !not.has(each)))
    editions.push({ document: source.document, heldOn, events })
    log = log.concat(provisionalRecords(events, log))
  }
  const last = all.at(-1)
  const file = last === undefined || proposals.length === 0 ? undefined : fileOf(plan, last, recorded.length, proposals)
  return { plan, read: all.length - notKept.length, editions, notKept, file }
})

const fileOf = (
  plan: PlanId,
  { heldOn, source: { document, sha256 } }: RecordedEdition,
  basedOn: number,
  proposals: ReadonlyArray<Proposal>
): ProposalFile => ({
  format: "frist/proposals",
  version: 1,
  plan,
  heldOn,
  document,
  sha256,
  basedOn,
  matches: [],
  proposals
})

const differencesOf = (
  edition: RecordedEdition,
  again: EditionAgain,
  log: ReadonlyArray<RecordedEvent>,
  { reason, vocabulary }: Pick<RereadRequest, "reason" | "vocabulary">
): ReadonlyArray<Proposal> => {
  const { heldOn } = edition
  const basis = basisBefore(log, edition)
  const { decided, proposals } = proposeAlone(again.edition, basis, heldOn, {
    title: "-",
    vocabulary,
    decided: again.decided,
    whole: log
  })
  const of = rootsIn(log)
  const known = knownIn(again, decided)
  const includes = (_: Fact, activity: ActivityId | null): boolean =>
    again.isWhole || (activity !== null && known.has(of(activity)))
  const found = differences({ edition, basis, log, proposals, includes, reason, replaces: true })
  return withoutIdle(found, log, heldOn)
}

/** Leaves out what is in effect already on the day, unless something about the same activity is corrected. */
const withoutIdle = (
  proposals: ReadonlyArray<Proposal>,
  log: ReadonlyArray<RecordedEvent>,
  heldOn: Day
): ReadonlyArray<Proposal> => {
  if (proposals.length === 0) return proposals
  const state = decisionStateAt(log, { asOf: heldOn })
  const corrected = new Set(
    proposals.flatMap(({ command }) =>
      command._tag === "Correct" ? (state.index.get(command.position)?.activity ?? []) : []
    )
  )
  return proposals.filter(({ command, source }) => {
    if (!("activity" in command) || (command.activity !== null && corrected.has(command.activity))) return true
    const decision = decide(command, state, { source, effectiveOn: heldOn })
    return Result.isFailure(decision) || decision.success.length > 0
  })
}
