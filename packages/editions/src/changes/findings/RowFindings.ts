/**
 * Findings about a row: how they are raised, and how a row that is left out is kept.
 */
import type { Command } from "@frist/domain/Command"
import type { Day } from "@frist/domain/Day"
import type { ActivityId } from "@frist/domain/Names"
import type { Provenance } from "@frist/domain/RecordedEvent"
import { maxLength } from "@frist/domain/text/Text"
import type { EditionRow, EditionTable } from "../../Edition.ts"
import type { EditionColumn } from "../../EditionColumn.ts"
import { type FindingCode, type Irregularity, severities } from "../../Irregularity.ts"

/** Adds a proposal about one row, or about the whole edition. `column` is the heading of its cell. */
export type Put = (command: Command, provenance?: Provenance, column?: string | null) => void

/** What a finding is about, and how it is proposed. `activity` is null if the finding is about none. */
interface FindingSubject {
  readonly put: Put
  readonly table: EditionTable | null
  readonly activity: ActivityId | null
}

/** Raises a finding. Words that are too long for one text become several findings. */
export const raise = ({ activity, put, table }: FindingSubject, { code, column, words }: Irregularity): void => {
  const heading = column === null ? null : headingOf(table, column)
  for (const piece of pieces(words)) {
    put(
      { _tag: "RaiseFinding", activity, code, severity: severities[code], column: heading, words: piece },
      "stated",
      heading
    )
  }
}

/** Returns a column's heading in its table; the column's name where it has none. */
export const headingOf = (table: EditionTable | null, column: EditionColumn): string =>
  table?.headings[column] ?? column

const pieces = (words: string): ReadonlyArray<string> => {
  if (words.length <= maxLength) return [words]
  const at = /[\ud800-\udbff]/.test(words.charAt(maxLength - 1)) ? maxLength - 1 : maxLength
  return [words.slice(0, at), ...pieces(words.slice(at))]
}

/** The finding about an activity that no table of an edition has. */
export const vanished = (heldOn: Day): Irregularity => ({
  code: "RowVanished",
  column: null,
  words: heldOn
})

/** Joins all words of a row into one text. */
const rowWords = (row: EditionRow): string =>
  [...Object.values(row.cells), ...row.unknown.map((cell) => cell.words)]
    .filter((words) => words !== null && words !== "")
    .join(" | ")

/**
 * Returns a function that leaves a row out and keeps its words in findings: together, or cell by cell where they are
 * too long for one text. `why` precedes them. Rows with the same words are distinguished by table and row, because a
 * plan records the same words under the same code only once.
 */
export const leavingOut = () => {
  const seen = new Set<string>()
  return (
    { put, row, table }: { readonly put: Put; readonly row: EditionRow; readonly table: EditionTable },
    code: FindingCode,
    why = ""
  ): void => {
    const subject = { put, table, activity: null }
    const keep = (column: EditionColumn | null, words: string) => {
      const key = JSON.stringify([code, column, words])
      raise(subject, { code, column, words: seen.has(key) ? `${words} (${table.name} ${row.number})` : words })
      seen.add(key)
    }
    const words = `${why}${rowWords(row)}`
    if (words.length <= maxLength) return keep(null, words)
    if (why !== "") keep(null, why)
    for (const [column, cell] of Object.entries(row.cells) as ReadonlyArray<[EditionColumn, string | null]>) {
      if (cell !== null && cell !== "") keep(column, cell)
    }
    raiseRemarks(subject, row)
  }
}

/** Raises the reader's remarks on a row. A colour that is not known is remarked on once for its table. */
export const raiseRemarks = (subject: FindingSubject, { remarks }: EditionRow): void => {
  for (const remark of remarks) if (remark.code !== "ColourUnknown") raise(subject, remark)
}

/**
 * Raises the reader's remarks on a table, and one finding for each heading and each colour that is not read. The cells are
 * kept with the edition, so the finding names the heading or the colour alone, and stays the same from one edition to the
 * next.
 */
export const raiseTableRemarks = (put: Put, table: EditionTable): void => {
  const subject = { put, table, activity: null }
  for (const remark of table.remarks) raise(subject, remark)
  const colours = table.rows.flatMap(({ remarks }) =>
    remarks.flatMap(({ code, words }) => (code === "ColourUnknown" ? [words] : []))
  )
  for (const words of new Set(colours)) raise(subject, { code: "ColourUnknown", column: null, words })
  const unread = new Set(table.rows.flatMap(({ unknown }) => unknown.map(({ heading }) => heading.trim())))
  for (const heading of unread)
    if (heading !== "") raise(subject, { code: "UnknownColumn", column: null, words: heading })
  if (!unread.has("")) return
  for (const { column, heading } of table.columns) {
    if (column === null && /^#\d+$/u.test(heading))
      raise(subject, { code: "UnknownColumn", column: null, words: heading })
  }
}
