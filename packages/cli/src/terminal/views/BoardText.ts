/**
 * The board as text for a terminal.
 */
import type { Board } from "@frist/projections/Board"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { comparedChanges, isCounted, unstatedPart } from "@frist/reports/words/Compared"
import { dateWords, latenessWords, waitingWords } from "@frist/reports/words/Phrases"
import { nameAndId, type NameOf } from "../ActivityName.ts"
import { statusPiece } from "../StatusPiece.ts"
import { aimOf, type Choice, chosen, remarksText, marks, type Named, titled } from "./ViewText.ts"
import { type Canvas, paragraph, type Piece } from "../TerminalTable.ts"

/** Returns the board. */
export const boardText = (board: Board, nameOf: NameOf, phrase: CommandPhrases, canvas: Canvas): string => {
  const { text } = phrase
  const choices: ReadonlyArray<Choice<Board["activities"][number]>> = [
    { heading: text.heading.activity, least: 16, cell: (row) => rowName(row, nameOf) },
    { heading: text.heading.goal, least: 24, from: 130, cell: aimOf(board.activities) },
    { heading: text.heading.responsible, least: 16, from: 160, cell: (row) => row.responsible ?? "" },
    { heading: text.heading.deadline, least: 10, cell: (row) => original(row, board.activities, phrase) },
    {
      heading: text.heading.newDeadline,
      least: 10,
      cell: (row) => (row.moves.count === 0 ? "" : dateWords(row.deadline))
    },
    {
      heading: text.heading.moves,
      least: 12,
      cell: (row) =>
        [comparedChanges(row, row.moves, phrase).replace(", ", ",\n"), waitingWords(row.moves.inherited, null, phrase)]
          .filter((part) => part !== null)
          .join(",\n")
    },
    {
      heading: text.heading.status,
      least: 12,
      cell: (row) => [statusPiece(row.status, phrase, row.statusCell), ...marks(row, phrase)]
    },
    { heading: text.heading.against, least: 12, cell: (row) => lateness(row, board.activities, phrase) }
  ]
  return [
    titled(board, text.report.section.ongoing, phrase, canvas),
    board.activities.length === 0 ? text.none : chosen(choices, board.activities, canvas),
    ...(board.activities.some(({ moves }) => moves.atLeast) ? [`\n${paragraph(text.report.more, "dim", canvas)}`] : []),
    remarksText(board.activities, nameOf, phrase, canvas)
  ].join("\n")
}

/** Names an activity; a part, which follows its whole, by its own words. */
const rowName = (row: Named, nameOf: NameOf): ReadonlyArray<Piece> =>
  row.parent === null || row.goal === null
    ? nameAndId(row, nameOf)
    : [{ text: `– ${row.goal}` }, { text: row.activity, style: "dim" }]

/** Words the original deadline; a cell whose dates are divided among parts gives their number instead. */
const original = (row: Named, all: ReadonlyArray<Named>, { text }: CommandPhrases): string => {
  const parts = all.filter((other) => other.parent === row.activity).length
  return parts > 0 && dateWords(row.original).includes("\n") ? text.inParts(parts) : dateWords(row.original)
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)

type Row = Board["activities"][number]

const lateness = (row: Row, all: ReadonlyArray<Row>, phrase: CommandPhrases): ReadonlyArray<Piece> => {
  const { text } = phrase
  const { baseline, deadline, original } = row.lateness
  const followUp = all.find(({ activity }) => activity === row.parent)?.note ?? null
  const line = (name: string, against: typeof original): Piece => {
    const quiet =
      against === original && !isCounted(row) ? text.report.notComparable : unstatedPart(row, against, followUp, phrase)
    return {
      text: `${name}: ${quiet ?? latenessWords(against, phrase)}`,
      style:
        quiet !== null
          ? "plain"
          : against.passed === "certainly"
            ? "red"
            : against.passed === "possibly"
              ? "yellow"
              : "plain"
    }
  }
  if (!differs(row.original, row.deadline) && !differs(row.original, row.baseline)) {
    const { style, text: words } = line("", deadline)
    return [{ text: words.slice(2), ...(style === undefined ? {} : { style }) }]
  }
  return [
    line(text.lateAgainst.original, original),
    ...(differs(row.baseline, row.original)
      ? [line(`${text.lateAgainst.approved} ${dateWords(row.baseline)}`, baseline)]
      : []),
    line(text.lateAgainst.latest, deadline)
  ]
}
