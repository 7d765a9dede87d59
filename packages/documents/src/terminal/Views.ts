/**
 * The views as text for a terminal.
 */
import type {
  ActivityHistory,
  Board,
  Completed,
  DeadlineHistory,
  ShownActivity,
  ShownFinding,
  Timeline
} from "@frist/projections"
import { eventWords } from "./EventWords.ts"
import {
  dateWords,
  excerpt,
  latenessWords,
  type Phrases,
  sentence,
  slipWords,
  statusPiece,
  tallyWords
} from "./Phrases.ts"
import { type Canvas, type Cell, type Column, type Piece, printable, styled, table } from "./Table.ts"

type View = Board | Completed | DeadlineHistory | Timeline | ActivityHistory
type Named = ShownActivity & { readonly findings: ReadonlyArray<ShownFinding> }

/** A column with its cell; `from` is the terminal width below which it is left out. */
interface Choice<Row> extends Column {
  readonly from?: number
  readonly cell: (row: Row) => Cell
}

const chosen = <Row>(choices: ReadonlyArray<Choice<Row>>, rows: ReadonlyArray<Row>, canvas: Canvas): string => {
  const shown = choices.filter((choice) => choice.from === undefined || canvas.width >= choice.from)
  return table(
    shown,
    rows.map((row) => shown.map((choice) => choice.cell(row))),
    canvas
  )
}

const titled = (view: View, title: string, { text }: Phrases, canvas: Canvas): string => {
  const when = [text.at(view.asOf, view.today), ...(view.knownAt === null ? [] : [text.knownAt(view.knownAt)])].join(
    ". "
  )
  return `${styled(printable(`${view.title ?? view.plan ?? ""}: ${title}`), "bold", canvas)}\n${styled(when, "dim", canvas)}\n`
}

const name = (row: Pick<Named, "activity" | "area" | "goal" | "kind" | "parent">): ReadonlyArray<Piece> => [
  { text: (row.parent !== null || row.kind === "milestone" ? row.goal : row.area) ?? row.goal ?? row.activity },
  { text: row.activity, style: "dim" }
]

/** The board. */
export const boardText = (board: Board, phrase: Phrases, canvas: Canvas): string => {
  const { text } = phrase
  const choices: ReadonlyArray<Choice<Board["activities"][number]>> = [
    { heading: text.heading.activity, least: 20, cell: name },
    { heading: text.heading.goal, least: 24, from: 130, cell: (row) => (row.parent === null ? (row.goal ?? "") : "") },
    { heading: text.heading.responsible, least: 16, from: 160, cell: (row) => row.responsible ?? "" },
    { heading: text.heading.original, least: 10, cell: (row) => original(row, board.activities, phrase) },
    { heading: text.heading.latest, least: 10, cell: (row) => (row.moves.count === 0 ? "" : dateWords(row.latest)) },
    { heading: text.heading.moves, least: 12, cell: (row) => tallyWords(row.moves, phrase) },
    {
      heading: text.heading.status,
      least: 14,
      cell: (row) => [statusPiece(row.status, phrase), ...marks(row, phrase)]
    },
    { heading: text.heading.late, least: 14, cell: (row) => lateness(row, phrase) }
  ]
  return [
    titled(board, text.board, phrase, canvas),
    board.activities.length === 0 ? text.none : chosen(choices, board.activities, canvas),
    findingsText(board.activities, phrase, canvas)
  ].join("\n")
}

/** The original deadline in its words; where the parts that follow hold the dates of a cell, how many there are. */
const original = (row: Named, all: ReadonlyArray<Named>, { text }: Phrases): string => {
  const parts = all.filter((other) => other.parent === row.activity).length
  return parts > 0 && dateWords(row.original).includes("\n") ? text.inParts(parts) : dateWords(row.original)
}

const marks = (row: Named, { text }: Phrases): ReadonlyArray<Piece> => {
  const count = row.findings.filter((finding) => finding.severity !== "info").length
  return count === 0 ? [] : [{ text: `⚠ ${text.plural.findings(count)}`, style: "yellow" }]
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)

