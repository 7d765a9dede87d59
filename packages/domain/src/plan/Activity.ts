/**
 * The state of an activity.
 */
import type { Day } from "../Day.ts"
import type { Dependency } from "./Dependency.ts"
import type { Fact, Kind } from "../Event.ts"
import type { Extension } from "./Extension.ts"
import type { OpenFinding, Waiver } from "./Finding.ts"
import type { ActivityId } from "../Names.ts"
import type { PlannedDate } from "../PlannedDate.ts"
import type { Status } from "../Status.ts"

/** The first fact about an activity. */
export type Registration = Extract<Fact, { _tag: "ActivityRegistered" }>
export type Target = Extract<Fact, { _tag: "TargetSet" }>
export type Measurement = Extract<Fact, { _tag: "MeasurementRecorded" }>

/** The state of an activity. */
export interface Activity {
  readonly id: ActivityId
  readonly kind: Kind
  readonly parent: ActivityId | null
  readonly area: string | null
  readonly goal: string | null
  readonly actions: string | null
  /** The id that the last document with one gives its row. */
  readonly documentId: string | null
  readonly responsible: string | null
  /** The first registration, which may be repeated. */
  readonly registration: Registration
  /** The deadline first recorded. */
  readonly original: PlannedDate | null
  /** The deadline last approved as a baseline, or the first recorded. */
  readonly baseline: PlannedDate | null
  /** The latest forecast. */
  readonly deadline: PlannedDate | null
  readonly status: Status
  /** The activity that a milestone stands for; `to` is null where a person ended the link. Null: never linked. */
  readonly link: { readonly to: ActivityId | null } | null
  /** What the activity waits for, as declared. */
  readonly dependencies: ReadonlyArray<Dependency>
  /** The requests for another date, in order. */
  readonly extensions: ReadonlyArray<Extension>
  readonly registeredOn: Day
  /** Its place in the order in which activities are registered, by day and then by position: 1, 2, 3 … */
  readonly order: number
  /** Whether a document registered it, so that the next document should contain it. */
  readonly fromDocument: boolean
  /** Each follow-up once, in order; of a document's, the lines that were new. */
  readonly notes: ReadonlyArray<string>
  /** The follow-up cell of the last document that had one. */
  readonly cell: string | null
  /** The current follow-up: that cell, and below it what people noted since. */
  readonly followUp: string | null
  readonly targets: ReadonlyArray<Target>
  /** Each measurement once, in order. */
  readonly measurements: ReadonlyArray<Measurement>
  /** All measurements of the last day that has any. */
  readonly lastMeasured: { readonly on: Day; readonly measurements: ReadonlyArray<Measurement> } | null
  readonly findings: ReadonlyArray<OpenFinding>
  readonly waivers: ReadonlyArray<Waiver>
}
