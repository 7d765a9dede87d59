/**
 * The keys by which rows and activities have the same words, or the same name.
 */
import { comparable } from "@frist/domain/ComparableText"
import type { Kind } from "@frist/domain/Event"
import type { Worded } from "./Likeness.ts"

type Keyed = Readonly<Record<"name" | "row", string>> & { readonly kind: Kind }

/** The keys of each row and activity: matching asks for them many times. */
const known = new WeakMap<Worded, Keyed>()

const keysOf = (kind: Kind, worded: Worded): Keyed => {
  const last = known.get(worded)
  if (last?.kind === kind) return last
  const { actions, area, goal } = worded
  const name = [kind, comparable(area ?? ""), comparable(goal ?? actions ?? "")]
  const keys = {
    kind,
    name: JSON.stringify(name),
    row: JSON.stringify([...name, goal === null ? "" : comparable(actions ?? "")])
  }
  known.set(worded, keys)
  return keys
}

/** Returns the key that equal rows share: area, goal and actions, without regard to case and punctuation. */
export const rowKey = (kind: Kind, worded: Worded): string => keysOf(kind, worded).row

/** Returns the key that rows of one name share: area and goal, or actions where there is no goal. */
export const nameKey = (kind: Kind, worded: Worded): string => keysOf(kind, worded).name

/** The number of a list before a name: `2.`, `3.1)`. */
const listNumber = /^\s{0,9}(?:(?:\(?\d{1,3}(?:\.\d{1,3}){0,4}[.):]|[-–•*])\s{0,9}){1,4}(?=\S)/u

/** Returns the key that rows share whose names differ only by a number before them. */
export const unnumberedKey = (kind: Kind, worded: Worded): string => {
  const name = worded.goal === null ? (worded.actions === null ? "area" : "actions") : "goal"
  const words = worded[name] ?? ""
  const bare = words.replace(listNumber, "")
  return bare === words ? rowKey(kind, worded) : rowKey(kind, { ...worded, [name]: bare })
}

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
