/**
 * Moved deadlines as text for a terminal.
 */
import type { DeadlineHistory } from "@frist/projections/DeadlineHistory"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { dateWords, slipWords, tallyWords } from "@frist/reports/words/Phrases"
import { type Choice, remarksText, name, shownOf, titled } from "./ViewText.ts"
import { type Canvas, paragraph, sectionedTable } from "./TerminalTable.ts"

/** Returns every move under its activity and that activity's net slip. */
export const slipsText = (view: DeadlineHistory, phrase: CommandPhrases, canvas: Canvas): string => {
  const { text } = phrase
  const moved = view.activities.filter((activity) => activity.moves.length > 0)
  const choices: ReadonlyArray<Choice<(typeof moved)[number]["moves"][number]>> = [
    { heading: text.heading.from, least: 10, cell: (move) => dateWords(move.from) },
    { heading: text.heading.to, least: 10, cell: (move) => dateWords(move.to) },
    { heading: text.heading.slip, least: 12, cell: (move) => slipWords(move.slip, phrase) },
    { heading: text.heading.saidOn, least: 10, cell: (move) => move.effectiveOn },
    {
      heading: text.heading.why,
      least: 16,
      cell: (move) =>
        [
          move.type === "approved" ? `${text.approved}: ${move.reason ?? ""}` : (move.reason ?? ""),
          move.provenance === "inferred" ? text.inferred : "",
          move.correctedBy === null ? "" : text.corrected(move.correctedBy)
        ]
          .filter((part) => part !== "")
          .join("\n")
    },
    { heading: text.heading.by, least: 10, from: 100, cell: (move) => `${move.actor} ${move.recordedAt.slice(0, 10)}` },
    {
      heading: text.heading.source,
      least: 14,
      from: 140,
      cell: (move) =>
        move.source === null ? "" : text.sourceRow(move.source.document, move.source.table, move.source.row)
    }
  ]
  const shown = shownOf(choices, canvas)
  const sections = moved.map((activity) => {
    const [title = { text: activity.activity }, id] = name(activity)
    return {
      heading: [
        { text: `${title.text}: ${tallyWords(activity.tally, phrase)}`, style: "bold" as const },
        ...(id === undefined ? [] : [id])
      ],
      rows: activity.moves.map((move) => shown.map((choice) => choice.cell(move)))
    }
  })
  const inferred = moved.some((activity) => activity.tally.atLeast)
  const note = inferred ? `${text.slipsNote} ${text.inferredNote}` : text.slipsNote
  return [
    titled(view, text.report.table.moved, phrase, canvas),
    sections.length === 0
      ? text.unmoved
      : `${sectionedTable(shown, sections, canvas)}\n\n${paragraph(note, "dim", canvas)}`,
    remarksText(moved, phrase, canvas)
  ].join("\n")
}
