/**
 * Headings over two rows: *Tid* over *Ursprunglig* and *Ny*, or *Plan* over *Start* in every column.
 */
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { GridCell, GridRow } from "../grid/Grid.ts"
import { type Meaning, senseOf } from "./HeadingSense.ts"
import { cannotBeHeading, rolesOf } from "./HeadingWords.ts"

/** The longest heading in either of two rows. */
const maxLength = 60

/**
 * Returns the two rows joined into one, if the lower holds nothing but headings: every cell of it must have a meaning,
 * by itself or below the group that it belongs to. Null for a row of content.
 */
export const joinedRow = (upper: GridRow, lower: GridRow, vocabulary: Vocabulary): GridRow | null => {
  if (lower.cells.size === 0 || upper.cells.size === 0 || !isOfHeadings(lower, vocabulary)) return null
  const cells = new Map<number, GridCell>()
  let group: GridCell | undefined
  let subheadings = 0
  const places = [...new Set([...upper.cells.keys(), ...lower.cells.keys()])].sort((a, b) => a - b)
  for (const at of places) {
    const above = filled(upper.cells.get(at))
    const below = filled(lower.cells.get(at))
    if (above !== undefined) group = above
    if (below === undefined || below.text.trim() === above?.text.trim()) {
      if (above !== undefined) cells.set(at, above)
      continue
    }
    // A text above other columns, without a subheading of its own, is not this column's group.
    const top = above ?? group
    const words =
      top === undefined || isOwnText(below.text, vocabulary) ? below.text : `${top.text.trim()} / ${below.text.trim()}`
    if (words.length > 2 * maxLength) return null
    if (top !== undefined) subheadings++
    const isKnown = senseOf(words, vocabulary) !== null || top === undefined
    if (!isKnown && senseOf(below.text, vocabulary) === null) return null
    cells.set(at, { ...below, text: words, seen: [...(top?.seen ?? []), ...below.seen] })
  }
  return subheadings === 0 ? null : { line: lower.line, cells, seen: [...upper.seen, ...lower.seen] }
}

/** Whether a subheading says by itself what it is of: *Status* below *Uppföljning* is the status. */
const isOwnText = (text: string, vocabulary: Vocabulary): boolean => {
  const sense = senseOf(text, vocabulary)
  return sense !== null && sense.isPlain && ownTexts.has(sense.meaning)
}

const ownTexts: ReadonlySet<Meaning> = new Set(["followUp", "responsible", "status"])

const filled = (cell: GridCell | undefined): GridCell | undefined =>
  cell === undefined || cell.text.trim() === "" ? undefined : cell

/** Whether every filled cell of a row is made of words of headings. */
const isOfHeadings = (row: GridRow, vocabulary: Vocabulary): boolean => {
  const filled = [...row.cells.values()].filter(({ text }) => text.trim() !== "")
  // Most rows have a cell that is passed over at a glance.
  return (
    filled.length > 0 &&
    !filled.some(({ day, text }) => day !== null || text.length > maxLength || cannotBeHeading(text, vocabulary)) &&
    filled.every(({ text }) => rolesOf(text, vocabulary) !== null)
  )
}
