/**
 * The state of a plan: `emptyPlan`, and `evolve`, which applies one fact. Total: it checks nothing and never throws.
 */
import type { Activity } from "./Activity.ts"
import { type DecidedColumn, withColumn } from "./ColumnHeading.ts"
import type { Day } from "../Day.ts"
import { withDependency } from "./Dependency.ts"
import type { Fact } from "../Event.ts"
import { withDecision, withRequest } from "./Extension.ts"
import {
  openFinding,
  type OpenFinding,
  repeatedFinding,
  staysOpen,
  type SupersededFinding,
  type Waiver,
  withWaiver
} from "./Finding.ts"
import { afterCell, afterNote } from "./FollowUp.ts"
import { type Entry, lens, type Times } from "./Lens.ts"
import { withMeasurement } from "../measures/RepeatedMeasurement.ts"
import type { ActivityId, Position } from "../Names.ts"
import type { PartsOfActivities } from "./Parts.ts"
import type { RecordedEvent } from "../RecordedEvent.ts"
import { newActivity, registeredAgain } from "./Registration.ts"

/** The state of a plan on a day. */
export interface Plan {
  readonly title: string | null
  readonly reviews: ReadonlyArray<Day>
  readonly activities: ReadonlyMap<ActivityId, Activity>
  /** The parts of the activities that have any. */
  readonly parts: PartsOfActivities
  /** What headings mean, as people decided, by `headingKey`. */
  readonly columns: ReadonlyMap<string, DecidedColumn>
  /** Findings about the plan or a document, not about an activity. */
  readonly findings: ReadonlyArray<OpenFinding>
  readonly waivers: ReadonlyArray<Waiver>
  /** The findings that later editions closed, by the position of the event that raised them. */
  readonly superseded: ReadonlyMap<Position, SupersededFinding>
}

/** A plan without events. */
export const emptyPlan: Plan = {
  title: null,
  reviews: [],
  activities: new Map(),
  parts: new Map(),
  columns: new Map(),
  findings: [],
  waivers: [],
  superseded: new Map()
}

/** Folds a plan's events, in any order, into its state at these times. */
export const planAt = (log: ReadonlyArray<RecordedEvent>, times: Times = {}): Plan => planOfEntries(lens(log, times))

/** Folds the facts in effect, in the order of the lens, into the state of the plan. */
export const planOfEntries = (entries: ReadonlyArray<Entry>): Plan => {
  const plan = draftOf(emptyPlan)
  for (const { fact, record, removed } of entries) {
    // A row whose words are removed cannot be found in a document, so it is not missed there.
    const isUnknown = removed !== null && fact._tag === "ActivityRegistered"
    evolve(plan, fact, isUnknown ? { ...record, source: null } : record)
  }
  return plan
}

/** A copy of a plan that `evolve` may change in place. */
export interface PlanDraft extends Plan {
  title: string | null
  readonly reviews: Array<Day>
  readonly activities: Map<ActivityId, Activity>
  readonly parts: Map<ActivityId, ReadonlyArray<ActivityId>>
  columns: ReadonlyMap<string, DecidedColumn>
  findings: Array<OpenFinding>
  waivers: ReadonlyArray<Waiver>
  readonly superseded: Map<Position, SupersededFinding>
}

/** Returns a copy of a plan for `evolve`; the plan itself stays as it is. */
export const draftOf = (plan: Plan): PlanDraft => ({
  ...plan,
  reviews: [...plan.reviews],
  activities: new Map(plan.activities),
  parts: new Map(plan.parts),
  findings: [...plan.findings],
  superseded: new Map(plan.superseded)
})

/** The fields of a record that `evolve` reads. */
type Recorded = Pick<RecordedEvent, "activity" | "effectiveOn" | "position" | "source">

/** Applies one fact to a draft. A fact about an activity that is not registered changes nothing. */
export const evolve = (plan: PlanDraft, fact: Fact, record: Recorded): void => {
  if (record.activity === null) return evolvePlan(plan, fact, record)
  const known = plan.activities.get(record.activity)
  if (known !== undefined) {
    plan.activities.set(record.activity, { ...known, ...activityChange(known, fact, record) })
  } else if (fact._tag === "ActivityRegistered") {
    plan.activities.set(record.activity, newActivity(fact, record, record.activity, plan.activities.size + 1))
    const { parent } = fact
    if (parent !== null) plan.parts.set(parent, [...(plan.parts.get(parent) ?? []), record.activity])
  }
}

