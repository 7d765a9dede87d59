/**
 * Why a command is not carried out: each refusal is the fact that forbids it.
 */
import * as Schema from "effect/Schema"
import { Day } from "./Day.ts"
import { ActivityId, Position } from "./Names.ts"
import { Status } from "./Status.ts"

export const Refusal = Schema.TaggedUnion({
  PlanNotOpened: {},
  PlanAlreadyOpened: { title: Schema.String },
  AlreadyRegistered: { activity: ActivityId },
  NoSuchActivity: { activity: ActivityId },
  /** The activity exists, but was registered after the day the command speaks of. */
  NotYetRegistered: { activity: ActivityId, registeredOn: Day },
  ActivityClosed: { activity: ActivityId, status: Status },
  NoSuchPosition: { position: Position },
  /** Corrections and redactions are not corrected themselves: correct the fact they point at once more. */
  NotAFact: { position: Position, type: Schema.String },
  /** A replacement must be of the same type as what it replaces. */
  OtherType: { position: Position, type: Schema.String, replacement: Schema.String },
  NotAFinding: { position: Position, type: Schema.String },
  AlreadyRedacted: { position: Position },
  /** A decision to remove stands for ever: without it nobody could tell why content is missing. */
  DecisionStands: { position: Position }
})
export type Refusal = typeof Refusal.Type
