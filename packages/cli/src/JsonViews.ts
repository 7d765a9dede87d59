/**
 * The JSON that commands print, besides the views of `@frist/projections`. Each shape has a version, for programs that
 * read it.
 */
import { PlanId } from "@frist/domain/Names"
import { DeadlineHistory } from "@frist/projections/DeadlineHistory"
import { WhatIf } from "@frist/projections/WhatIf"
import { Diagnostic } from "@frist/store/doctor/Diagnostic"
import { Flaw } from "@frist/evidence/StoredEvent"
import * as Schema from "effect/Schema"

/** The positions that a command recorded; null if it changed nothing. */
export const RecordingView = Schema.Struct({
  view: Schema.Literal("frist/recorded"),
  version: Schema.Literal(1),
  first: Schema.NullOr(Schema.Int),
  last: Schema.NullOr(Schema.Int)
})
export type RecordingView = typeof RecordingView.Type

/** The version of a database's tables before and after a migration; both 0 for a file that does not exist yet. */
export const MigrationView = Schema.Struct({
  view: Schema.Literal("frist/migrated"),
  version: Schema.Literal(1),
  from: Schema.Int,
  to: Schema.Int
})
export type MigrationView = typeof MigrationView.Type

/** The findings of `frist doctor`; `database` is the name of the database without a password. */
export const DiagnosisView = Schema.Struct({
  view: Schema.Literal("frist/doctor"),
  version: Schema.Literal(1),
  database: Schema.String,
  findings: Schema.Array(Diagnostic)
})
export type DiagnosisView = typeof DiagnosisView.Type

/** The deadline history of each plan that has events. */
export const AllSlipsView = Schema.Struct({
  view: Schema.Literal("frist/all-slips"),
  version: Schema.Literal(1),
  plans: Schema.Array(DeadlineHistory)
})
export type AllSlipsView = typeof AllSlipsView.Type

/** What would be affected if each of several activities moved. */
export const SuppositionsView = Schema.Struct({
  view: Schema.Literal("frist/suppositions"),
  version: Schema.Literal(1),
  suppositions: Schema.Array(WhatIf)
})
export type SuppositionsView = typeof SuppositionsView.Type

/** Parked plans: why, and before which event. */
const Parked = Schema.Array(
  Schema.Struct({
    plan: PlanId,
    why: Schema.Literals(["unreadable", "killed", "wentBack"]),
    position: Schema.NullOr(Schema.Int),
    detail: Schema.String
  })
)

/** The number of plans whose read models were updated, and the parked plans. */
export const ProjectionView = Schema.Struct({
  view: Schema.Literal("frist/projected"),
  version: Schema.Literal(1),
  plans: Schema.Int,
  parked: Parked
})
export type ProjectionView = typeof ProjectionView.Type

const Value = Schema.NullOr(Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]))

/**
 * Each table of each plan compared with the log: its position and that of the log (`head`), a digest of its rows, and the
 * first difference, with the events that the row should come from.
 */
export const ReadModelCheckView = Schema.Struct({
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
          stored: Value,
          derived: Value,
          events: Schema.Array(Schema.Int)
        })
      )
    })
  )
})
export type ReadModelCheckView = typeof ReadModelCheckView.Type

/** The number of events that read models were rebuilt from, the tables that were removed, and the parked plans. */
export const RebuildView = Schema.Struct({
  view: Schema.Literal("frist/rebuilt"),
  version: Schema.Literal(1),
  events: Schema.Int,
  plans: Schema.Int,
  dropped: Schema.Array(Schema.String),
  parked: Parked
})
export type RebuildView = typeof RebuildView.Type

/** The content of a copy: the number of events, and the root of the plan at the last of them, as in a checkpoint. */
const copied = { version: Schema.Literal(1), plan: PlanId, events: Schema.Int, size: Schema.Int, root: Schema.String }

/** Of how many documents the cells are in a copy; of how many a decision has erased some, and of how many they are missing. */
const editions = Schema.Struct({ kept: Schema.Int, erased: Schema.Int, missing: Schema.Int })

