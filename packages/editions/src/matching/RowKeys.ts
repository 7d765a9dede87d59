/**
 * The keys by which rows and activities have the same words, or the same name.
 */
import { comparable } from "@frist/domain/ComparableText"
import type { Kind } from "@frist/domain/Event"
import type { Worded } from "./Likeness.ts"

/** Returns the key that equal rows share: area, goal and actions, without regard to case and punctuation. */
export const rowKey = (kind: Kind, { actions, area, goal }: Worded): string =>
  JSON.stringify([
    kind,
    comparable(area ?? ""),
    comparable(goal ?? actions ?? ""),
    goal === null ? "" : comparable(actions ?? "")
  ])

/** Returns the key that rows of one name share: area and goal, or actions where there is no goal. */
export const nameKey = (kind: Kind, { actions, area, goal }: Worded): string =>
  JSON.stringify([kind, comparable(area ?? ""), comparable(goal ?? actions ?? "")])

/** Returns the names that several of these share. */
export const namesOfSeveral = (all: ReadonlyArray<Worded & { readonly kind: Kind }>): ReadonlySet<string> => {
  const several = new Set<string>()
  const seen = new Set<string>()
  for (const each of all) {
    const key = nameKey(each.kind, each)
    if (seen.has(key)) several.add(key)
    seen.add(key)
  }
  return several
}
