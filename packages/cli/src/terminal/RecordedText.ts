/**
 * What a command recorded, in sentences: what changed beside the words of the command, and what to do next.
 */
import { columnsOfNames } from "@frist/editions/Edition"
import type { Event } from "@frist/domain/Event"
import type { ActivityId } from "@frist/domain/Names"
import type { Activity, Plan } from "@frist/domain/Plan"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import type { Status } from "@frist/domain/Status"
import { onOneLine, spokenDate } from "@frist/reports/words/DateWords"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { printable } from "./TerminalTable.ts"

type EventOf<Tag extends Event["_tag"]> = Extract<Event, { readonly _tag: Tag }>
type Sentences = ReadonlyArray<string | null>

/** The events of one command, the position of the first, and the plan before them. */
interface Recorded {
  readonly events: ReadonlyArray<NewEvent>
  readonly first: number
  readonly before: Plan
}

/** The activity that a command changed, as it was before. */
interface Change extends Recorded {
  readonly activity: ActivityId
  readonly was: Activity | undefined
  readonly phrase: CommandPhrases
}

/** Returns the sentences, one a line; empty where the words of the command say everything. */
export const recordedText = (recorded: Recorded, phrase: CommandPhrases): string => {
  const main = recorded.events[0]
  if (main === undefined || main.activity === null) return ""
  const sentencesOf = sentences[main.event._tag] as
    | ((event: Event, change: Change, effectiveOn: string) => Sentences)
    | undefined
  const was = recorded.before.activities.get(main.activity)
  const change = { ...recorded, activity: main.activity, was, phrase }
  return (sentencesOf?.(main.event, change, main.effectiveOn) ?? [])
    .flatMap((sentence) => (sentence === null ? [] : [printable(onOneLine(sentence))]))
    .join("\n")
}

/** By the first event of a command. Events without sentences are those that a command names whole. */
const sentences: {
  readonly [Tag in Event["_tag"]]?: (event: EventOf<Tag>, change: Change, effectiveOn: string) => Sentences
} = {
  ExtensionRequested: ({ to }, { activity, first, phrase, was }) => [
    phrase.text.recorded.requested(activity, spokenDate(to, phrase), wordsOf(was?.deadline, phrase)),
    phrase.text.recorded.undecided(first)
  ],
  ExtensionDecided: ({ decision, outcome, request, to }, change) => [
    change.phrase.text.recorded.decided[outcome](request, decision),
    ...(to === null
      ? [change.phrase.text.recorded.kept(change.activity, wordsOf(change.was?.deadline, change.phrase))]
      : grantedSentences(spokenDate(to, change.phrase), change))
  ],
  DeadlineMoved: (_, change) => [partsSentence(change)],
  DependencyDeclared: ({ on }, { activity, phrase: { text } }) => [text.recorded.waits(activity, on)],
  DependencyEnded: ({ on }, { activity, phrase: { text }, was }, day) => {
    const declared = was?.dependencies.find((each) => each.on === on)
    return [
      text.recorded.waitsNoMore(activity, on, day),
      declared === undefined ? null : text.recorded.neverWaited(declared.position)
    ]
  },
  MilestoneLinked: ({ from, to }, { activity, before, phrase, was }) => [
    to === null
      ? phrase.text.recorded.unlinked(activity, from, statusWords(was?.status, phrase))
      : phrase.text.recorded.linked(activity, to, statusWords(before.activities.get(to)?.status, phrase))
  ],
  ActivityReworded: (event, { phrase: { text }, was }) =>
    columnsOfNames.map((column) => {
      const words = was?.[column] ?? null
      return words === event[column] ? null : text.recorded.reworded(text.columns.names[column], event[column], words)
    }),
  // The move and the baseline of a granted request are events of their own.
  Corrected: ({ position, replacement }, { activity, phrase: { text }, was }) => {
    const isGrant = was?.extensions.some(
      ({ decided }) => decided?.position === position && decided.outcome === "granted"
    )
    return isGrant === true && replacement === null ? [text.recorded.grantStays(activity)] : []
  },
  ResponsibleChanged: ({ from, to }, { activity, phrase: { text } }) => [text.recorded.responsible(activity, to, from)]
}

const wordsOf = (date: PlannedDate | null | undefined, phrase: CommandPhrases): string | null =>
  date == null ? null : spokenDate(date, phrase)

/** Says that the deadline, its open parts and the baseline moved with a granted request. */
const grantedSentences = (to: string, change: Change): Sentences => {
  const { activity, events, phrase } = change
  const { text } = phrase
  const move = events.find((each) => each.activity === activity && each.event._tag === "DeadlineMoved")?.event
  const approval = events.find(({ event }) => event._tag === "BaselineApproved")?.event
  return [
    move?._tag === "DeadlineMoved"
      ? text.recorded.moved(activity, to, wordsOf(move.from, phrase))
      : text.recorded.notMoved(activity, to),
    partsSentence(change),
    approval?._tag === "BaselineApproved" ? text.recorded.approved(to, wordsOf(approval.from, phrase)) : null
  ]
}

const partsSentence = ({ activity: whole, events, phrase: { text } }: Change): string | null => {
  const parts = events.flatMap(({ activity, event }) =>
    event._tag === "DeadlineMoved" && activity !== null && activity !== whole ? [activity] : []
  )
  return parts.length === 0 ? null : text.recorded.partsMoved(parts.length, parts.join(", "))
}

/** Returns a status, with the day of completion in parentheses. */
const statusWords = (status: Status | undefined, phrase: CommandPhrases): string => {
  const word = phrase.text.status[status?._tag ?? "NotStated"].toLowerCase()
  return status?._tag === "Completed" && status.on !== null ? `${word} (${spokenDate(status.on, phrase)})` : word
}