/** The result of `frist export` to a file. */
export const ExportView = Schema.Struct({ view: Schema.Literal("frist/exported"), ...copied, editions })
export type ExportView = typeof ExportView.Type

/** The result of `frist restore`. */
export const RestoreView = Schema.Struct({ view: Schema.Literal("frist/restored"), ...copied, editions })
export type RestoreView = typeof RestoreView.Type

/** The result of `frist relocate`: the new place, and the root that the closed log has at both places. */
export const RelocationView = Schema.Struct({ view: Schema.Literal("frist/relocated"), ...copied, to: Schema.String })
export type RelocationView = typeof RelocationView.Type

/** A new checkpoint. Others keep its `note`; `key` verifies its signature. */
export const SealView = Schema.Struct({
  view: Schema.Literal("frist/sealed"),
  version: Schema.Literal(1),
  plan: PlanId,
  origin: Schema.String,
  size: Schema.Int,
  root: Schema.String,
  note: Schema.String,
  key: Schema.NullOr(Schema.String)
})
export type SealView = typeof SealView.Type

/**
 * The result of a verification. A checkpoint comes from the log or from a given file. Where it has a fault, the change lies
 * between the events `from` and `to`. `signed` is null if it claims no signature of the key.
 */
export const VerificationView = Schema.Struct({
  view: Schema.Literal("frist/verified"),
  version: Schema.Literal(1),
  plan: PlanId,
  origin: Schema.String,
  holds: Schema.Boolean,
  events: Schema.Int,
  root: Schema.String,
  /**
   * What does not hold, each an event or, where several in a row are missing or misplaced, those from `position` to `to`.
   * The first ten are named by activity and type, as their rows say; where nothing is there to name, both are null.
   */
  broken: Schema.Array(
    Schema.Struct({
      position: Schema.Int,
      to: Schema.Int,
      flaw: Schema.Literals([...Flaw.literals, "missing"]),
      activity: Schema.NullOr(Schema.String),
      type: Schema.NullOr(Schema.String)
    })
  ),
  stopped: Schema.Boolean,
  erased: Schema.Int,
  unerased: Schema.Array(Schema.Int),
  /** Triggers of the database that are missing or changed: a warning, since others may then change what is stored. */
  triggers: Schema.Array(Schema.String),
  /** What of the database still holds redacted text, as `frist doctor` says; null where it finds nothing. */
  remains: Schema.NullOr(Schema.Literals(["fileNotRewritten", "rowsNotRewritten"])),
  /** Kept editions, by the SHA-256 of their documents. Altered ones do not hold. */
  editions: Schema.Struct({
    kept: Schema.Array(Schema.String),
    erased: Schema.Array(Schema.String),
    missing: Schema.Array(Schema.String),
    altered: Schema.Array(Schema.String),
    undone: Schema.Array(Schema.String)
  }),
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
      signer: Schema.NullOr(Schema.String),
      /** The plan of the database that it is of, where it is another. */
      belongsTo: Schema.NullOr(PlanId)
    })
  ),
  /** The reports among the files, made again from the log and compared. */
  reports: Schema.Array(
    Schema.Struct({
      file: Schema.String,
      text: Schema.Literals(["equal", "differs", "notCompared"]),
      /** Why the text was not compared. */
      why: Schema.NullOr(Schema.Literals(["version", "arguments", "converted", "redacted"])),
      /** The program that made the report, or saved it again. */
      program: Schema.NullOr(Schema.String),
      /** Where words differ: after which, what the report says there, and what the log gives. */
      after: Schema.NullOr(Schema.String),
      found: Schema.NullOr(Schema.String),
      made: Schema.NullOr(Schema.String)
    })
  )
})
export type VerificationView = typeof VerificationView.Type

/** The result of `frist bundle`. */
export const BundleView = Schema.Struct({ view: Schema.Literal("frist/bundled"), ...copied, editions })
export type BundleView = typeof BundleView.Type
