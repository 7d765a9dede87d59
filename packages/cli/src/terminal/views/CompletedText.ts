/**
 * The completed list as text for a terminal.
 */
import type { Completed } from "@frist/projections/Completed"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { dateWords } from "@frist/reports/words/Phrases"
import { nameAndId, type NameOf } from "../ActivityName.ts"
import { statusPiece } from "../StatusPiece.ts"
import { afterWords, aimOf, type Choice, chosen, remarksText, marks, type Named, titled } from "./ViewText.ts"
import { type Canvas, paragraph } from "../TerminalTable.ts"

/** Returns the completed list. */
export const completedText = (view: Completed, nameOf: NameOf, phrase: CommandPhrases, canvas: Canvas): string => {
  const { text } = phrase
  const choices: ReadonlyArray<Choice<Completed["activities"][number]>> = [
    { heading: text.heading.activity, least: 20, cell: (row) => nameAndId(row, nameOf) },
    { heading: text.heading.goal, least: 24, from: 110, cell: aimOf(view.activities) },
    { heading: text.heading.responsible, least: 16, from: 150, cell: (row) => row.responsible ?? "" },
    { heading: text.heading.deadline, least: 10, cell: (row) => dateWords(row.original) },
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
      cell: (row) => afterWords(row.after.original, phrase)
    }
  ]
  return [
    titled(view, text.report.section.completed, phrase, canvas),
    ...(view.previousReview === null
      ? []
      : [`${paragraph(text.previousReview(view.previousReview), "plain", canvas)}\n`]),
    view.activities.length === 0 ? text.none : chosen(choices, view.activities, canvas),
    remarksText(view.activities, nameOf, phrase, canvas)
  ].join("\n")
}

const closedWords = ({ status }: Named, { text }: CommandPhrases): string =>
  status._tag === "Discontinued"
    ? status.reason
    : status._tag === "Completed" && status.on !== null && status.on.edtf !== null
      ? status.on.words
      : text.noDate