const lateness = (row: Board["activities"][number], phrase: Phrases): ReadonlyArray<Piece> => {
  const { text } = phrase
  const { approved, latest, original } = row.lateness
  const line = (name: string, against: typeof original): Piece => ({
    text: `${name}: ${latenessWords(against, phrase)}`,
    style: against.passed === "certainly" ? "red" : against.passed === "possibly" ? "yellow" : "plain"
  })
  if (!differs(row.original, row.latest) && !differs(row.original, row.approved)) {
    const { style, text: words } = line("", latest)
    return [{ text: words.slice(2), ...(style === undefined ? {} : { style }) }]
  }
  return [
    line(text.lateAgainst.original, original),
    ...(differs(row.approved, row.original) ? [line(text.lateAgainst.approved, approved)] : []),
    line(text.lateAgainst.latest, latest)
  ]
}

/** Findings that somebody should look at, below a table: whose, in which column, what is odd, and the words. */
const findingsText = (rows: ReadonlyArray<Named>, { text }: Phrases, canvas: Canvas): string => {
  const found = rows.flatMap((row) =>
    row.findings.filter((finding) => finding.severity !== "info").map((finding) => ({ row, finding }))
  )
  if (found.length === 0) return ""
  const choices: ReadonlyArray<Choice<(typeof found)[number]>> = [
    { heading: text.heading.activity, least: 20, cell: ({ row }) => row.activity },
    {
      heading: text.heading.finding,
      least: 24,
      cell: ({ finding }) => sentence(text.findings, finding.code)
    },
    {
      heading: text.heading.words,
      least: 20,
      cell: ({ finding }) => `${finding.column === null ? "" : `${finding.column}: `}${excerpt(finding.words, 160)}`
    }
  ]
  return `\n${styled(text.findingsBelow, "bold", canvas)}\n\n${chosen(choices, found, canvas)}`
}

/** The completed list. */
export const completedText = (view: Completed, phrase: Phrases, canvas: Canvas): string => {
  const { text } = phrase
  const choices: ReadonlyArray<Choice<Completed["activities"][number]>> = [
    { heading: text.heading.activity, least: 20, cell: name },
    { heading: text.heading.goal, least: 24, from: 110, cell: (row) => (row.parent === null ? (row.goal ?? "") : "") },
    { heading: text.heading.responsible, least: 16, from: 150, cell: (row) => row.responsible ?? "" },
    { heading: text.heading.original, least: 10, cell: (row) => dateWords(row.original) },
    {
      heading: text.heading.status,
      least: 16,
      cell: (row) => [
        statusPiece(row.status, phrase),
        { text: closedWords(row, phrase) },
        ...(row.isNew === true ? [{ text: `★ ${text.isNew}`, style: "bold" as const }] : []),
        ...marks(row, phrase)
      ]
    },
    {
      heading: text.heading.after,
      least: 12,
      cell: (row) =>
        row.after.original.min === null && row.after.original.max === null ? "" : slipWords(row.after.original, phrase)
    }
  ]
  return [
    titled(view, text.completed, phrase, canvas),
    ...(view.previousReview === null ? [] : [`${text.previousReview(view.previousReview)}\n`]),
    view.activities.length === 0 ? text.none : chosen(choices, view.activities, canvas),
    findingsText(view.activities, phrase, canvas)
  ].join("\n")
}

const closedWords = ({ status }: Named, { text }: Phrases): string =>
  status._tag === "Discontinued"
    ? status.reason
    : status._tag === "Completed" && status.on !== null && status.on.edtf !== null
      ? status.on.words
      : text.noDate