const evolvePlan = (plan: PlanDraft, fact: Fact, record: Recorded): void => {
  switch (fact._tag) {
    case "PlanOpened":
      plan.title = fact.title
      break
    case "ReviewHeld":
      plan.reviews.push(fact.heldOn)
      if (record.source !== null) supersedeFindings(plan, record.effectiveOn)
      break
    case "FindingRaised":
      plan.findings.push(openFinding(fact, record, plan.waivers))
      break
    case "ColumnDecided":
      plan.columns = withColumn(plan.columns, fact, record.position)
      break
    case "FindingsRepeated":
      repeatFindings(plan, new Set(fact.positions), record.effectiveOn)
      break
    case "FindingWaived":
      plan.findings = withWaiver(plan.findings, fact)
      plan.waivers = [...plan.waivers, fact]
      break
  }
}

const supersedeFindings = (plan: PlanDraft, heldOn: Day): void => {
  const isOpen = staysOpen(heldOn)
  const open = (activity: ActivityId | null, findings: ReadonlyArray<OpenFinding>): Array<OpenFinding> =>
    findings.filter((found) => {
      if (isOpen(found)) return true
      plan.superseded.set(found.position, { activity, found })
      return false
    })
  plan.findings = open(null, plan.findings)
  for (const [id, activity] of plan.activities) {
    if (!activity.findings.every(isOpen))
      plan.activities.set(id, { ...activity, findings: open(id, activity.findings) })
  }
}

/** Keeps open the findings at these positions, and opens those again that the review of an edition has closed. */
const repeatFindings = (plan: PlanDraft, positions: ReadonlySet<Position>, on: Day): void => {
  const isRepeated = ({ position }: OpenFinding): boolean => positions.has(position)
  const repeated = (findings: ReadonlyArray<OpenFinding>, waivers: ReadonlyArray<Waiver>): Array<OpenFinding> =>
    findings.map((found) => (isRepeated(found) ? repeatedFinding(found, on, waivers) : found))
  plan.findings = repeated(plan.findings, plan.waivers)
  for (const [id, activity] of plan.activities) {
    if (activity.findings.some(isRepeated)) {
      plan.activities.set(id, { ...activity, findings: repeated(activity.findings, activity.waivers) })
    }
  }
  for (const position of positions) {
    const { activity: id, found } = plan.superseded.get(position) ?? {}
    if (found === undefined || id === undefined) continue
    plan.superseded.delete(position)
    const activity = id === null ? undefined : plan.activities.get(id)
    if (id === null) plan.findings.push(repeatedFinding(found, on, plan.waivers))
    else if (activity !== undefined) {
      const findings = [...activity.findings, repeatedFinding(found, on, activity.waivers)]
      plan.activities.set(id, { ...activity, findings })
    }
  }
}

/** Applies a fact to an activity. */
const activityChange = (activity: Activity, fact: Fact, record: Recorded): Partial<Activity> => {
  switch (fact._tag) {
    case "ActivityRegistered":
      return registeredAgain(activity, fact)
    case "ActivityReworded":
      return {
        area: fact.area,
        goal: fact.goal,
        actions: fact.actions,
        documentId: fact.documentId ?? activity.documentId
      }
    case "ResponsibleChanged":
      return { responsible: fact.to }
    case "DeadlineMoved":
      return { deadline: fact.to }
    case "BaselineApproved":
      return { baseline: fact.to }
    case "ExtensionRequested":
      return { extensions: withRequest(activity.extensions, fact, record) }
    case "ExtensionDecided":
      return { extensions: withDecision(activity.extensions, fact, record) }
    case "DependencyDeclared":
      return { dependencies: withDependency(activity.dependencies, fact, record) }
    case "DependencyEnded":
      return { dependencies: activity.dependencies.filter(({ on }) => on !== fact.on) }
    case "MilestoneLinked":
      return { link: { to: fact.to } }
    case "StatusChanged":
      return { status: fact.to }
    case "FollowUpNoted":
      return record.source === null ? afterNote(activity, fact.text) : afterCell(activity, fact.text)
    case "TargetSet":
      return { targets: [...activity.targets.filter(({ measure }) => measure !== fact.measure), fact] }
    case "MeasurementRecorded":
      return withMeasurement(activity, fact, record)
    case "FindingRaised":
      return { findings: [...activity.findings, openFinding(fact, record, activity.waivers)] }
    case "FindingWaived":
      return { findings: withWaiver(activity.findings, fact), waivers: [...activity.waivers, fact] }
    case "PlanOpened":
    case "ReviewHeld":
    case "ColumnDecided":
    case "FindingsRepeated":
      return {}
  }
}
