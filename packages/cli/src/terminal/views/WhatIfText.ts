/**
 * What would be affected if activities moved, as text for a terminal.
 */
import type { WhatIf } from "@frist/projections/WhatIf"
import { spokenDate } from "@frist/reports/words/DateWords"
import { dateWords, slipWords } from "@frist/reports/words/Phrases"
import { nameAndId, type NameOf } from "../ActivityName.ts"
import type { SuppositionsView } from "../../JsonViews.ts"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { type Choice, chosen, titled } from "./ViewText.ts"
import { type Canvas, paragraph } from "../TerminalTable.ts"

/** An activity that waits; `days` and `moves` only where it would be affected. */
type Waiting = WhatIf["unaffected"][number] & Partial<WhatIf["affected"][number]>

/** Returns each supposition, with the open activities that wait for the activity. */
export const whatIfText = (
  { suppositions }: SuppositionsView,
  nameOf: NameOf,
  phrase: CommandPhrases,
  canvas: Canvas
): string => {
  const { text } = phrase
  return [
    ...suppositions.map((each) => suppositionText(each, nameOf, phrase, canvas)),
    paragraph(text.ifNote, "dim", canvas)
  ].join("\n\n")
}

const suppositionText = (view: WhatIf, nameOf: NameOf, phrase: CommandPhrases, canvas: Canvas): string => {
  const { text } = phrase
  const rows: ReadonlyArray<Waiting> = [...view.affected, ...view.unaffected]
  const choices: ReadonlyArray<Choice<Waiting>> = [
    { heading: text.heading.activity, least: 16, cell: (row) => nameAndId(row, nameOf) },
    { heading: text.heading.deadline, least: 10, cell: ({ deadline }) => dateWords(deadline) },
    {
      heading: text.heading.slip,
      least: 16,
      cell: ({ days, moves }) =>
        moves === undefined || days === undefined
          ? text.ifUnaffected
          : [
              { text: text.ifAffected[moves], style: moves === "certainly" ? "red" : "yellow" },
              { text: slipWords(days, phrase) }
            ]
    },
    // The last of a path is the activity itself.
    {
      heading: text.heading.path,
      least: 12,
      cell: ({ path }) => path.slice(0, -1).toReversed().map(nameOf).join(" → ")
    }
  ]
  const moved = view.activity === null ? "" : nameOf(view.activity.activity)
  return [
    titled(view, text.whatIf(moved, spokenDate(view.to, phrase)), phrase, canvas),
    rows.length === 0 ? text.ifNothing : chosen(choices, rows, canvas)
  ].join("\n")
}