/** Every move, activity by activity, the net slip first. */
export const slipsText = (view: DeadlineHistory, phrase: Phrases, canvas: Canvas): string => {
  const { text } = phrase
  const moved = view.activities.filter((activity) => activity.moves.length > 0)
  type Line = {
    readonly activity: (typeof moved)[number]
    readonly move: (typeof moved)[number]["moves"][number]
    readonly first: boolean
  }
  const lines = moved.flatMap((activity) =>
    activity.moves.map((move, at): Line => ({ activity, move, first: at === 0 }))
  )
  const choices: ReadonlyArray<Choice<Line>> = [
    {
      heading: text.heading.activity,
      least: 20,
      cell: ({ activity, first }) =>
        first ? [...name(activity), { text: tallyWords(activity.tally, phrase), style: "bold" }] : ""
    },
    { heading: text.heading.from, least: 10, cell: ({ move }) => dateWords(move.from) },
    { heading: text.heading.to, least: 10, cell: ({ move }) => dateWords(move.to) },
    { heading: text.heading.slip, least: 12, cell: ({ move }) => slipWords(move.slip, phrase) },
    { heading: text.heading.saidOn, least: 10, cell: ({ move }) => move.effectiveOn },
    {
      heading: text.heading.why,
      least: 16,
      cell: ({ move }) =>
        [
          move.type === "approved" ? `${text.approved}: ${move.reason ?? ""}` : (move.reason ?? ""),
          move.provenance === "inferred" ? text.inferred : ""
        ]
          .filter((part) => part !== "")
          .join("\n")
    },
    {
      heading: text.heading.by,
      least: 10,
      from: 110,
      cell: ({ move }) => `${move.actor}\n${move.recordedAt.slice(0, 10)}`
    },
    {
      heading: text.heading.source,
      least: 14,
      from: 140,
      cell: ({ move }) =>
        move.source === null ? "" : text.sourceRow(move.source.document, move.source.table, move.source.row)
    }
  ]
  return [
    titled(view, text.slips, phrase, canvas),
    lines.length === 0 ? text.unmoved : `${chosen(choices, lines, canvas)}\n\n${styled(text.slipsNote, "dim", canvas)}`,
    findingsText(moved, phrase, canvas)
  ].join("\n")
}

/** Milestones in order of time. */
export const timelineText = (view: Timeline, phrase: Phrases, canvas: Canvas): string => {
  const { text } = phrase
  const { anchor } = view
  const choices: ReadonlyArray<Choice<Timeline["milestones"][number]>> = [
    { heading: text.heading.milestone, least: 20, cell: name },
    { heading: text.heading.original, least: 10, cell: (row) => dateWords(row.original) },
    {
      heading: text.heading.latest,
      least: 10,
      cell: (row) => (JSON.stringify(row.latest) === JSON.stringify(row.original) ? "" : dateWords(row.latest))
    },
    { heading: text.heading.status, least: 14, cell: (row) => [statusPiece(row.status, phrase)] },
    { heading: text.heading.late, least: 12, cell: (row) => latenessWords(row.lateness, phrase) },
    ...(anchor === null
      ? []
      : [
          {
            heading: text.heading.fromAnchor(anchor.activity),
            least: 14,
            cell: (row: Timeline["milestones"][number]) =>
              row.fromAnchor === null ? "" : slipWords(row.fromAnchor, phrase)
          }
        ])
  ]
  return [
    titled(view, text.timeline, phrase, canvas),
    ...(anchor === null
      ? []
      : [`${printable(text.anchor(anchor.area ?? anchor.goal ?? anchor.activity, dateWords(anchor.latest)))}\n`]),
    view.milestones.length === 0 ? text.none : chosen(choices, view.milestones, canvas)
  ].join("\n")
}

/** Everything recorded of one activity. */
export const historyText = (view: ActivityHistory, phrase: Phrases, canvas: Canvas): string => {
  const { text } = phrase
  const choices: ReadonlyArray<Choice<ActivityHistory["entries"][number]>> = [
    { heading: text.heading.number, least: 4, cell: (entry) => String(entry.position) },
    { heading: text.heading.saidOn, least: 10, cell: (entry) => entry.effectiveOn },
    {
      heading: text.heading.event,
      least: 12,
      cell: (entry) => [
        { text: eventName(text.event, entry.type), style: entry.stands ? "plain" : "dim" },
        ...(entry.correctedBy === null ? [] : [{ text: text.replaced(entry.correctedBy), style: "yellow" as const }])
      ]
    },
    { heading: text.heading.what, least: 24, cell: (entry) => eventWords(entry.event, phrase) },
    {
      heading: text.heading.by,
      least: 10,
      from: 90,
      cell: (entry) => `${entry.actor}\n${entry.recordedAt.slice(0, 16).replace("T", " ")}`
    },
    {
      heading: text.heading.source,
      least: 14,
      from: 120,
      cell: (entry) =>
        entry.source === null ? "" : text.sourceRow(entry.source.document, entry.source.table, entry.source.row)
    }
  ]
  const of = view.activity === null ? text.history : `${text.history}, ${view.activity.activity}`
  return [titled(view, of, phrase, canvas), chosen(choices, view.entries, canvas)].join("\n")
}

const eventName = (names: Readonly<Record<string, string>>, type: string): string =>
  Object.hasOwn(names, type) ? (names[type] ?? type) : type
