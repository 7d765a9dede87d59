/**
 * How the columns of a document were taken, as text for a terminal.
 */
import type { EditionTable, TakenColumn } from "@frist/editions/Edition"
import { columnsOfNames } from "@frist/editions/EditionColumn"
import { decisionFor } from "@frist/editions/formats/columns/ColumnSuggestion"
import { columnWords, decisionWords } from "@frist/reports/words/ColumnWords"
import type { HeadFound } from "@frist/editions/UnreadableDocument"
import { excerpt } from "@frist/reports/words/Phrases"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { type Canvas, paragraph, sectionedTable } from "../TerminalTable.ts"

type Table = Pick<EditionTable, "columns" | "name">

/** Returns a row for each heading of each table: what it was read as, why, and the decision that would take it. */
export const columnsText = (tables: ReadonlyArray<Table>, { text }: CommandPhrases, canvas: Canvas): string => {
  const { columns: words } = text
  const shown = tables.filter(({ columns }) => columns.length > 0)
  if (shown.length === 0) return paragraph(words.empty, "plain", canvas)
  return sectionedTable(
    [
      { heading: words.heading, least: 16 },
      { heading: words.taken, least: 12 },
      { heading: words.why, least: 24 }
    ],
    shown.map(({ columns, name }) => ({
      heading: [{ text: excerpt(words.tables(name), 120), style: "bold" as const }],
      rows: columns.map((taken) => [
        excerpt(oneLine(taken.heading), 120),
        taken.column === null ? "–" : columnWords(taken.column, text),
        taken.suggested === null
          ? words.how[taken.how]
          : `${words.how[taken.how]}\n${decisionWords(decisionFor(taken), text)}`
      ])
    })),
    canvas
  )
}

const oneLine = (words: string): string => words.replace(/\s+/gu, " ").trim()

/** The most headings that a line names. */
const mostNamed = 14

/** What a table lacks that is not read, or what its board begins with. */
const helpful: ReadonlySet<string> = new Set([
  "actions",
  "area",
  "completedOn",
  "deadline",
  "goal",
  "newDeadline",
  "status"
])
const mostFlags = 4

/**
 * Returns the lines below the sentence about a file without a table that is read: the row that was taken for the headings,
 * what each was taken for, what is missing, and the decisions that would help. None if no row is like a head.
 */
export const headLines = (head: HeadFound | null | undefined, { text }: CommandPhrases): ReadonlyArray<string> => {
  if (head == null || head.columns.length === 0) return []
  const { columns, line, sheet } = head
  const { columns: words } = text
  const shown = (all: ReadonlyArray<TakenColumn>) => decisionWords(all.map(decisionFor).join(" "), text)
  const has = (...wanted: ReadonlyArray<string>) =>
    columns.some(({ column }) => column !== null && wanted.includes(column))
  const lacking = [
    ...(has(...columnsOfNames) ? [] : [words.missing.name]),
    ...(has("deadline", "newDeadline", "status") ? [] : [words.missing.deadline])
  ]
  const suggested = columns.filter((taken) => taken.suggested !== null && helpful.has(taken.suggested))
  const isFirst = (taken: TakenColumn) => suggested.find((each) => each.suggested === taken.suggested) === taken
  const flags = suggested.filter(isFirst).slice(0, mostFlags)
  const others = suggested.filter((taken) => !isFirst(taken)).slice(0, mostFlags)
  return [
    words.head(line, sheet),
    ...takenLines(columns, text),
    ...(lacking.length === 0 ? [] : [words.lacks(lacking)]),
    ...(flags.length === 0 ? [words.helpless] : [words.help(shown(flags))]),
    ...(others.length === 0 ? [] : [words.helpElse(shown(others))]),
    words.nothingStored
  ]
}

/** Returns a line for the headings that are read, and one for each reason why others are not. */
const takenLines = (columns: ReadonlyArray<TakenColumn>, text: CommandPhrases["text"]): ReadonlyArray<string> => {
  const { how: why, read } = text.columns
  const groups = Map.groupBy(columns, ({ column, how }) => (column === null ? why[how] : read))
  const isRead = groups.get(read) ?? []
  groups.delete(read)
  return [...(isRead.length === 0 ? [] : [[read, isRead] as const]), ...groups].map(([label, taken]) => {
    const named = taken.slice(0, mostNamed).map(({ column, heading }) => {
      const shown = excerpt(oneLine(heading), 40)
      const taken = column === null ? shown : columnWords(column, text)
      return taken === shown ? shown : `${shown} = ${taken}`
    })
    return `  ${label}: ${[...named, ...(taken.length > mostNamed ? ["…"] : [])].join(", ")}`
  })
}
