/**
 * A plan as the facts leave it: `initial` and `evolve`. Dumb and total: no checks, no clock, nothing thrown.
 */
import * as Equal from "effect/Equal"
import type { Day } from "./Day.ts"
import type { Fact, Kind } from "./Event.ts"
import { addedTo } from "./FollowUp.ts"
import { lens, type Times } from "./Lens.ts"
import type { ActivityId, Position } from "./Names.ts"
import { PlannedDate } from "./PlannedDate.ts"
import type { RecordedEvent, Source } from "./RecordedEvent.ts"
import { notStated, type Status } from "./Status.ts"

export type Finding = Extract<Fact, { _tag: "FindingRaised" }>
export type Waiver = Extract<Fact, { _tag: "FindingWaived" }>
export type Target = Extract<Fact, { _tag: "TargetSet" }>
export type Measurement = Extract<Fact, { _tag: "MeasurementRecorded" }>

/** A finding that stands: where and when it was raised, and the reason it was waived for, if it was. */
export interface Found {
  readonly finding: Finding
  readonly position: Position
  readonly raisedOn: Day
  readonly fromDocument: boolean
  readonly waived: string | null
}

/** An activity as it stands. */
export interface Activity {
  readonly id: ActivityId
  readonly kind: Kind
  readonly parent: ActivityId | null
  readonly area: string | null
  readonly goal: string | null
  readonly actions: string | null
  readonly responsible: string | null
  /** The deadline first recorded. */
  readonly original: PlannedDate | null
  /** The deadline last approved as a baseline, or the first recorded. */
  readonly baseline: PlannedDate | null
  /** Today's forecast. */
  readonly deadline: PlannedDate | null
  readonly status: Status
  readonly registeredOn: Day
  /** Its place in the order in which activities first appear, by day and then by position: 1, 2, 3 … */
  readonly order: number
  /** Whether it was read from a document, and so is expected to stand in the next. */
  readonly fromDocument: boolean
  /** Each follow-up once, in the order said: of a document's, the lines that were new. */
  readonly notes: ReadonlyArray<string>
  /** The follow-up cell of the last document that had one. */
  readonly cell: string | null
  /** The follow-up as it stands: that cell, and below it what people noted since. */
  readonly followUp: string | null
  readonly targets: ReadonlyArray<Target>
  readonly measurements: ReadonlyArray<Measurement>
  readonly findings: ReadonlyArray<Found>
  readonly waivers: ReadonlyArray<Waiver>
}

export interface Plan {
  readonly title: string | null
  readonly reviews: ReadonlyArray<Day>
  readonly activities: ReadonlyMap<ActivityId, Activity>
  /** What was found in documents and belongs to no activity. */
  readonly findings: ReadonlyArray<Found>
  readonly waivers: ReadonlyArray<Waiver>
  /** Every event the plan was read from, in the order of positions: what a correction may point at. */
  readonly log: ReadonlyArray<RecordedEvent>
}

export const initial: Plan = { title: null, reviews: [], activities: new Map(), findings: [], waivers: [], log: [] }

/** What `evolve` needs to know of a record. */
export type Recorded = Pick<RecordedEvent, "activity" | "effectiveOn" | "position" | "source">

/** The plan that stands in a log, through the lens. */
export const at = (log: ReadonlyArray<RecordedEvent>, times: Times = {}): Plan => {
  const plan = draft({ ...initial, log })
  for (const { fact, record } of lens(log, times)) evolve(plan, fact, record)
  return plan
}

/** A plan that `evolve` may change in place: a copy, so that the plan it came from stays as it was. */
export interface Draft extends Plan {
  title: string | null
  readonly reviews: Array<Day>
  readonly activities: Map<ActivityId, Activity>
  findings: Array<Found>
  waivers: ReadonlyArray<Waiver>
}
export const draft = (plan: Plan): Draft => ({
  ...plan,
  reviews: [...plan.reviews],
  activities: new Map(plan.activities),
  findings: [...plan.findings]
})

/** The draft after one more fact. A fact about an activity that is not registered changes nothing. */
export const evolve = (plan: Draft, fact: Fact, record: Recorded): void => {
  if (record.activity !== null) {
    const known = plan.activities.get(record.activity)
    const activity =
      known === undefined
        ? fact._tag === "ActivityRegistered"
          ? registered(fact, record, record.activity, plan.activities.size + 1)
          : undefined
        : evolveActivity(known, fact, record)
    if (activity !== undefined) plan.activities.set(record.activity, activity)
  } else if (fact._tag === "PlanOpened") plan.title = fact.title
  else if (fact._tag === "ReviewHeld") reviewed(plan, fact, record)
  else if (fact._tag === "FindingRaised") plan.findings.push(found(fact, record, plan))
  else if (fact._tag === "FindingWaived") {
    plan.findings = waived(plan.findings, fact)
    plan.waivers = [...plan.waivers, fact]
  }
}

