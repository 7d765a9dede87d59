/**
 * The parts that text views share: titles, names of activities, and findings.
 */
import type { Slip } from "@frist/domain/PlannedDate"
import type { Board } from "@frist/projections/Board"
import type { ShownActivity, ShownFinding } from "@frist/projections/View"
import type { NameOf } from "../ActivityName.ts"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { findingCell } from "@frist/reports/words/ColumnWords"
import { removalSentences } from "@frist/reports/words/RemovalWords"
import { excerpt, findingSentence, slipWords } from "@frist/reports/words/Phrases"
import { type Canvas, type TerminalCell, type Column, paragraph, type Piece, table } from "../TerminalTable.ts"

/** The fields that every view begins with. */
type View = Pick<Board, "asOf" | "events" | "knownAt" | "plan" | "removed" | "title" | "today">
/** An activity of a view, with its findings. */
export type Named = ShownActivity & { readonly findings: ReadonlyArray<ShownFinding> }

/** A column and the cell of a row; `from` is the narrowest terminal that shows it. */
export interface Choice<Row> extends Column {
  readonly from?: number
  readonly cell: (row: Row) => TerminalCell
}

/** Returns the columns that the terminal is wide enough for. */
export const shownOf = <Row>(choices: ReadonlyArray<Choice<Row>>, canvas: Canvas): ReadonlyArray<Choice<Row>> =>
  choices.filter((choice) => choice.from === undefined || canvas.width >= choice.from)

/** Returns a table of rows with the columns that fit. */
export const chosen = <Row>(choices: ReadonlyArray<Choice<Row>>, rows: ReadonlyArray<Row>, canvas: Canvas): string => {
  const shown = shownOf(choices, canvas)
  return table(
    shown,
    rows.map((row) => shown.map((choice) => choice.cell(row))),
    canvas
  )
}

/** Returns the title of a view: the plan, the view, and its times. */
export const titled = (view: View, title: string, phrase: CommandPhrases, canvas: Canvas): string => {
  const { text } = phrase
  const when = [text.at(view.asOf, view.today), ...(view.knownAt === null ? [] : [text.knownAt(view.knownAt)])].join(
    ". "
  )
  const heading = paragraph(`${view.title ?? view.plan ?? ""}: ${title}`, "bold", canvas)
  const removed = removalSentences(view.removed, phrase).map((sentence) => `${paragraph(sentence, "yellow", canvas)}\n`)
  const isBefore = view.asOf !== null && view.title === null
  const empty = view.events === 0 ? text.nothingKnown : isBefore ? text.notBegun : null
  const unknown = empty === null ? "" : `${paragraph(empty, "yellow", canvas)}\n`
  return `${heading}\n${paragraph(when, "dim", canvas)}\n${unknown}${removed.join("")}`
}

type Aimed = Pick<Named, "actions" | "area" | "goal" | "parent">

/**
 * Returns a function that words what a row is to reach: its goal; its actions where it has no goal; both where several
 * rows of its area have that goal. Parts have none.
 */
export const aimOf = (rows: ReadonlyArray<Aimed>): ((row: Aimed) => string) => {
  const counts = new Map<string, number>()
  const keyOf = ({ area, goal }: Aimed) => JSON.stringify([area, goal])
  for (const row of rows) if (row.parent === null) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return (row) => {
    if (row.parent !== null) return ""
    const isShared = (counts.get(keyOf(row)) ?? 0) > 1
    return [row.goal, row.goal === null || isShared ? row.actions : null].filter((text) => text !== null).join("\n")
  }
}

/** Returns true for a finding that needs attention: above severity info, and not waived. */
const wantsALook = ({ severity, waived }: ShownFinding): boolean => severity !== "info" && waived === null

/** Returns the number of findings that need attention. */
export const marks = (row: Named, { text }: CommandPhrases): ReadonlyArray<Piece> => {
  const count = row.findings.filter(wantsALook).length
  return count === 0 ? [] : [{ text: `⚠ ${text.plural.findings(count)}`, style: "yellow" }]
}

/** Returns the findings that need attention, as a table below the view. */
export const remarksText = (
  rows: ReadonlyArray<Named>,
  nameOf: NameOf,
  { text }: CommandPhrases,
  canvas: Canvas
): string => {
  const found = rows.flatMap((row) => row.findings.filter(wantsALook).map((finding) => ({ row, finding })))
  if (found.length === 0) return ""
  const choices: ReadonlyArray<Choice<(typeof found)[number]>> = [
    { heading: text.heading.activity, least: 20, cell: ({ row }) => nameOf(row.activity) },
    {
      heading: text.heading.finding,
      least: 24,
      cell: ({ finding }) => findingSentence(text.findings, finding.code)
    },
    {
      heading: text.heading.words,
      least: 20,
      cell: ({ finding }) => findingCell(finding, text, (words) => excerpt(words, 160))
    }
  ]
  return `\n${paragraph(text.report.section.findings, "bold", canvas)}\n\n${chosen(choices, found, canvas)}`
}

/**
 * Returns the sentences of a follow-up that were new when a date moved, as a quotation: whole sentences, as many as are
 * soon read. Null where none were new.
 */
export const quotationOf = (sentences: ReadonlyArray<string>, { text }: CommandPhrases): string | null => {
  const [first, ...others] = sentences
  if (first === undefined) return null
  let quoted = excerpt(first, 160)
  for (const sentence of others) {
    const longer = `${quoted} ${sentence}`
    if (longer.length > 160) return text.followUpSays(`${quoted} …`)
    quoted = longer
  }
  return text.followUpSays(quoted)
}

/** Words how long before or after its deadline something was completed; empty where that is unknown. */
export const afterWords = (slip: Slip, phrase: CommandPhrases): string =>
  slip.min === null && slip.max === null
    ? ""
    : slip.min !== null && slip.min > 0
      ? phrase.text.later(slipWords(slip, phrase))
      : slipWords(slip, phrase)
