/**
 * The findings of an import as text: where each was seen, what is odd, and the words.
 */
import type { NewEvent } from "@frist/domain"
import { type Phrases, sentence } from "./Phrases.ts"
import { type Canvas, styled, table } from "./Table.ts"

const order = { error: 0, warning: 1, info: 2 }
const styles = { error: "red", warning: "yellow", info: "plain" } as const

/** Errors first, then in the order of the document; empty where nothing was found. */
export const findingsReport = (
  events: ReadonlyArray<Pick<NewEvent, "activity" | "event" | "source">>,
  { text }: Phrases,
  canvas: Canvas
): string => {
  const found = events
    .flatMap(({ activity, event, source }) => (event._tag === "FindingRaised" ? [{ activity, event, source }] : []))
    .sort((a, b) => order[a.event.severity] - order[b.event.severity])
  if (found.length === 0) return ""
  const rows = found.map(({ activity, event, source }) => [
    [
      {
        text: [source?.table ?? "", source?.row == null ? "" : text.row(source.row)]
          .filter((part) => part !== "")
          .join(", ")
      },
      { text: event.column ?? "", style: "dim" as const }
    ],
    [
      { text: text.severity[event.severity], style: styles[event.severity] },
      { text: sentence(text.findings, event.code) }
    ],
    [
      { text: event.words.length > 120 ? `${event.words.slice(0, 119)}…` : event.words },
      { text: activity ?? "", style: "dim" as const }
    ]
  ])
  const columns = [
    { heading: text.heading.where, least: 14 },
    { heading: text.heading.finding, least: 24 },
    { heading: text.heading.words, least: 20 }
  ]
  return `${styled(text.findingsBelow, "bold", canvas)}\n\n${table(columns, rows, canvas)}`
}
