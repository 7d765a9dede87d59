/**
 * Moved deadlines as text for a terminal.
 */
import type { Slip } from "@frist/domain/PlannedDate"
import type { DeadlineHistory } from "@frist/projections/DeadlineHistory"
import type { NameOf } from "../ActivityName.ts"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { comparedChanges } from "@frist/reports/words/Compared"
import { dateWords, slipWords, waitingWords } from "@frist/reports/words/Phrases"
import { type Choice, quotationOf, remarksText, shownOf, titled } from "./ViewText.ts"
import { type Canvas, paragraph, sectionedTable } from "../TerminalTable.ts"

type Moved = DeadlineHistory["activities"][number]

const below = (...lines: ReadonlyArray<string | null>): string =>
  lines.filter((line) => line !== null && line !== "").join("\n")

/** Returns every move under its activity and that activity's net slip. */
export const slipsText = (view: DeadlineHistory, nameOf: NameOf, phrase: CommandPhrases, canvas: Canvas): string => {
  const { text } = phrase
  const moved = view.activities.filter((activity) => activity.moves.length > 0)
  /** Words the share of a slip that was spent waiting for these activities. */
  const waiting = (inherited: Slip, on: ReadonlyArray<string>): string | null =>
    on.length === 0 ? null : waitingWords(inherited, on.map(nameOf).join(", "), phrase)
  const choices: ReadonlyArray<Choice<Moved["moves"][number]>> = [
    { heading: text.heading.from, least: 10, cell: (move) => dateWords(move.from) },
    { heading: text.heading.to, least: 10, cell: (move) => dateWords(move.to) },
    {
      heading: text.heading.slip,
      least: 12,
      cell: (move) =>
        below(
          move.alike ? slipWords(move.slip, phrase) : text.report.notComparable,
          waiting(move.inherited, move.waitsFor)
        )
    },
    {
      heading: text.heading.saidOn,
      least: 10,
      cell: (move) => [
        { text: move.effectiveOn },
        // The source, where there is room for it, says so too.
        ...(move.provenance === "inferred" && canvas.width < 140
          ? [{ text: text.inferred, style: "dim" as const }]
          : [])
      ]
    },
    {
      heading: text.heading.why,
      least: 16,
      cell: (move) =>
        below(
          move.type === "approved" ? `${text.approved}: ${move.reason ?? ""}` : move.reason,
          quotationOf(move.quoted, phrase),
          move.reason !== null || move.quoted.length > 0
            ? null
            : move.provenance === "inferred"
              ? text.nothingNew
              : text.noReason,
          move.correctedBy === null ? null : text.corrected(move.correctedBy)
        )
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
  const tallied = ({ findings, moves, original, tally }: Moved): string =>
    [
      comparedChanges({ findings, original }, tally, phrase),
      waiting(tally.inherited, [...new Set(moves.flatMap(({ waitsFor }) => waitsFor))])
    ]
      .filter((part) => part !== null)
      .join(", ")
  const shown = shownOf(choices, canvas)
  const sections = moved.map((activity) => {
    return {
      heading: [
        { text: `${nameOf(activity.activity)}: ${tallied(activity)}`, style: "bold" as const },
        { text: activity.activity, style: "dim" as const }
      ],
      rows: activity.moves.map((move) => shown.map((choice) => choice.cell(move)))
    }
  })
  const inferred = moved.some((activity) => activity.tally.atLeast)
  const counted = moved.some(({ tally }) => tally.alike && (tally.net.min !== null || tally.net.max !== null))
  const note = [...(counted ? [text.slipsNote] : []), ...(inferred ? [text.report.more] : [])].join(" ")
  return [
    titled(view, text.report.section.moved(null), phrase, canvas),
    sections.length === 0
      ? text.unmoved
      : `${sectionedTable(shown, sections, canvas)}${note === "" ? "" : `\n\n${paragraph(note, "dim", canvas)}`}`,
    remarksText(moved, nameOf, phrase, canvas)
  ].join("\n")
}
