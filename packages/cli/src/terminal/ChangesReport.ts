/**
 * What an edition changes, as text: activity by activity, where it was seen and what happened.
 */
import type * as Plan from "@frist/domain/Plan"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { eventWords, followUpWords } from "./EventWords.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { excerpt } from "@frist/reports/words/Phrases"
import { type Canvas, paragraph, type Section, sectionedTable } from "./TerminalTable.ts"

type Change = Pick<NewEvent, "activity" | "event" | "source">

/** In the order of the document, findings left out; empty where nothing changed. */
export const changesReport = (
  events: ReadonlyArray<Change>,
  before: Pick<Plan.Plan, "activities">,
  phrase: CommandPhrases,
  canvas: Canvas
): string => {
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
      rows: own.map((change) => [
        text.event[change.event._tag],
        excerpt(changeWords(change, before, phrase), 240),
        change.source?.column ?? ""
      ])
    })
  )
  return `${paragraph(text.changes, "bold", canvas)}\n\n${sectionedTable(columns, sections, canvas)}`
}

/** Of the follow-up of a known activity only what is new in it, and what is struck out. */
const changeWords = (
  { activity, event }: Change,
  { activities }: Pick<Plan.Plan, "activities">,
  phrase: CommandPhrases
): string => {
  const known = activity === null ? undefined : activities.get(activity)
  return event._tag !== "FollowUpNoted" || known === undefined
    ? eventWords(event, phrase)
    : followUpWords(event.text, known, phrase)
}
