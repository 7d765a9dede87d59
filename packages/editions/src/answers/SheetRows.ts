/**
 * The rows of a sheet's table: found by the headings that were asked under, and read by the rules of every document's cells.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import type { EditionRow } from "../Edition.ts"
import type { HeadingColumn } from "../formats/columns/Headings.ts"
import type { Grid, GridCell, GridRow } from "../formats/grid/Grid.ts"
import { builtRow } from "../formats/grid/GridRows.ts"
import { isBadText, shownText } from "../formats/office/Unreadable.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { AskFile } from "./AskFile.ts"

/** Words that were changed in a column that is not for answers. */
interface Overwritten {
  readonly heading: string
  readonly words: string
}

/** A row of a sheet: its answers as the cells of an edition's row, and the reason for a new date. */
export interface FilledRow {
  readonly number: number
  readonly row: Omit<EditionRow, "number">
  readonly reason: string | null
  readonly overwritten: ReadonlyArray<Overwritten>
  /** Words in cells that are under no heading of the sheet. */
  readonly beside: ReadonlyArray<string>
  /** Answers that are struck out whole. */
  readonly struck: ReadonlyArray<string>
  /** Answers that cannot be kept or are not as they look, with a sign for each such character; and those without words. */
  readonly unsafe: ReadonlyArray<string>
  readonly wordless: ReadonlyArray<string>
  /** Cells with a colour of their own: the heading, and the words. */
  readonly coloured: ReadonlyArray<string>
  /** All words of the row, and whether those that were shown are unchanged. */
  readonly words: ReadonlyArray<string>
  readonly isAsAsked: boolean
}

/** Returns the number that a cell has, if that is all that it has. */
export const numberIn = (text: string): number | null => {
  const number = /^\s{0,9}(\d{1,6})\s{0,9}$/u.exec(text)?.[1]
  return number === undefined ? null : Number(number)
}

/** Returns words for comparison: programs change spaces, line ends and what cannot be seen. */
export const plain = (words: string): string =>
  words
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim()

/** The places of a table's columns: of the number, of what is shown, and of the answers. */
interface SheetHead {
  readonly number: number
  readonly shown: ReadonlyArray<number>
  readonly columns: ReadonlyMap<number, HeadingColumn>
  readonly headings: ReadonlyMap<number, string>
  /** Every heading, as the sheet words it. */
  readonly titles: ReadonlyMap<number, string>
}

/** Returns the rows below each head of a table of answers. */
export const rowsBelowHeads = (
  grid: Grid,
  ask: Pick<AskFile, "headings">
): ReadonlyArray<{ readonly head: SheetHead; readonly row: GridRow }> => {
  let head: SheetHead | null = null
  return grid.rows.flatMap((row) => {
    const own = headOf(row, ask)
    head = own ?? head
    return own !== null || head === null ? [] : [{ head, row }]
  })
}

const headOf = (row: GridRow, { headings }: Pick<AskFile, "headings">): SheetHead | null => {
  const placeOf = (heading: string) => [...row.cells].find(([, { text }]) => plain(text) === plain(heading))?.[0] ?? -1
  const { followUp, newDeadline, number, reason, responsible, shown, status } = headings
  const answers = (
    [
      ["status", status],
      ["followUp", followUp],
      ["newDeadline", newDeadline],
      ["responsible", responsible]
    ] as const
  ).flatMap(([column, heading]) => {
    const at = placeOf(heading)
    return at < 0 ? [] : [[at, column] as const]
  })
  return placeOf(number) < 0 || answers.length === 0
    ? null
    : {
        number: placeOf(number),
        shown: shown.map(placeOf),
        columns: new Map(answers),
        headings: new Map([[placeOf(reason), reason]]),
        titles: new Map([...row.cells].map(([at, { text }]) => [at, plain(text)]))
      }
}

const isUnsafe = ({ struck, text }: GridCell): boolean => isBadText(text) || isBadText(struck)

