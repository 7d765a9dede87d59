/**
 * The part of a log that a page needs to show the board as of an earlier day: the facts in effect, with the fields that
 * a table shows. Actors, instants, reasons, withdrawn or corrected facts, and findings but those about what a
 * cell shows are left out.
 */
import { Day } from "@frist/domain/Day"
import type { ActivityId, Actor, BatchId, PlanId, Position } from "@frist/domain/Names"
import type { Fact } from "@frist/domain/Event"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { RecordedEvent, RecordHeader } from "@frist/domain/RecordedEvent"
import type { History } from "@frist/projections/History"
import { isAboutStatusCell } from "@frist/projections/View"
import { isToldInTables } from "../../SourceMarks.ts"

type Kept = Exclude<
  Fact["_tag"],
  | "PlanOpened"
  | "TargetSet"
  | "MeasurementRecorded"
  | "ColumnDecided"
  | "FindingWaived"
  | "ExtensionRequested"
  | "ExtensionDecided"
>

/** The fields that views of the board read, in order. */
const kept: { readonly [T in Kept]: ReadonlyArray<keyof Extract<Fact, { _tag: T }> & string> } = {
  ReviewHeld: ["heldOn"],
  ActivityRegistered: ["kind", "parent", "area", "goal", "actions", "responsible", "deadline"],
  ActivityReworded: ["area", "goal", "actions"],
  ResponsibleChanged: ["to"],
  DeadlineMoved: ["to"],
  BaselineApproved: ["to"],
  MilestoneLinked: ["to"],
  DependencyDeclared: ["on"],
  DependencyEnded: ["on"],
  StatusChanged: ["to"],
  FollowUpNoted: ["text"],
  FindingRaised: ["code", "column", "severity", "words"],
  FindingsRepeated: ["positions"]
}
const tags = Object.keys(kept) as ReadonlyArray<Kept>

/**
 * A packed log. `values` has every text, date and status once; a date in the words of its day is a number of days since
 * 1970. Each of `facts` is a tag, an activity (-1 for the plan),
 * a day since 1970, flags (1 inferred, 2 from a document) and the fields. Activity and fields are indices into
 * `values`.
 */
export interface PackedLog {
  readonly values: ReadonlyArray<unknown>
  readonly facts: ReadonlyArray<ReadonlyArray<number>>
}

/** Packs the facts that are in effect in a history. */
export const pack = ({ entries }: History): PackedLog => {
  const places = new Map<string, number>()
  const values: Array<unknown> = []
  const place = (value: unknown): number => {
    const packed = isDay(value) ? Day.toNumber(value.words) : value
    const key = JSON.stringify(packed)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, values.length)
    return values.push(packed) - 1
  }
  const packed = entries.filter(({ fact }) => isPacked(fact))
  const positions = new Map(packed.map(({ record }, at) => [record.position, at + 1]))
  const facts = packed.map(({ fact, record }) => {
    const tag = tags.indexOf(fact._tag as Kept)
    const fields: Readonly<Record<string, unknown>> =
      fact._tag === "FindingsRepeated"
        ? { positions: fact.positions.flatMap((position) => positions.get(position) ?? []) }
        : { ...fact }
    return [
      tag,
      record.activity === null ? -1 : place(record.activity),
      Day.toNumber(record.effectiveOn),
      (record.provenance === "inferred" ? 1 : 0) + (record.source === null ? 0 : 2),
      ...kept[tags[tag] ?? "FollowUpNoted"].map((field) => place(fields[field] ?? null))
    ]
  })
  return { values, facts }
}

/** Whether a value is a date in the words of its day. */
const isDay = (value: unknown): value is PlannedDate & { readonly words: Day } => {
  const { earliest, edtf, latest, words } = (value ?? {}) as Partial<PlannedDate>
  return words !== undefined && words === edtf && words === earliest && words === latest
}

/** Whether a table of the board depends on a fact; of findings, on those about what its cells show. */
const isPacked = (fact: Fact): boolean =>
  fact._tag === "FindingRaised"
    ? isAboutStatusCell(fact.code) || isToldInTables(fact.code)
    : tags.includes(fact._tag as Kept)

const source = { document: "", sha256: "0".repeat(64), table: null, row: null, column: null }

/** Returns the facts as events again, in their order. */
export const unpack = ({ facts, values: packed }: PackedLog): ReadonlyArray<RecordedEvent> => {
  const values = packed.map((value) => (typeof value === "number" ? PlannedDate.exact(Day.fromNumber(value)) : value))
  return facts.map(([tag = -1, activity = -1, on = 0, flags = 0, ...fields], at) => {
    const type = tags[tag] ?? "FollowUpNoted"
    const event = Object.fromEntries(kept[type].map((field, i) => [field, values[fields[i] ?? -1] ?? null]))
    const record: RecordHeader & { readonly event: Fact } = {
      plan: "plan" as PlanId,
      position: (at + 1) as Position,
      activity: activity === -1 ? null : (values[activity] as ActivityId),
      type,
      event: { from: null, reason: null, title: null, decision: "", ...event, _tag: type } as unknown as Fact,
      effectiveOn: Day.fromNumber(on),
      recordedAt: 0,
      actor: "" as Actor,
      batch: "" as BatchId,
      provenance: (flags & 1) === 1 ? "inferred" : "stated",
      source: (flags & 2) === 2 ? source : null
    }
    return record as RecordedEvent
  })
}
