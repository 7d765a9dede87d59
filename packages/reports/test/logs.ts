/**
 * Logs for reports: the sample plan, an empty plan, and a plan in which every text is the same.
 */
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { ActivityId, Actor, BatchId, PlanId, Position } from "@frist/domain/Names"
import type { Event, Fact } from "@frist/domain/Event"
import { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { Status } from "@frist/domain/Status"
import type { Language } from "../src/words/Language.ts"
import { reportHistory, reportOf, type ReportOptions, type ReportTimes } from "../src/ReportAssembly.ts"
import type { ReportSource } from "../src/ReportWriter.ts"
import { day, imported } from "../../editions/test/sampleEditions.ts"

export const sample = imported("2024-12-16", imported("2024-06-17", imported("2023-12-15")))

export type Log = typeof sample

/** The report of a log, made once for the same log and options. */
export const sourceOf = (
  log: Log,
  heldOn: string,
  language: Language = "sv",
  more: Partial<ReportOptions & ReportTimes> = {}
): ReportSource => {
  const made = sources.get(log) ?? new Map<string, ReportSource>()
  sources.set(log, made)
  const key = JSON.stringify([heldOn, language, Object.entries(more)])
  const source = made.get(key) ?? sourceMade(log, heldOn, language, more)
  made.set(key, source)
  return source
}

const sourceMade = (
  log: Log,
  heldOn: string,
  language: Language,
  { knownAt, today, ...more }: Partial<ReportOptions & ReportTimes>
): ReportSource => {
  const history = reportHistory(log, { heldOn: day(heldOn), knownAt, today })
  return {
    history,
    report: reportOf(history, {
      language,
      anchor: "sdv",
      software: "frist 0.1.0",
      command: `frist report --held-on ${heldOn}`,
      ...more
    })
  }
}

const sources = new WeakMap<Log, Map<string, ReportSource>>()

/** A plan that was opened and reviewed, without activities. */
export const empty: Log = imported("2023-12-15").filter(({ type }) => type === "PlanOpened" || type === "ReviewHeld")

/** Returns a recorded event; default: from no document. */
export const recorded = (
  at: number,
  on: string,
  activity: string | null,
  event: Event,
  source: RecordedEvent["source"] = null
): RecordedEvent =>
  RecordedEvent.of({
    plan: PlanId.make("plan"),
    position: Position.make(at),
    activity: activity === null ? null : ActivityId.make(activity),
    type: event._tag,
    event,
    effectiveOn: day(on),
    recordedAt: Date.parse("2024-01-01T00:00:00Z") + at,
    actor: Actor.make("Strategen"),
    batch: BatchId.make(`b-${at}`),
    provenance: "stated",
    source
  })

/** Returns a plan with an event of every type, in which every text is `text`. */
export const saying = (text: string): Log => {
  const date = (edtf: string | null): PlannedDate =>
    edtf === null
      ? { words: text, edtf, earliest: null, latest: null }
      : { words: text, edtf, earliest: day(edtf), latest: day(edtf) }
  const row = { area: text, goal: text, actions: text, responsible: text }
  const notStated: Status = { _tag: "NotStated" }
  const note: Fact = { _tag: "FollowUpNoted", text }
  const registered = (kind: "activity" | "milestone", deadline: PlannedDate | null): Event => ({
    _tag: "ActivityRegistered",
    kind,
    parent: null,
    ...row,
    deadline
  })
  const found = { code: "DateIsProse", column: text, words: text }
  const events: ReadonlyArray<readonly [day: string, activity: string | null, event: Event]> = [
    ["2024-01-15", null, { _tag: "PlanOpened", title: text }],
    ["2024-01-15", null, { _tag: "ReviewHeld", heldOn: day("2024-01-15"), title: text }],
    ["2024-01-15", "a", registered("activity", date("2024-03-01"))],
    ["2024-01-15", "b", registered("activity", date(null))],
    ["2024-01-15", "c", registered("activity", null)],
    ["2024-01-15", "m", registered("milestone", date("2024-09-01"))],
    ["2024-01-15", "sdv", registered("activity", date("2025-01-01"))],
    ["2024-01-15", "a", note],
    ["2024-04-15", null, { _tag: "ReviewHeld", heldOn: day("2024-04-15"), title: text }],
    ["2024-04-15", "a", { _tag: "ActivityReworded", area: text, goal: text, actions: text }],
    ["2024-04-15", "a", { _tag: "ResponsibleChanged", from: text, to: text }],
    ["2024-04-15", "a", { _tag: "DeadlineMoved", from: date("2024-03-01"), to: date("2024-06-01"), reason: text }],
    ["2024-04-15", "a", { _tag: "BaselineApproved", from: null, to: date("2024-05-01"), decision: text }],
    ["2024-04-15", "a", { _tag: "DeadlineMoved", from: null, to: date("2024-08-01"), reason: text }],
    ["2024-04-15", "a", note],
    ["2024-04-15", "b", { _tag: "StatusChanged", from: notStated, to: { _tag: "Completed", on: date("2024-04-01") } }],
    ["2024-04-15", "c", { _tag: "StatusChanged", from: notStated, to: { _tag: "Discontinued", reason: text } }],
    ["2024-04-15", "a", { _tag: "TargetSet", measure: text, value: 80, unit: text, words: text }],
    ["2024-04-15", "a", { _tag: "TargetSet", measure: `${text} `, value: null, unit: text, words: text }],
    [
      "2024-04-15",
      "a",
      {
        _tag: "MeasurementRecorded",
        measure: text,
        value: 70,
        unit: text,
        qualifier: null,
        period: date(null),
        words: text
      }
    ],
    ["2024-04-15", "a", { _tag: "FindingRaised", severity: "warning", ...found }],
    ["2024-04-15", null, { _tag: "FindingRaised", severity: "error", ...found, code: "UnknownColumn" }],
    ["2024-04-15", "m", { _tag: "FindingRaised", severity: "info", ...found }],
    ["2024-04-15", "m", { _tag: "FindingWaived", ...found, reason: text }],
    ["2024-04-15", "d", registered("activity", date("2024-12-01"))],
    ["2024-04-15", "d", { _tag: "FindingRaised", severity: "warning", ...found, code: "RowVanished" }],
    ["2024-04-15", "sdv", note],
    ["2024-04-15", "sdv", { _tag: "Corrected", position: Position.make(27), replacement: note, reason: text }],
    ["2024-04-15", "d", note],
    ["2024-04-15", "d", { _tag: "Redacted", position: Position.make(29), decision: text }]
  ]
  const source = { document: text, sha256: "0".repeat(64), table: text, row: 3, column: text }
  return events.map(([on, activity, event], at) => recorded(at + 1, on, activity, event, at % 2 === 0 ? source : null))
}
