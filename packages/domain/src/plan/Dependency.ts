/**
 * Dependencies: which activities an activity waits for, as people declare.
 */
import type { Day } from "../Day.ts"
import type { Fact } from "../Event.ts"
import type { ActivityId, Position } from "../Names.ts"

type Declared = Extract<Fact, { _tag: "DependencyDeclared" }>

/** A dependency in effect: what the activity waits for, and where and when it was declared. */
export interface Dependency {
  readonly on: ActivityId
  readonly words: string | null
  readonly declaredOn: Day
  readonly position: Position
}

/** Returns the dependencies with a declared one. A second declaration replaces the words of the first. */
export const withDependency = (
  dependencies: ReadonlyArray<Dependency>,
  { on, words }: Declared,
  { effectiveOn, position }: { readonly effectiveOn: Day; readonly position: Position }
): ReadonlyArray<Dependency> =>
  dependencies.some((each) => each.on === on)
    ? dependencies.map((each) => (each.on === on ? { ...each, words } : each))
    : [...dependencies, { on, words, declaredOn: effectiveOn, position }]
