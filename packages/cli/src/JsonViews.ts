/**
 * What commands that record print as JSON. Shapes are versioned, since other programs read them.
 */
import { Day } from "@frist/domain/Day"
import { NewEvent } from "@frist/domain/RecordedEvent"
import { PlanId } from "@frist/domain/Names"
import { DeadlineHistory } from "@frist/projections/DeadlineHistory"
import { Diagnostic } from "@frist/store/doctor/Diagnostic"
import { Flaw } from "@frist/evidence/StoredEvent"
import * as Schema from "effect/Schema"

/** What an import recorded, or with `dryRun` would record. `repeated`: it was recorded before, and nothing was now. */
export const Imported = Schema.Struct({
  view: Schema.Literal("frist/import"),
  version: Schema.Literal(1),
  plan: Schema.String,
  heldOn: Day,
  dryRun: Schema.Boolean,
  repeated: Schema.Boolean,
  events: Schema.Array(NewEvent)
})
export type Imported = typeof Imported.Type

/** The positions of what a verb recorded; null where it was so already. */
export const Recorded = Schema.Struct({
  view: Schema.Literal("frist/recorded"),
  version: Schema.Literal(1),
  first: Schema.NullOr(Schema.Int),
  last: Schema.NullOr(Schema.Int)
})
export type Recorded = typeof Recorded.Type

/** The version of a database's tables before and after; both 0 for a file that is made later. */
export const Migrated = Schema.Struct({
  view: Schema.Literal("frist/migrated"),
  version: Schema.Literal(1),
  from: Schema.Int,
  to: Schema.Int
})
export type Migrated = typeof Migrated.Type

/** What an examination of a database found; `database` is its name without a password. */
export const Examined = Schema.Struct({
  view: Schema.Literal("frist/doctor"),
  version: Schema.Literal(1),
  database: Schema.String,
  findings: Schema.Array(Diagnostic)
})
export type Examined = typeof Examined.Type

/** Every move of every plan that has events, a plan after the other. */
export const AllSlips = Schema.Struct({
  view: Schema.Literal("frist/all-slips"),
  version: Schema.Literal(1),
  plans: Schema.Array(DeadlineHistory)
})
export type AllSlips = typeof AllSlips.Type

/** Plans whose read models were brought up to the log, and those that stand still: why, and before which event. */
export const Projected = Schema.Struct({
  view: Schema.Literal("frist/projected"),
  version: Schema.Literal(1),
  plans: Schema.Int,
  parked: Schema.Array(
    Schema.Struct({
      plan: PlanId,
      why: Schema.Literals(["unreadable", "killed", "behind"]),
      position: Schema.NullOr(Schema.Int),
      detail: Schema.String
    })
  )
})
export type Projected = typeof Projected.Type

const Value = Schema.NullOr(Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]))

/**
 * Every table of every plan against the log: how far it has come (`position` of `head`), a digest of its rows, and the
 * first row and column that differ, with the events that the row should have come from.
 */
export const ReadModelsChecked = Schema.Struct({
  view: Schema.Literal("frist/check"),
  version: Schema.Literal(1),
  tables: Schema.Array(
    Schema.Struct({
      plan: PlanId,
      projection: Schema.String,
      version: Schema.Int,
      position: Schema.Int,
      head: Schema.Int,
      rows: Schema.Int,
      digest: Schema.String,
      difference: Schema.NullOr(
        Schema.Struct({
          what: Schema.Literals(["missing", "extra", "differs"]),
          key: Schema.Array(Value),
          column: Schema.NullOr(Schema.String),
          stands: Value,
          derived: Value,
          events: Schema.Array(Schema.Int)
        })
      )
    })
  )
})
export type ReadModelsChecked = typeof ReadModelsChecked.Type

/** From how many events read models were made anew, and the tables that were removed. */
export const Rebuilt = Schema.Struct({
  view: Schema.Literal("frist/rebuilt"),
  version: Schema.Literal(1),
  events: Schema.Int,
  plans: Schema.Int,
  dropped: Schema.Array(Schema.String)
})
export type Rebuilt = typeof Rebuilt.Type

/** What was copied: how many events the copy has, and the root of the plan at the last of them, as in a checkpoint. */
const copied = { version: Schema.Literal(1), plan: PlanId, events: Schema.Int, size: Schema.Int, root: Schema.String }

export const Exported = Schema.Struct({ view: Schema.Literal("frist/exported"), ...copied })
export type Exported = typeof Exported.Type

export const Restored = Schema.Struct({ view: Schema.Literal("frist/restored"), ...copied })
export type Restored = typeof Restored.Type

/** A checkpoint that was taken: its note is what others keep. `key` is what its signature is verified with. */
export const SealedCheckpoint = Schema.Struct({
  view: Schema.Literal("frist/sealed"),
  version: Schema.Literal(1),
  plan: PlanId,
  origin: Schema.String,
  size: Schema.Int,
  root: Schema.String,
  note: Schema.String,
  key: Schema.NullOr(Schema.String)
})
export type SealedCheckpoint = typeof SealedCheckpoint.Type

/**
 * What a verification found. A checkpoint was kept with the log, or stands in a file that was named; where it has a fault,
 * what was changed lies from event `from` to event `to`. `signed` is null where it claims no signature of the key.
 */
export const VerifiedLog = Schema.Struct({
  view: Schema.Literal("frist/verified"),
  version: Schema.Literal(1),
  plan: PlanId,
  origin: Schema.String,
  holds: Schema.Boolean,
  events: Schema.Int,
  root: Schema.String,
  broken: Schema.Array(Schema.Struct({ position: Schema.Int, flaw: Flaw })),
  stopped: Schema.Boolean,
  erased: Schema.Int,
  unerased: Schema.Array(Schema.Int),
  checkpoints: Schema.Array(
    Schema.Struct({
      kept: Schema.Boolean,
      file: Schema.NullOr(Schema.String),
      origin: Schema.NullOr(Schema.String),
      size: Schema.NullOr(Schema.Int),
      root: Schema.NullOr(Schema.String),
      fault: Schema.NullOr(Schema.Literals(["unreadable", "origin", "beyond", "root", "signature"])),
      from: Schema.NullOr(Schema.Int),
      to: Schema.NullOr(Schema.Int),
      signed: Schema.NullOr(Schema.Boolean),
      signer: Schema.NullOr(Schema.String)
    })
  )
})
export type VerifiedLog = typeof VerifiedLog.Type

export const Bundled = Schema.Struct({ view: Schema.Literal("frist/bundled"), ...copied })
export type Bundled = typeof Bundled.Type