const noColours = { legend: { byColour: new Map(), byHue: new Map(), shades: new Set<string>() }, column: new Map() }

/**
 * Reads a row by the rules of every document's cells. Colours say nothing here: a sheet has its own. Neither do words that are
 * struck out: they are no answers, nor is a row with nothing else.
 */
export const filledRow = (
  row: GridRow,
  head: SheetHead,
  ask: AskFile,
  { fills, vocabulary }: { readonly vocabulary: Vocabulary; readonly fills: ReadonlySet<string> | null }
): Omit<FilledRow, "number"> & { readonly number: number | null } => {
  const cells = new Map(
    [...row.cells].map(([at, cell]): [number, GridCell] => {
      if (isUnsafe(cell)) return [at, { ...cell, text: "", struck: "", seen: [], fill: null, ink: null }]
      const struck = cell.text.trim() === "" ? "" : cell.struck
      return [at, { ...cell, fill: null, ink: null, struck }]
    })
  )
  const tableHead = { ...head, taken: [], isOfActions: true, isDated: false }
  const named = { row: { ...row, cells }, number: 1, group: null }
  const { row: built } = builtRow(named, tableHead, "activities", { ...noColours, vocabulary })
  const textAt = (at: number) => row.cells.get(at)?.text ?? ""
  const number = numberIn(textAt(head.number))
  const asked = ask.rows.find((each) => each.number === number)
  const overwritten = head.shown.flatMap((at, column): ReadonlyArray<Overwritten> => {
    const words = textAt(at)
    const heading = ask.headings.shown[column] ?? ""
    return at < 0 || asked === undefined || plain(words) === plain(asked.shown[column] ?? "")
      ? []
      : [{ heading, words: shownText(words) }]
  })
  const answers = new Set([...head.columns.keys(), ...head.headings.keys()])
  const known = new Set([...answers, ...head.shown, head.number])
  const inOthers = [...row.cells].filter(([at, { text }]) => !known.has(at) && text.trim() !== "")
  const answered = [...row.cells].flatMap(([at, cell]) => (answers.has(at) ? [cell] : []))
  const safe = answered.filter((cell) => !isUnsafe(cell))
  const struck = safe.filter((cell) => cell.text.trim() === "" && cell.struck.trim() !== "")
  return {
    beside: inOthers.map(([, { text }]) => shownText(text.trim())),
    struck: struck.map((cell) => cell.struck.trim()),
    unsafe: answered.filter(isUnsafe).map(({ struck: out, text }) => shownText(`${text} ${out}`.trim())),
    wordless: safe.flatMap(({ seen, text }) =>
      text.trim() === "" ? seen.flatMap(({ code, words }) => (code === "TextNotRead" ? [words] : [])) : []
    ),
    coloured: [...row.cells].flatMap(([at, { fill, text }]) => {
      if (fills === null || fill === null || fills.has(fill)) return []
      const heading = head.titles.get(at) ?? ""
      return [text.trim() === "" ? heading : `${heading}: ${shownText(text.trim())}`]
    }),
    words: [...row.cells.values()]
      .map(({ struck: out, text }) => shownText(text.trim() || out.trim()))
      .filter((each) => each !== ""),
    isAsAsked: asked !== undefined && overwritten.length === 0,
    number,
    row: built,
    reason: built.unknown.find(({ heading }) => heading === ask.headings.reason)?.words ?? null,
    overwritten
  }
}

/** Whether a row names something else than was asked: less than half of its words are there. */
export const isOtherRow = (
  { number, overwritten }: Pick<FilledRow, "overwritten"> & { readonly number: number | null },
  ask: AskFile
) => {
  const [name] = ask.headings.shown
  const written = overwritten.find(({ heading }) => heading === name)
  if (written === undefined || written.words.trim() === "") return false
  const words = new Set(comparable(written.words).split(" "))
  const asked = [...new Set(comparable(ask.rows.find((row) => row.number === number)?.shown[0] ?? "").split(" "))]
  return asked.filter((word) => words.has(word)).length * 2 < asked.length
}