/** An edition says all that is odd today: what earlier editions were found to hold stands no longer. */
const reviewed = (plan: Draft, { heldOn }: Extract<Fact, { _tag: "ReviewHeld" }>, record: Recorded): void => {
  plan.reviews.push(heldOn)
  if (record.source === null) return
  const stands = (found: Found) => !found.fromDocument || found.raisedOn >= record.effectiveOn
  plan.findings = plan.findings.filter(stands)
  for (const [id, activity] of plan.activities) {
    if (!activity.findings.every(stands)) {
      plan.activities.set(id, { ...activity, findings: activity.findings.filter(stands) })
    }
  }
}

type Waivers = Pick<Plan, "waivers">

const found = (finding: Finding, record: Recorded, { waivers }: Waivers): Found => ({
  finding,
  position: record.position,
  raisedOn: record.effectiveOn,
  fromDocument: record.source !== null,
  waived: waivers.findLast((waiver) => sameFinding(waiver, finding))?.reason ?? null
})

const waived = (findings: ReadonlyArray<Found>, waiver: Waiver): Array<Found> =>
  findings.map((each) => (sameFinding(waiver, each.finding) ? { ...each, waived: waiver.reason } : each))

/** Whether two speak of the same: the code, the column and the words. */
export const sameFinding = (
  a: Pick<Finding, "code" | "column" | "words">,
  b: Pick<Finding, "code" | "column" | "words">
): boolean => a.code === b.code && a.column === b.column && a.words === b.words

const evolveActivity = (activity: Activity, fact: Fact, record: Recorded): Activity => {
  switch (fact._tag) {
    case "ActivityRegistered":
      return writtenAgain(activity, fact)
    case "ActivityReworded":
      return { ...activity, area: fact.area, goal: fact.goal, actions: fact.actions }
    case "ResponsibleChanged":
      return { ...activity, responsible: fact.to }
    case "DeadlineMoved":
      return { ...activity, deadline: fact.to }
    case "BaselineApproved":
      return { ...activity, baseline: fact.to }
    case "StatusChanged":
      return { ...activity, status: fact.to }
    case "FollowUpNoted":
      return noted(activity, fact.text, record.source)
    case "TargetSet":
      return { ...activity, targets: [...activity.targets.filter((t) => t.measure !== fact.measure), fact] }
    case "MeasurementRecorded":
      return repeats(fact, activity.measurements, record.source)
        ? activity
        : { ...activity, measurements: [...activity.measurements, fact] }
    case "FindingRaised":
      return { ...activity, findings: [...activity.findings, found(fact, record, activity)] }
    case "FindingWaived":
      return { ...activity, findings: waived(activity.findings, fact), waivers: [...activity.waivers, fact] }
    case "PlanOpened":
    case "ReviewHeld":
      return activity
  }
}

/**
 * Whether a measurement says nothing new. A document says again, in the same words, what any earlier one said; a person
 * repeats only the last one of the measure and period, for a figure may come back to what it was.
 */
export const repeats = (told: Measurement, known: ReadonlyArray<Measurement>, source: Source | null): boolean =>
  source !== null
    ? known.some((each) => Equal.equals(each, told))
    : Equal.equals(
        known.findLast((each) => each.measure === told.measure && PlannedDate.same(each.period, told.period)),
        told
      )

type Registration = Extract<Fact, { _tag: "ActivityRegistered" }>

/**
 * The same activity written down again by a later document, which knew nothing of the earlier one: the first deadline
 * stands, an empty cell says nothing, and a part is as its whole first told of it.
 */
const writtenAgain = (activity: Activity, { actions, area, goal, responsible }: Registration): Activity =>
  activity.parent !== null
    ? activity
    : {
        ...activity,
        area: area ?? activity.area,
        goal: goal ?? activity.goal,
        actions: actions ?? activity.actions,
        responsible: responsible ?? activity.responsible
      }

const noted = (activity: Activity, text: string, source: Source | null): Activity => {
  const { followUp, notes } = activity
  if (source === null) {
    return { ...activity, notes: [...notes, text], followUp: followUp === null ? text : `${followUp}\n${text}` }
  }
  const added = addedTo(notes, text)
  return { ...activity, notes: added === null ? notes : [...notes, added], cell: text, followUp: text }
}

const registered = (fact: Registration, record: Recorded, id: ActivityId, order: number): Activity => ({
  id,
  kind: fact.kind,
  parent: fact.parent,
  area: fact.area,
  goal: fact.goal,
  actions: fact.actions,
  responsible: fact.responsible,
  original: fact.deadline,
  baseline: fact.deadline,
  deadline: fact.deadline,
  status: notStated,
  registeredOn: record.effectiveOn,
  order,
  fromDocument: record.source !== null,
  notes: [],
  cell: null,
  followUp: null,
  targets: [],
  measurements: [],
  findings: [],
  waivers: []
})
