/**
 * How the activities of the previous follow-up stand now. Each of them stands in one way, so the counts add up.
 */
import type { OpenFinding } from "@frist/domain/plan/Finding"
import { emptyPlan, type Plan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import type { History } from "@frist/projections/History"
import type { Standing } from "./Standing.ts"

/** The standings of the activities that were ongoing, and what comes beside them. */
export interface Standings {
  /** The activities that the previous follow-up has as ongoing; at the first one, those that it has itself. */
  readonly of: ReadonlyMap<string, Standing>
  readonly added: number
  /** Those that were closed, or missing, and are ongoing again. */
  readonly again: number
  /** Rows that the document has as done, and also says are not; nobody can count those as ongoing. */
  readonly contradicted: number
  /** Rows that were missing from the previous document already. */
  readonly missing: number
}

/** Finds how each activity stands. Parts stand as their whole does. */
export const standingsOf = (history: History): Standings => {
  const { plan, previousReview, times } = history
  const was = (previousReview?.plan ?? emptyPlan).activities
  const now = wholesOf(plan)
  const base = previousReview === null ? now : wholesOf(previousReview.plan)
  const ongoing = base.filter(
    (each) => !isClosed(each.status) && !isContradicted(each) && (previousReview === null || !isMissing(each))
  )
  const of = new Map(
    ongoing.map((before): [string, Standing] => {
      const activity = plan.activities.get(before.id)
      if (activity === undefined) return [before.id, "missing"]
      const wasUnlike = previousReview !== null && history.isUnlike(before.id, previousReview.heldOn)
      const from = previousReview === null ? activity.original : before.deadline
      const own = standing(activity, { from, today: times.today, areDatesRead: areDatesRead(plan) })
      return [before.id, own === "postponed" && history.isUnlike(before.id) !== wasUnlike ? "changed" : own]
    })
  )
  const beside = now.filter(({ id, status }) => !isClosed(status) && !of.has(id))
  const apart = Map.groupBy(beside, (each) =>
    isContradicted(each) ? "contradicted" : isMissing(each) ? "missing" : was.has(each.id) ? "again" : "added"
  )
  const size = (kind: "added" | "again" | "contradicted" | "missing"): number => apart.get(kind)?.length ?? 0
  // A row can be new and done at once.
  const done = previousReview === null ? [] : now.filter(({ id, status }) => isClosed(status) && !was.has(id))
  return {
    of,
    added: size("added") + done.length,
    again: size("again"),
    contradicted: size("contradicted"),
    missing: size("missing")
  }
}

/** Returns whether every column of the last document that may hold dates is read, so that a missing date is missing. */
export const areDatesRead = ({ findings }: Pick<Plan, "findings">): boolean =>
  !findings.some(({ finding }) => finding.code === "DateColumnNotRead")

/** Counts the standings. */
export const countOf = ({ of }: Standings, standing: Standing): number =>
  [...of.values()].filter((each) => each === standing).length

interface Compared {
  readonly from: PlannedDate | null
  readonly today: Plan["reviews"][number]
  readonly areDatesRead: boolean
}

const standing = (activity: Activity, { areDatesRead, from, today }: Compared): Standing => {
  const { deadline, status } = activity
  if (status._tag === "Completed") return "completed"
  if (status._tag === "Discontinued") return "discontinued"
  if (isMissing(activity)) return "missing"
  if (isContradicted(activity)) return "contradicted"
  if (!PlannedDate.same(from, deadline)) return directionOf(from, deadline)
  if (PlannedDate.lateness(deadline, today) !== "certainly") return "unchanged"
  return areDatesRead && !mayHaveNewDate(activity) ? "passed" : "passedUnread"
}

/** The findings about a cell that may hold a date. Of a cell of prose it is known that it holds none. */
const halfRead: ReadonlySet<string> = new Set([
  "DateAmbiguous",
  "DateImpossible",
  "DateWithoutYear",
  "DayAgainstColumn",
  "DayAgainstWords",
  "DayOfSmallNumber",
  "SeveralDates"
])

/** Returns whether a cell of an activity's row, other than that of its first date, may hold a date that is not read. */
const mayHaveNewDate = ({ findings, original }: Activity): boolean =>
  findings.some(({ finding }) => halfRead.has(finding.code) && finding.words !== original?.words)

/** Returns which way a deadline moved; `changed` where its words do not say. */
export const directionOf = (from: PlannedDate | null, to: PlannedDate | null): "postponed" | "earlier" | "changed" => {
  if (from?.earliest == null || to?.earliest == null) return "changed"
  // A date cut short (`2024-`) can mean any of its year.
  if (from.latest === null) return to.earliest.slice(0, 4) > from.earliest.slice(0, 4) ? "postponed" : "changed"
  if (to.latest === null) return to.earliest > from.latest ? "postponed" : "changed"
  if (to.earliest >= from.earliest && to.latest > from.latest) return "postponed"
  if (to.earliest < from.earliest && to.latest <= from.latest) return "earlier"
  return "changed"
}

/** Returns whether it cannot be said how far a deadline moved: the first date is cut short. */
export const isUnclear = (from: PlannedDate | null, to: PlannedDate | null): boolean =>
  from !== null && from.edtf !== null && from.latest === null && directionOf(from, to) !== "earlier"

/** Returns whether the last document that had the row has it no longer. */
export const isMissing = ({ findings }: Pick<Activity, "findings">): boolean =>
  foundIn(findings, "RowVanished") !== undefined

/** Returns whether the document has the row as done, and also says that it is not. */
export const isContradicted = ({ findings, status }: Pick<Activity, "findings" | "status">): boolean =>
  !isClosed(status) && foundIn(findings, "DoneButRed") !== undefined

/** Returns the latest finding of a code. What it says of the document holds, also where a person has waived it. */
export const foundIn = (findings: ReadonlyArray<OpenFinding>, code: string): OpenFinding | undefined =>
  findings.findLast(({ finding }) => finding.code === code)

/** Returns the latest finding of a code that nobody has waived. */
export const unwaived = (findings: ReadonlyArray<OpenFinding>, code: string): OpenFinding | undefined =>
  findings.findLast(({ finding, waived }) => finding.code === code && waived === null)

const wholesOf = ({ activities }: Plan): ReadonlyArray<Activity> =>
  [...activities.values()].filter(
    ({ id, kind, parent }) => kind === "activity" && (parent === null || parent === id || !activities.has(parent))
  )
