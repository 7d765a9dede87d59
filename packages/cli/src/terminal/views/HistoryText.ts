/**
 * The history of an activity or a plan as text for a terminal.
 */
import type { Event } from "@frist/domain/Event"
import type { ActivityHistory } from "@frist/projections/ActivityHistory"
import { eventWords, followUpWords } from "../EventWords.ts"
import type { NameOf } from "../ActivityName.ts"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { instantWords } from "@frist/reports/words/Phrases"
import { type Choice, chosen, titled } from "./ViewText.ts"
import { type Canvas } from "../TerminalTable.ts"

/** Returns everything recorded about one activity, or about the plan itself. */
export const historyText = (view: ActivityHistory, nameOf: NameOf, phrase: CommandPhrases, canvas: Canvas): string => {
  const { text } = phrase
  const additions = followUpsOf(view.entries, phrase)
  const recorded = new Map(view.entries.map(({ event, position }) => [position, event]))
  const remains = new Map<number, Event | null | undefined>(
    view.entries.flatMap(({ event }) => (event?._tag === "Redacted" ? [[event.position, event.remains] as const] : []))
  )
  const wordsOf = ({ event, position, removed }: Entry) =>
    removed === null
      ? (additions.get(position) ?? eventWords(event, nameOf, phrase, (at) => recorded.get(at)))
      : [text.report.removedContent(removed), eventWords(remains.get(position) ?? null, nameOf, phrase)]
          .join("\n")
          .trim()
  const choices: ReadonlyArray<Choice<ActivityHistory["entries"][number]>> = [
    { heading: text.heading.number, least: 4, cell: (entry) => String(entry.position) },
    { heading: text.heading.saidOn, least: 10, cell: (entry) => entry.effectiveOn },
    {
      heading: text.heading.event,
      least: 12,
      cell: (entry) => [
        { text: eventName(text.event, entry.type), style: entry.inEffect ? "plain" : "dim" },
        ...(entry.correctedBy === null ? [] : [{ text: text.replaced(entry.correctedBy), style: "yellow" as const }])
      ]
    },
    {
      heading: text.heading.what,
      least: 24,
      cell: (entry) => [
        { text: wordsOf(entry) },
        // The actor, time and source are the point of a history: a narrow terminal shows them below the event.
        ...(canvas.width < 90 ? [{ text: recordedWords(entry).replace("\n", " "), style: "dim" as const }] : []),
        ...(canvas.width < 120 ? [{ text: sourceWords(entry, phrase), style: "dim" as const }] : [])
      ]
    },
    {
      heading: text.heading.by,
      least: 10,
      from: 90,
      cell: recordedWords
    },
    {
      heading: text.heading.source,
      least: 14,
      from: 120,
      cell: (entry) => sourceWords(entry, phrase)
    }
  ]
  const of = view.activity === null ? text.history : `${text.history}, ${nameOf(view.activity.activity)}`
  const rows = view.entries.length === 0 ? text.none : chosen(choices, view.entries, canvas)
  return [titled(view, of, phrase, canvas), rows].join("\n")
}

type Entry = ActivityHistory["entries"][number]

/** Returns what was new in each current follow-up from a document, by position. */
const followUpsOf = (entries: ReadonlyArray<Entry>, phrase: CommandPhrases): ReadonlyMap<number, string> => {
  const additions = new Map<number, string>()
  const notes: Array<string> = []
  let cell: string | null = null
  for (const { event, position, source, inEffect } of entries) {
    if (event?._tag !== "FollowUpNoted" || !inEffect) continue
    if (source !== null) {
      additions.set(position, followUpWords(event.text, { cell, notes }, phrase))
      cell = event.text
    }
    notes.push(event.text)
  }
  return additions
}

const recordedWords = ({ actor, recordedAt }: Entry): string => `${actor}\n${instantWords(recordedAt)}`

const sourceWords = ({ source }: Entry, { text }: CommandPhrases): string =>
  source === null ? "" : text.sourceRow(source.document, source.table, source.row)

const eventName = (names: Readonly<Record<string, string>>, type: string): string =>
  Object.hasOwn(names, type) ? (names[type] ?? type) : type
