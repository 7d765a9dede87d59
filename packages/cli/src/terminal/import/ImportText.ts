/**
 * The changes and findings of an edition, as text for a terminal.
 */
import type { Plan } from "@frist/domain/plan/Plan"
import type { CorrectedFacts } from "@frist/editions/changes/corrections/CorrectedFacts"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { namesIn, type NameOf } from "../ActivityName.ts"
import { eventWords, followUpWords } from "../EventWords.ts"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { excerpt } from "@frist/reports/words/Phrases"
import { importFindingsText } from "./ImportFindingsText.ts"
import { type Canvas, paragraph, type Section, sectionedTable } from "../TerminalTable.ts"

type Change = Pick<NewEvent, "activity" | "event" | "source">

/** Events, with what is needed to word them: the plan before them, and the facts that they correct. */
interface Changes {
  readonly events: ReadonlyArray<NewEvent>
  readonly before: Plan
  readonly corrected: CorrectedFacts
  /** Whether the events are recorded, and not only proposed. */
  readonly isRecorded: boolean
}

/** Returns the findings, and the changes to a plan that existed: in a new plan everything is new. */
export const importText = (changes: Changes, phrase: CommandPhrases, canvas: Canvas): string => {
  const nameOf = namesIn(changes.before, changes.events)
  return [
    changes.before.title === null ? "" : changesText(changes, nameOf, phrase, canvas),
    linksText(changes, nameOf, phrase, canvas),
    importFindingsText(changes, nameOf, phrase, canvas)
  ]
    .filter((part) => part !== "")
    .join("\n\n")
}

/** Says which milestones were linked from the words, and how to end a link; an empty string if none were. */
const linksText = ({ events }: Changes, nameOf: NameOf, { text }: CommandPhrases, canvas: Canvas): string => {
  const links = events.filter(({ event }) => event._tag === "MilestoneLinked" && event.to !== null)
  if (links.length === 0) return ""
  return links
    .flatMap(({ activity, event }) => {
      if (event._tag !== "MilestoneLinked" || event.to === null || activity === null) return []
      return [paragraph(text.linkedByWords(nameOf(activity), nameOf(event.to), activity), "plain", canvas)]
    })
    .join("\n")
}

/** Events that change nothing that a row says. */
const isNoChange: ReadonlySet<string> = new Set(["FindingRaised", "FindingsRepeated", "ReviewHeld", "EditionKept"])

/** Returns the changes in the order of the document, without findings; an empty string if there are none. */
const changesText = (
  { before, corrected, events }: Changes,
  nameOf: NameOf,
  phrase: CommandPhrases,
  canvas: Canvas
): string => {
  const { text } = phrase
  const changes = events.filter(({ event }) => !isNoChange.has(event._tag))
  if (changes.length === 0) return ""
  const sourceOf = ({ event, source }: Change) =>
    (event._tag === "Corrected" ? corrected.get(event.position)?.source : null) ?? source
  const placeOf = (source: Change["source"]): string =>
    [source?.table ?? "", source?.row == null ? "" : text.rows(`${source.row}`, false)]
      .filter((part) => part !== "")
      .join(", ") || text.wholeDocument
  const place = (change: Change) => placeOf(sourceOf(change))
  const columns = [
    { heading: text.heading.event, least: 14 },
    { heading: text.heading.what, least: 24 },
    { heading: text.heading.column, least: 10 }
  ]
  const sections = Array.from(
    Map.groupBy(changes, (change) => `${change.activity ?? ""}\n${place(change)}`).values(),
    (own): Section => ({
      heading: own.slice(0, 1).map((change) => ({
        text: [change.activity === null ? "" : nameOf(change.activity), place(change)]
          .filter((part) => part !== "")
          .join(": "),
        style: "bold"
      })),
      rows: own.map((change) => [
        text.event[change.event._tag],
        excerpt(changeWords(change, { before, corrected }, nameOf, phrase), 240),
        sourceOf(change)?.column ?? ""
      ])
    })
  )
  return `${paragraph(text.changes, "bold", canvas)}\n\n${sectionedTable(columns, sections, canvas)}`
}

/** Words a change; of the follow-up of a known activity, only what was added and struck out. */
const changeWords = (
  { activity, event }: Change,
  { before, corrected }: Pick<Changes, "before" | "corrected">,
  nameOf: NameOf,
  phrase: CommandPhrases
): string => {
  const known = activity === null ? undefined : before.activities.get(activity)
  return event._tag !== "FollowUpNoted" || known === undefined
    ? eventWords(event, nameOf, phrase, (position) => corrected.get(position)?.fact)
    : followUpWords(event.text, known, phrase)
}
