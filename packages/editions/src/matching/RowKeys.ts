/**
 * The keys by which rows and activities have the same words, or the same name.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import type { Kind } from "@frist/domain/Event"
import type { Worded } from "./Speller.ts"

/**
 * The keys of a row or an activity. `row` is shared by equal rows: area, goal and actions, without regard to case and
 * punctuation. `name` is shared by rows of one name: area and goal, or actions where there is no goal.
 */
interface RowKeys {
  readonly name: string
  readonly row: string
}

/** The words of a row or an activity, with their keys. */
export interface Keyed extends Worded {
  readonly kind: Kind
  readonly keys: RowKeys
}

/** Returns the keys of a row or an activity. */
export const rowKeys = (kind: Kind, { actions, area, goal }: Worded): RowKeys => {
  const besides = goal === null ? "" : comparable(actions ?? "")
  const row = JSON.stringify([kind, comparable(area ?? ""), comparable(goal ?? actions ?? ""), besides])
  // A name is the beginning of a row, and needs no memory of its own.
  return { name: row.slice(0, -JSON.stringify(besides).length - 1), row }
}

/** The number of a list before a name: `2.`, `3.1)`. */
const listNumber = /^\s{0,9}(?:(?:\(?\d{1,3}(?:\.\d{1,3}){0,4}[.):]|[-–•*])\s{0,9}){1,4}(?=\S)/u

/** Returns the key that rows share whose names differ only by a number before them. */
export const unnumberedKey = (of: Keyed): string => {
  const name = of.goal === null ? (of.actions === null ? "area" : "actions") : "goal"
  const words = of[name] ?? ""
  const bare = words.replace(listNumber, "")
  return bare === words ? of.keys.row : rowKeys(of.kind, { ...of, [name]: bare }).row
}

/** Returns the names that several of these share. */
export const namesOfSeveral = (all: ReadonlyArray<Keyed>): ReadonlySet<string> => {
  const several = new Set<string>()
  const seen = new Set<string>()
  for (const { keys } of all) {
    if (seen.has(keys.name)) several.add(keys.name)
    seen.add(keys.name)
  }
  return several
}
