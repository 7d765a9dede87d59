/**
 * Decisions about what an activity waits for, and what a milestone stands for.
 */
import type { Activity } from "../plan/Activity.ts"
import type { CommandOf } from "../Command.ts"
import { accept, type Decision, missing, nothing, refuse } from "./DecisionResult.ts"
import type { DecisionState } from "./DecisionState.ts"
import type { ActivityId } from "../Names.ts"

/** Returns the activities that wait for `on`, directly or through others, also from a later day on; never `on` itself. */
export const waitingFor = (
  { later, plan }: Pick<DecisionState, "later" | "plan">,
  on: ActivityId
): ReadonlySet<ActivityId> => {
  const waiting = new Map<ActivityId, Array<ActivityId>>()
  const add = (id: ActivityId, of: ActivityId): void => {
    const group = waiting.get(of)
    if (group === undefined) waiting.set(of, [id])
    else group.push(id)
  }
  for (const { dependencies, id } of plan.activities.values()) for (const each of dependencies) add(id, each.on)
  for (const [id, of] of later.waits) add(id, of)
  const found = new Set<ActivityId>()
  const next = [on]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    for (const each of waiting.get(id) ?? []) {
      if (each === on || found.has(each)) continue
      found.add(each)
      next.push(each)
    }
  }
  return found
}

/** Decides whether an activity waits for another. Nothing waits for itself, nor for what waits for it. */
export const declareDependency = (
  { on, words }: CommandOf<"DeclareDependency">,
  { dependencies, id }: Activity,
  state: DecisionState
): Decision => {
  const known = dependencies.find((each) => each.on === on)
  if (known !== undefined && (words === null || words === known.words)) return nothing
  if (on !== id && !state.plan.activities.has(on)) return refuse(missing(on, state))
  return on === id || waitingFor(state, id).has(on)
    ? refuse({ _tag: "CircularDependency", activity: id, on })
    : accept(id, { _tag: "DependencyDeclared", on, words })
}

/** Decides whether a dependency ends. One that is not declared has already ended. */
export const endDependency = ({ on, reason }: CommandOf<"EndDependency">, { dependencies, id }: Activity): Decision =>
  dependencies.some((each) => each.on === on) ? accept(id, { _tag: "DependencyEnded", on, reason }) : nothing

/** Decides which activity a milestone stands for. */
export const linkMilestone = (
  { to }: CommandOf<"LinkMilestone">,
  { id, kind, link }: Activity,
  state: DecisionState
): Decision => {
  const from = link?.to ?? null
  if (kind !== "milestone") return refuse({ _tag: "NotAMilestone", activity: id })
  const target = to === null ? undefined : state.plan.activities.get(to)
  if (to !== null && target === undefined) return refuse(missing(to, state))
  if (to !== null && target?.kind === "milestone") return refuse({ _tag: "NotAnActivity", activity: to })
  return from === to ? nothing : accept(id, { _tag: "MilestoneLinked", from, to })
}
