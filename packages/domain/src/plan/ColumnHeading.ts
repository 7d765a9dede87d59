/**
 * The columns of a plan's documents, and what their headings mean, as people decided.
 */
import type { Fact } from "../Event.ts"
import type { Position } from "../Names.ts"

/** The columns of a follow-up table, in their usual order. */
export const columns = [
  "id",
  "area",
  "goal",
  "actions",
  "deadline",
  "responsible",
  "status",
  "followUp",
  "newDeadline",
  "completedOn"
] as const

/** What a person may decide that a heading names: a column, or none. */
export const decidable = [...columns, "none"] as const

/** A decision on a heading: the heading as written, the column that it names or `none`, and where it was recorded. */
export interface DecidedColumn {
  readonly heading: string
  readonly column: string
  readonly position: Position
}

/**
 * Returns a heading for comparison: in lower case, without soft hyphens, with one space between words, and with a word
 * that is broken over two lines joined. Punctuation counts: `Klart` and `% klart` are two headings.
 */
export const headingKey = (heading: string): string =>
  heading
    .normalize("NFC")
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, "")
    .replace(/(?<=\p{L})-[ \t]{0,8}[\r\n]{1,4}[ \t]{0,8}(?=\p{Ll})/gu, "")
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "")
    .join(" ")

/** Returns the decisions with one more. The one recorded last decides, whatever day each takes effect. */
export const withColumn = (
  decided: ReadonlyMap<string, DecidedColumn>,
  { column, heading }: Extract<Fact, { _tag: "ColumnDecided" }>,
  position: Position
): ReadonlyMap<string, DecidedColumn> => {
  const key = headingKey(heading)
  const known = decided.get(key)
  return known !== undefined && known.position > position
    ? decided
    : new Map(decided).set(key, { heading, column, position })
}
