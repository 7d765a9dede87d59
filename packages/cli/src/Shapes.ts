/**
 * What commands that record print as JSON. Shapes are versioned, since other programs read them.
 */
import { Day, NewEvent, PlanId } from "@frist/domain"
import { Finding } from "@frist/store/doctor/Finding"
import * as Schema from "effect/Schema"

/** What an import recorded, or with `dryRun` would record. `repeated`: it was recorded before, and nothing was now. */
export const Imported = Schema.Struct({
  view: Schema.Literal("frist/import"),
  version: Schema.Literal(1),
  plan: Schema.String,
  heldOn: Day.Day,
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
  findings: Schema.Array(Finding)
})
export type Examined = typeof Examined.Type

/** What was copied: how many events the copy has, and the root of the plan at the last of them, as in a checkpoint. */
const copied = { version: Schema.Literal(1), plan: PlanId, events: Schema.Int, size: Schema.Int, root: Schema.String }

export const Exported = Schema.Struct({ view: Schema.Literal("frist/exported"), ...copied })
export type Exported = typeof Exported.Type

export const Restored = Schema.Struct({ view: Schema.Literal("frist/restored"), ...copied })
export type Restored = typeof Restored.Type
