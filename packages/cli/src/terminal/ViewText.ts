/**
 * What the views as text have in common: their titles, how an activity is named, and its findings.
 */
import type { Board } from "@frist/projections/Board"
import type { ShownActivity, ShownFinding } from "@frist/projections/View"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { excerpt, findingSentence } from "@frist/reports/words/Phrases"
import { type Canvas, type Cell, type Column, paragraph, type Piece, table } from "./TerminalTable.ts"

/** The head of any view. */
type View = Pick<Board, "asOf" | "knownAt" | "plan" | "title" | "today">
/** An activity as a view shows it, with its findings. */
export type Named = ShownActivity & { readonly findings: ReadonlyArray<ShownFinding> }

/** A column with its cell; `from` is the terminal width below which it is left out. */
export interface Choice<Row> extends Column {
  readonly from?: number
  readonly cell: (row: Row) => Cell
}

/** The columns there is room for. */
export const shownOf = <Row>(choices: ReadonlyArray<Choice<Row>>, canvas: Canvas): ReadonlyArray<Choice<Row>> =>
  choices.filter((choice) => choice.from === undefined || canvas.width >= choice.from)

/** A table of rows. */
export const chosen = <Row>(choices: ReadonlyArray<Choice<Row>>, rows: ReadonlyArray<Row>, canvas: Canvas): string => {
  const shown = shownOf(choices, canvas)
  return table(
    shown,
    rows.map((row) => shown.map((choice) => choice.cell(row))),
    canvas
  )
}

/** What stands above a view: the plan, the view, and the times it was asked for. */
export const titled = (view: View, title: string, { text }: CommandPhrases, canvas: Canvas): string => {
  const when = [text.at(view.asOf, view.today), ...(view.knownAt === null ? [] : [text.knownAt(view.knownAt)])].join(
    ". "
  )
  const heading = paragraph(`${view.title ?? view.plan ?? ""}: ${title}`, "bold", canvas)
  return `${heading}\n${paragraph(when, "dim", canvas)}\n`
}

/** An activity by the words a person knows it by, and its id. */
export const name = (row: Pick<Named, "activity" | "area" | "goal" | "kind" | "parent">): ReadonlyArray<Piece> => [
  { text: (row.parent !== null || row.kind === "milestone" ? row.goal : row.area) ?? row.goal ?? row.activity },
  { text: row.activity, style: "dim" }
]

/** Whether somebody should look at a finding: it says more than what is good to know, and nobody has let it be. */
const wantsALook = ({ severity, waived }: ShownFinding): boolean => severity !== "info" && waived === null

/** How many findings somebody should look at. */
export const marks = (row: Named, { text }: CommandPhrases): ReadonlyArray<Piece> => {
  const count = row.findings.filter(wantsALook).length
  return count === 0 ? [] : [{ text: `⚠ ${text.plural.findings(count)}`, style: "yellow" }]
}

/** Findings that somebody should look at, below a table: whose, in which column, what is odd, and the words. */
export const remarksText = (rows: ReadonlyArray<Named>, { text }: CommandPhrases, canvas: Canvas): string => {
  const found = rows.flatMap((row) => row.findings.filter(wantsALook).map((finding) => ({ row, finding })))
  if (found.length === 0) return ""
  const choices: ReadonlyArray<Choice<(typeof found)[number]>> = [
    { heading: text.heading.activity, least: 20, cell: ({ row }) => row.activity },
    {
      heading: text.heading.finding,
      least: 24,
      cell: ({ finding }) => findingSentence(text.findings, finding.code)
    },
    {
      heading: text.heading.words,
      least: 20,
      cell: ({ finding }) => `${finding.column === null ? "" : `${finding.column}: `}${excerpt(finding.words, 160)}`
    }
  ]
  return `\n${paragraph(text.report.section.findings, "bold", canvas)}\n\n${chosen(choices, found, canvas)}`
}
