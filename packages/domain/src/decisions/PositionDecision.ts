/**
 * Decisions about events of the log: the correction or removal of one, and the waiver or the repetition of findings.
 */
import * as Equal from "effect/Equal"
import type { CommandOf } from "../Command.ts"
import { accept, type Decision, type DecisionContext, missing, nothing, refuse } from "./DecisionResult.ts"
import { type OpenFinding, sameFinding, seenOn } from "../plan/Finding.ts"
import { isFact, upkeep } from "../Event.ts"
import type { Position } from "../Names.ts"
import { leavesMore, needsWhole, remainsOf } from "../plan/Removal.ts"
import type { DecisionState } from "./DecisionState.ts"

/** Decides whether the finding raised at a position is waived. */
export const waive = ({ position, reason }: CommandOf<"WaiveFinding">, state: DecisionState): Decision => {
  const target = state.index.get(position)
  if (target === undefined) return refuse({ _tag: "NoSuchPosition", position })
  const { activity, event: finding, type } = target
  if (finding?._tag !== "FindingRaised") return refuse({ _tag: "NotAFinding", position, type })
  const waivers = activity === null ? state.plan.waivers : state.plan.activities.get(activity)?.waivers
  if (activity !== null && waivers === undefined) return refuse(missing(activity, state))
  const { code, column, words } = finding
  const last = waivers?.findLast((waiver) => sameFinding(waiver, finding))
  return last?.reason === reason ? nothing : accept(activity, { _tag: "FindingWaived", code, column, words, reason })
}

/** Events that no correction may replace. */
const notFacts: ReadonlySet<string> = new Set(["Corrected", "Redacted", ...upkeep])

/** Events that no removal may erase: they say why something is missing, what is kept, or where the plan is. */
const standing: ReadonlySet<string> = new Set(["Redacted", ...upkeep])

/**
 * Decides which findings a document shows again. Those that are not in the plan on its day, and those that a document of
 * its day or a later one has shown, are left out.
 */
export const repeat = (
  { positions }: CommandOf<"RepeatFindings">,
  { index, plan }: DecisionState,
  { effectiveOn }: DecisionContext
): Decision => {
  const open = new Map<Position, OpenFinding>()
  for (const { findings } of [plan, ...plan.activities.values()]) {
    for (const found of findings) open.set(found.position, found)
  }
  const repeated = new Set<Position>()
  for (const position of positions) {
    const target = index.get(position)
    if (target === undefined) return refuse({ _tag: "NoSuchPosition", position })
    if (target.event?._tag !== "FindingRaised") return refuse({ _tag: "NotAFinding", position, type: target.type })
    const found = open.get(position)
    const isStale =
      found !== undefined && (effectiveOn === null ? found.repeatedOn === undefined : seenOn(found) < effectiveOn)
    if (isStale || plan.superseded.has(position)) repeated.add(position)
  }
  return repeated.size === 0 ? nothing : accept(null, { _tag: "FindingsRepeated", positions: [...repeated] })
}

/** Decides whether the fact at a position is replaced, or withdrawn. */
export const correct = (
  { position, reason, replacement }: CommandOf<"Correct">,
  { index }: DecisionState
): Decision => {
  const target = index.get(position)
  if (target === undefined) return refuse({ _tag: "NoSuchPosition", position })
  const { activity, correction, type } = target
  if (notFacts.has(type)) return refuse({ _tag: "NotAFact", position, type })
  if (replacement !== null && replacement._tag !== type) {
    return refuse({ _tag: "OtherType", position, type, replacement: replacement._tag })
  }
  const event = { _tag: "Corrected" as const, position, replacement, reason }
  return correction !== null && Equal.equals(correction, event) ? nothing : accept(activity, event)
}

/** Decides whether the event at a position is removed, and what remains of it. */
export const redact = (
  { decision, position, whole = false }: CommandOf<"Redact">,
  { index }: DecisionState
): Decision => {
  const target = index.get(position)
  if (target === undefined) return refuse({ _tag: "NoSuchPosition", position })
  const { activity, event, removal, type } = target
  if (standing.has(type)) return refuse({ _tag: "DecisionStands", position })
  if (removal !== null && removal.decision !== decision) return refuse({ _tag: "AlreadyRedacted", position })
  if (removal !== null) return whole && leavesMore(removal) ? refuse({ _tag: "RemainsStands", position }) : nothing
  const redacted = { _tag: "Redacted", position, decision } as const
  if (event?._tag === "Corrected") {
    const { replacement } = event
    const remains = replacement === null ? null : remainsOf(replacement, redacted, whole)
    return accept(activity, { ...redacted, remains, corrects: event.position })
  }
  if (event === null || !isFact(event)) return accept(activity, redacted)
  return !whole && needsWhole(event, redacted)
    ? refuse({ _tag: "NeedsWhole", position, type })
    : accept(activity, { ...redacted, remains: remainsOf(event, redacted, whole) })
}
