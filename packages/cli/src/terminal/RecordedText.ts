/**
 * What a command recorded, in sentences: what changed beside the words of the command, and what to do next.
 */
import { columnWords } from "@frist/reports/words/ColumnWords"
import { columnsOfNames } from "@frist/editions/EditionColumn"
import type { Event } from "@frist/domain/Event"
import type { ActivityId } from "@frist/domain/Names"
import type { Plan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { factAt } from "@frist/domain/plan/Lens"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import type { Status } from "@frist/domain/Status"
import { onOneLine, spokenDate } from "@frist/reports/words/DateWords"
import { excerpt, findingSentence } from "@frist/reports/words/Phrases"
import { namesIn, type NameOf } from "./ActivityName.ts"
import { eventWords } from "./EventWords.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { printable } from "./TerminalTable.ts"

type EventOf<Tag extends Event["_tag"]> = Extract<Event, { readonly _tag: Tag }>
type Sentences = ReadonlyArray<string | null>

/** The events of one command, the position of the first, the plan before them, and its log. */
interface Recorded {
  readonly events: ReadonlyArray<NewEvent>
  readonly first: number
  readonly before: Plan
  readonly log?: ReadonlyArray<RecordedEvent>
}

/** What a command changed: the activity as it was before, if it changed one, and the names of activities. */
interface Change extends Recorded {
  readonly activity: ActivityId | null
  /** The name of the activity; empty if the command is about the plan. */
  readonly name: string
  readonly was: Activity | undefined
  readonly nameOf: NameOf
  readonly on: string
  readonly phrase: CommandPhrases
}

/** Returns the sentences, one a line. */
export const recordedText = (recorded: Recorded, phrase: CommandPhrases): string => {
  const main = recorded.events[0]
  if (main === undefined) return ""
  const sentencesOf = sentences[main.event._tag] as ((event: Event, change: Change) => Sentences) | undefined
  const { activity } = main
  const nameOf = namesIn(recorded.before, recorded.events)
  const change: Change = {
    ...recorded,
    activity,
    name: activity === null ? "" : nameOf(activity),
    was: activity === null ? undefined : recorded.before.activities.get(activity),
    nameOf,
    on: main.effectiveOn,
    phrase
  }
  return (sentencesOf?.(main.event, change) ?? [])
    .flatMap((sentence) => (sentence === null ? [] : [printable(onOneLine(sentence))]))
    .join("\n")
}

/** By the first event of a command. Events without sentences are recorded by documents only. */
const sentences: {
  readonly [Tag in Event["_tag"]]?: (event: EventOf<Tag>, change: Change) => Sentences
} = {
  ReviewHeld: ({ heldOn, title }, { phrase: { text } }) => [text.recorded.review(heldOn, title)],
  ActivityRegistered: ({ deadline, kind }, { activity, name, phrase }) => [
    phrase.text.recorded.registered[kind](name, activity ?? "", wordsOf(deadline, phrase))
  ],
  StatusChanged: ({ from, to }, { name, phrase }) => [
    phrase.text.recorded.status(name, statusWords(to, phrase), statusWords(from, phrase))
  ],
  FollowUpNoted: ({ text: words }, { name, phrase: { text } }) => [text.recorded.noted(name, excerpt(words, 160))],
  MeasurementRecorded: (event, { name, nameOf, phrase }) => [
    phrase.text.recorded.measured(name, firstLine(eventWords(event, nameOf, phrase)))
  ],
  FindingWaived: ({ code, words }, { name, phrase: { text } }) => [
    text.recorded.waived(findingSentence(text.findings, code), excerpt(words, 120), name)
  ],
  DeadlineMoved: ({ from, to }, change) => [
    change.phrase.text.recorded.moved(change.name, spokenDate(to, change.phrase), wordsOf(from, change.phrase)),
    partsSentence(change)
  ],
  BaselineApproved: ({ decision, from, to }, { name, phrase }) => [
    phrase.text.recorded.approved(name, spokenDate(to, phrase), wordsOf(from, phrase)),
    phrase.text.recorded.decision(decision)
  ],
  ExtensionRequested: ({ to }, { first, name, phrase, was }) => [
    phrase.text.recorded.requested(name, spokenDate(to, phrase), wordsOf(was?.deadline, phrase)),
    phrase.text.recorded.undecided(first)
  ],
  ExtensionDecided: ({ decision, outcome, request, to }, change) => [
    change.phrase.text.recorded.decided[outcome](request, decision),
    ...(to === null
      ? [change.phrase.text.recorded.kept(change.name, wordsOf(change.was?.deadline, change.phrase))]
      : grantedSentences(spokenDate(to, change.phrase), change))
  ],
  DependencyDeclared: ({ on }, { activity, name, nameOf, phrase: { text } }) => [
    text.recorded.waits(name, nameOf(on), activity ?? "")
  ],
  DependencyEnded: ({ on }, { name, nameOf, on: day, phrase: { text }, was }) => {
    const declared = was?.dependencies.find((each) => each.on === on)
    return [
      text.recorded.waitsNoMore(name, nameOf(on), day),
      declared === undefined ? null : text.recorded.neverWaited(declared.position)
    ]
  },
  MilestoneLinked: ({ from, to }, { before, name, nameOf, phrase, was }) => [
    to === null
      ? phrase.text.recorded.unlinked(name, from === null ? null : nameOf(from), statusWords(was?.status, phrase))
      : phrase.text.recorded.linked(name, nameOf(to), statusWords(before.activities.get(to)?.status, phrase))
  ],
  ActivityReworded: (event, { name, phrase: { text }, was }) =>
    columnsOfNames.map((column) => {
      const words = was?.[column] ?? null
      return words === event[column]
        ? null
        : text.recorded.reworded(name, columnWords(column, text), event[column], words)
    }),
  // The move and the baseline of a granted request are events of their own.
  Corrected: (event, { activity, log = [], nameOf, phrase, was }) => {
    const { position, replacement } = event
    const { text } = phrase
    const isGrant = was?.extensions.some(
      ({ decided }) => decided?.position === position && decided.outcome === "granted"
    )
    const before = factAt(log, position)
    const said = before == null ? "" : firstLine(eventWords(before, nameOf, phrase))
    const kind = before == null ? "" : text.event[before._tag]
    return [
      replacement === null
        ? text.recorded.withdrawn(position, kind, said)
        : text.recorded.corrected(position, kind, said, firstLine(eventWords(replacement, nameOf, phrase))),
      isGrant === true && replacement === null ? text.recorded.grantStays(activity ?? "") : null
    ]
  },
  ResponsibleChanged: ({ from, to }, { name, phrase: { text } }) => [text.recorded.responsible(name, to, from)]
}

const firstLine = (words: string): string => excerpt(words.split("\n")[0] ?? "", 160)

const wordsOf = (date: PlannedDate | null | undefined, phrase: CommandPhrases): string | null =>
  date == null ? null : spokenDate(date, phrase)

/** Says that the deadline, its open parts and the baseline moved with a granted request. */
const grantedSentences = (to: string, change: Change): Sentences => {
  const { activity, events, name, phrase } = change
  const { text } = phrase
  const move = events.find((each) => each.activity === activity && each.event._tag === "DeadlineMoved")?.event
  const approval = events.find(({ event }) => event._tag === "BaselineApproved")?.event
  return [
    move?._tag === "DeadlineMoved"
      ? text.recorded.moved(name, to, wordsOf(move.from, phrase))
      : text.recorded.notMoved(name, to),
    partsSentence(change),
    approval?._tag === "BaselineApproved" ? text.recorded.approved(name, to, wordsOf(approval.from, phrase)) : null
  ]
}

const partsSentence = ({ activity: whole, events, nameOf, phrase: { text } }: Change): string | null => {
  const parts = events.flatMap(({ activity, event }) =>
    event._tag === "DeadlineMoved" && activity !== null && activity !== whole ? [activity] : []
  )
  return parts.length === 0 ? null : text.recorded.partsMoved(parts.length, parts.map(nameOf).join(", "))
}

/** Returns a status, with the day of completion or the reason in parentheses. */
const statusWords = (status: Status | undefined, phrase: CommandPhrases): string => {
  const word = phrase.text.status[status?._tag ?? "NotStated"].toLowerCase()
  if (status?._tag === "Discontinued") return `${word} (${excerpt(status.reason, 120)})`
  return status?._tag === "Completed" && status.on !== null && status.on.edtf !== null
    ? `${word} (${spokenDate(status.on, phrase)})`
    : word
}
