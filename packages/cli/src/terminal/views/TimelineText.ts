/**
 * The timeline as text for a terminal.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { Timeline } from "@frist/projections/Timeline"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { dateWords, latenessWords, slipWords } from "@frist/reports/words/Phrases"
import { nameAndId, type NameOf } from "../ActivityName.ts"
import { statusPiece } from "../StatusPiece.ts"
import { afterWords, type Choice, chosen, titled } from "./ViewText.ts"
import { type Canvas, paragraph, type Piece } from "../TerminalTable.ts"

/** Returns the milestones in chronological order. */
export const timelineText = (view: Timeline, nameOf: NameOf, phrase: CommandPhrases, canvas: Canvas): string => {
  const { text } = phrase
  const { anchor } = view
  const choices: ReadonlyArray<Choice<Timeline["milestones"][number]>> = [
    { heading: text.heading.milestone, least: 20, cell: (row) => nameAndId(row, nameOf) },
    { heading: text.heading.original, least: 10, cell: (row) => dateWords(row.original) },
    {
      heading: text.heading.latest,
      least: 10,
      cell: (row) => dateWords(row.deadline)
    },
    {
      heading: text.heading.status,
      least: 14,
      cell: (row) => [
        statusPiece(row.status, phrase),
        { text: closedOn(row.status) },
        ...(row.link === null ? [] : [linkPiece(row.link, row.deadline, nameOf, phrase)])
      ]
    },
    {
      heading: text.heading.against,
      least: 12,
      cell: (row) =>
        row.lateness !== null
          ? latenessWords(row.lateness, phrase)
          : row.closed === null
            ? text.noStatus
            : afterWords(row.closed.after, phrase)
    },
    ...(anchor === null
      ? []
      : [
          {
            heading: text.heading.fromAnchor(nameOf(anchor.activity)),
            least: 14,
            cell: (row: Timeline["milestones"][number]) =>
              row.fromAnchor === null ? "" : slipWords(row.fromAnchor, phrase)
          }
        ])
  ]
  return [
    titled(view, text.report.section.timeline, phrase, canvas),
    ...(anchor === null
      ? []
      : [`${paragraph(text.anchor(nameOf(anchor.activity), dateWords(anchor.deadline)), "plain", canvas)}\n`]),
    view.milestones.length === 0 ? text.none : chosen(choices, view.milestones, canvas)
  ].join("\n")
}

/** Names the activity that a milestone stands for, and its date where that differs. */
const linkPiece = (
  { activity, deadline }: NonNullable<Timeline["milestones"][number]["link"]>,
  own: PlannedDate | null,
  nameOf: NameOf,
  { text }: CommandPhrases
): Piece => ({
  text: text.standsFor(nameOf(activity), PlannedDate.same(deadline, own) ? null : dateWords(deadline) || "–"),
  style: "dim"
})

const closedOn = (status: Timeline["milestones"][number]["status"]): string =>
  status._tag === "Completed" ? dateWords(status.on) : status._tag === "Discontinued" ? status.reason : ""
