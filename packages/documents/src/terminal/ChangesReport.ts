/**
 * What an edition changes, as text: activity by activity, where it was seen and what happened.
 */
import type { NewEvent } from "@frist/domain"
import { eventWords } from "./EventWords.ts"
import { excerpt, type Phrases } from "./Phrases.ts"
import { type Canvas, paragraph, type Section, sectionedTable } from "./Table.ts"

type Change = Pick<NewEvent, "activity" | "event" | "source">

/** In the order of the document, findings left out; empty where nothing changed. */
export const changesReport = (events: ReadonlyArray<Change>, phrase: Phrases, canvas: Canvas): string => {
  const { text } = phrase
  const changes = events.filter(({ event }) => event._tag !== "FindingRaised" && event._tag !== "ReviewHeld")
  if (changes.length === 0) return ""
  const place = ({ source }: Change): string =>
    [source?.table ?? text.wholeDocument, ...(source?.row == null ? [] : [text.rows(`${source.row}`, false)])].join(
      ", "
    )
  const columns = [
    { heading: text.heading.event, least: 14 },
    { heading: text.heading.what, least: 24 },
    { heading: text.heading.column, least: 10 }
  ]
  const sections = Array.from(
    Map.groupBy(changes, (change) => `${change.activity ?? ""}\n${place(change)}`).values(),
    (own): Section => ({
      heading: own.slice(0, 1).map((change) => ({
        text: [change.activity ?? "", place(change)].filter((part) => part !== "").join(": "),
        style: "bold"
      })),
      rows: own.map(({ event, source }) => [
        text.event[event._tag],
        excerpt(eventWords(event, phrase), 240),
        source?.column ?? ""
      ])
    })
  )
  return `${paragraph(text.changes, "bold", canvas)}\n\n${sectionedTable(columns, sections, canvas)}`
}
