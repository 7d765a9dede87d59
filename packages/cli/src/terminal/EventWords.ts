/**
 * An event in a few words.
 */
import * as FollowUp from "@frist/domain/plan/FollowUp"
import type { Activity } from "@frist/domain/plan/Activity"
import type { Event } from "@frist/domain/Event"
import type { NameOf } from "./ActivityName.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { columnWords, findingWords } from "@frist/reports/words/ColumnWords"
import { valueWords } from "@frist/reports/words/FigureWords"
import { dateWords, excerpt, findingSentence } from "@frist/reports/words/Phrases"

const joined = (...parts: ReadonlyArray<string | null>): string =>
  parts.filter((part) => part !== null && part !== "").join("\n")

/** Returns what a follow-up adds to earlier notes, and the lines struck out of the cell; the whole text where neither. */
export const followUpWords = (
  text: string,
  { cell, notes }: Pick<Activity, "cell" | "notes">,
  phrase: CommandPhrases
): string => {
  const dropped = FollowUp.droppedFrom(cell, text)
  const words = joined(
    FollowUp.addedTo(notes, text),
    dropped.length === 0 ? null : `${phrase.text.dropped}: ${dropped.join("\n")}`
  )
  return words === "" ? text : words
}

/**
 * Words an event; a redacted event gives an empty string. A correction names the event that it corrects, and what that said,
 * if `factAt` knows it.
 */
export const eventWords = (
  event: Event | null,
  nameOf: NameOf,
  phrase: CommandPhrases,
  factAt: (position: number) => Event | null | undefined = () => undefined
): string => {
  const { text } = phrase
  if (event === null) return ""
  switch (event._tag) {
    case "PlanOpened":
      return event.title
    case "ReviewHeld":
      return joined(event.heldOn, event.title)
    case "ActivityRegistered":
      return joined(
        event.documentId ?? null,
        event.area,
        event.goal,
        event.actions,
        event.responsible,
        dateWords(event.deadline)
      )
    case "ActivityReworded":
      return joined(event.documentId ?? null, event.area, event.goal, event.actions)
    case "ResponsibleChanged":
      return `${event.from ?? "–"} → ${event.to ?? "–"}`
    case "DeadlineMoved":
      return joined(`${dateWords(event.from) || "–"} → ${event.to.words}`, event.reason)
    case "BaselineApproved":
      return joined(`${dateWords(event.from) || "–"} → ${event.to.words}`, event.decision)
    case "ExtensionRequested":
      return joined(event.to.words, event.reason)
    case "ExtensionDecided":
      return joined(
        text.requestDecided(event.request, text.outcome[event.outcome]),
        dateWords(event.to),
        event.decision
      )
    case "DependencyDeclared":
      return joined(nameOf(event.on), event.words)
    case "DependencyEnded":
      return joined(nameOf(event.on), event.reason)
    case "MilestoneLinked":
      return [event.from, event.to].map((id) => (id === null ? "–" : nameOf(id))).join(" → ")
    case "StatusChanged":
      return joined(
        `${text.status[event.from._tag]} → ${text.status[event.to._tag]}`,
        event.to._tag === "Completed"
          ? dateWords(event.to.on)
          : event.to._tag === "Discontinued"
            ? event.to.reason
            : null
      )
    case "FollowUpNoted":
      return event.text
    case "TargetSet":
      return `${event.measure}: ${event.words}`
    case "MeasurementRecorded":
      return joined(`${event.measure}: ${valueWords(event, event.unit, phrase)}`, dateWords(event.period), event.words)
    case "FindingRaised":
      return joined(findingSentence(text.findings, event.code), findingWords(event, text))
    case "ColumnDecided":
      return `${event.heading} = ${columnWords(event.column, text)}`
    case "FindingsRepeated":
      return event.positions.join(", ")
    case "FindingWaived":
      return joined(findingSentence(text.findings, event.code), findingWords(event, text), event.reason)
    case "Corrected":
      return joined(correctionWords(event, nameOf, phrase, factAt(event.position) ?? null), event.reason)
    case "Redacted":
      return `→ ${event.position}: ${event.decision}`
    case "EditionKept":
      return event.sha256.slice(0, 12)
    case "EditionErased":
      return joined(
        event.sha256.slice(0, 12),
        event.cells?.map(({ column, row, table }) => `${table}:${row}:${column}`).join(", ") ?? null,
        event.decision
      )
    case "PlanMoved":
      return event.to
    case "PlanArrived":
      return ""
  }
}

/** Words what a correction makes of an event, after what that said before, if it is known. */
const correctionWords = (
  { position, replacement }: Extract<Event, { _tag: "Corrected" }>,
  nameOf: NameOf,
  phrase: CommandPhrases,
  before: Event | null
): string => {
  const { text } = phrase
  const after = replacement === null ? text.withdrawn : eventWords(replacement, nameOf, phrase)
  return before === null
    ? `→ ${position}: ${after}`
    : joined(
        `${position} ${text.event[before._tag]}`,
        text.said(excerpt(eventWords(before, nameOf, phrase), 100)),
        text.saysNow(after)
      )
}
