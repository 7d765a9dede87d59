/**
 * The changes and findings of an edition, as text for a terminal.
 */
import type { Plan } from "@frist/domain/Plan"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { eventWords, followUpWords } from "./EventWords.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { excerpt } from "@frist/reports/words/Phrases"
import { importFindingsText } from "./ImportFindingsText.ts"
import { type Canvas, paragraph, type Section, sectionedTable } from "./TerminalTable.ts"

type Change = Pick<NewEvent, "activity" | "event" | "source">

/** Returns the findings, and the changes to a plan that existed: in a new plan everything is new. */
export const importText = (
  events: ReadonlyArray<NewEvent>,
  before: Plan,
  phrase: CommandPhrases,
  canvas: Canvas
): string =>
  [
    before.title === null ? "" : changesText(events, before, phrase, canvas),
    importFindingsText(events, before, phrase, canvas)
  ]
    .filter((part) => part !== "")
    .join("\n\n")

/** Events that change nothing that a row says. */
const isNoChange: ReadonlySet<string> = new Set(["FindingRaised", "FindingsRepeated", "ReviewHeld", "EditionKept"])

/** Returns the changes in the order of the document, without findings; an empty string if there are none. */
const changesText = (
  events: ReadonlyArray<Change>,
  before: Pick<Plan, "activities">,
  phrase: CommandPhrases,
  canvas: Canvas
): string => {
  const { text } = phrase
  const changes = events.filter(({ event }) => !isNoChange.has(event._tag))
  if (changes.length === 0) return ""
  const place = ({ source }: Change): string =>
    [source?.table ?? "", source?.row == null ? "" : text.rows(`${source.row}`, false)]
      .filter((part) => part !== "")
      .join(", ") || text.wholeDocument
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

/** Words a change; of the follow-up of a known activity, only what was added and struck out. */
const changeWords = (
  { activity, event }: Change,
  { activities }: Pick<Plan, "activities">,
  phrase: CommandPhrases
): string => {
  const known = activity === null ? undefined : activities.get(activity)
  return event._tag !== "FollowUpNoted" || known === undefined
    ? eventWords(event, phrase)
    : followUpWords(event.text, known, phrase)
}
