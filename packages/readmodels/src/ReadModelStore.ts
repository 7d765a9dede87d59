/**
 * The port of read models. Adapters are values of this service. Rows and the position they were derived from are written in
 * one transaction.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import type { EventLogError } from "@frist/store/EventLog"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import type { RowChange, DerivedPosition } from "./DerivedRows.ts"
import type { ReadModel, ModelRow } from "./ReadModel.ts"

/** One version of a read model's table. `serving`: the view shows it. `building`: a rebuild fills it in the shadow. */
export interface Generation {
  readonly projection: string
  readonly version: number
  /** The shape it was created with. */
  readonly shape: number
  readonly state: "serving" | "building" | "retired"
}

/** The position of a plan's rows, and the next day on which a recorded fact takes effect. */
export interface StoredPosition extends DerivedPosition {
  readonly nextDay: Day | null
  /** The leaf of the event at the position; null where an earlier version kept none. */
  readonly leaf: Uint8Array | null
}

/** A table and its position in one plan; null if it has nothing of the plan. */
export interface PlanTable {
  readonly generation: Generation
  readonly stored: StoredPosition | null
}

/**
 * `unreadable`: an event cannot be read. `killed`: attempts crashed the process. `wentBack`: the log lacks the last event
 * of the rows, or has another there.
 */
export type ParkReason = "unreadable" | "killed" | "wentBack"

/** A plan that is parked until it is released. */
export interface ParkedPlan {
  readonly plan: PlanId
  readonly why: ParkReason
  /** The position of the event that could not be read or that the log lacks, where it is known. */
  readonly position: number | null
  readonly detail: string
}

/** Changes to one version of a read model's table. `fresh`: it has no row of the plan yet. */
export interface TableWrite {
  readonly model: ReadModel
  readonly version: number
  readonly change: RowChange
  readonly fresh: boolean
}

/** A plan held for the length of a transaction: no other worker writes its rows. */
export interface PlanClaim {
  readonly tables: ReadonlyArray<PlanTable>
  /** The number of attempts that began and did not end. */
  readonly attempts: number
  readonly parked: ParkReason | null
  readonly write: (writings: ReadonlyArray<TableWrite>) => Effect.Effect<void, EventLogError>
  /** Deletes every row of the plan. */
  readonly clear: (model: ReadModel, version: number) => Effect.Effect<void, EventLogError>
  /** Deletes the plan's rows from retired tables, and leaves no redacted text in the storage. */
  readonly purge: Effect.Effect<void, EventLogError>
  /** Writes the last changes of these tables and stores their position, and ends the attempt. */
  readonly save: (
    of: ReadonlyArray<Generation>,
    stored: StoredPosition,
    writings: ReadonlyArray<TableWrite>
  ) => Effect.Effect<void, EventLogError>
  /** Removes the position of these tables, which then have nothing of the plan, and ends the attempt. */
  readonly forget: (of: ReadonlyArray<Generation>) => Effect.Effect<void, EventLogError>
  /** Reads the stored rows of the plan, by key. */
  readonly rows: (model: ReadModel, version: number) => Effect.Effect<ReadonlyArray<ModelRow>, EventLogError>
}

/** The tables of a plan at one moment. */
export type PlanSnapshot = Pick<PlanClaim, "tables" | "rows">

/** A position that serving tables of a plan have, with the leaf of its event. */
interface KeptPlace extends Pick<StoredPosition, "position" | "leaf"> {
  readonly plan: PlanId
}

/** The least position of a plan's serving tables, and the number of tables that have the plan. */
export interface Progress {
  readonly plan: PlanId
  readonly position: number
  readonly nextDay: Day | null
  readonly tables: number
}

/** The store of read models. */
export class ReadModelStore extends Context.Service<
  ReadModelStore,
  {
    readonly generations: Effect.Effect<ReadonlyArray<Generation>, EventLogError>
    readonly progress: Effect.Effect<ReadonlyArray<Progress>, EventLogError>
    /** Reads the positions that serving tables have; tables of a plan mostly share one. */
    readonly places: Effect.Effect<ReadonlyArray<KeptPlace>, EventLogError>
    /** Returns the plans in this table. */
    plansIn(generation: Generation): Effect.Effect<ReadonlySet<PlanId>, EventLogError>
    /**
     * Holds a plan while the work runs, and commits with it. None where another worker holds the plan and `waits` is
     * false.
     */
    claim<A, E, R>(
      plan: PlanId,
      waits: boolean,
      work: (claimed: PlanClaim) => Effect.Effect<A, E, R>
    ): Effect.Effect<Option.Option<A>, E | EventLogError, R>
    /**
     * Writes the changes of a plan's tables and their new position in one transaction, if these are all its tables, each is
     * at `from`, no attempt is open, it is not parked and no other worker holds it. False where that is not so, or where
     * the changes are too many or delete rows: then nothing is written, and it takes a claim.
     */
    advance(
      plan: PlanId,
      of: ReadonlyArray<Generation>,
      from: StoredPosition,
      to: StoredPosition,
      writings: ReadonlyArray<TableWrite>
    ): Effect.Effect<boolean, EventLogError>
    /** Reads the tables of a plan as they are at one moment. Needs no right to write, and may be on a standby. */
    snapshot<A, E, R>(
      plan: PlanId,
      work: (tables: PlanSnapshot) => Effect.Effect<A, E, R>
    ): Effect.Effect<A, E | EventLogError, R>
    /** Counts an attempt before it is made, so that one that crashes the process counts. */
    attempt(plan: PlanId): Effect.Effect<void, EventLogError>
    /** Parks a plan with its reason. */
    park(parked: ParkedPlan): Effect.Effect<void, EventLogError>
    readonly parked: Effect.Effect<ReadonlyArray<ParkedPlan>, EventLogError>
    /** Releases a parked plan for another attempt. */
    release(plan: PlanId): Effect.Effect<void, EventLogError>
    /** Creates an empty shadow table; or returns the one that an interrupted rebuild left. */
    begin(model: ReadModel): Effect.Effect<Generation, EventLogError>
    /**
     * Swaps a filled shadow table in. False if it lacks something that the serving table has, or if a long read would
     * make others wait for the swap: retry later. Takes the rows of `stuck` plans from the serving table, as they are, if
     * that has the same columns, and otherwise leaves them out.
     */
    swap(model: ReadModel, version: number, stuck: ReadonlyArray<PlanId>): Effect.Effect<boolean, EventLogError>
    /**
     * Returns the names of what is not as Frist made it: views, tables and triggers that were altered, dropped or added,
     * read models that no table serves, and rows of plans that the log does not have.
     */
    oddities(plans: ReadonlySet<PlanId>): Effect.Effect<ReadonlyArray<string>, EventLogError>
    /** Drops every table that does not serve. */
    readonly drop: Effect.Effect<ReadonlyArray<Generation>, EventLogError>
    /** Takes the lock of rebuilds for the life of the scope; false if another process has it. */
    readonly alone: Effect.Effect<boolean, EventLogError, Scope.Scope>
    /** Subscribes to notifications. The inner effect waits for one, of these plans, or of any where it is null. */
    readonly listen: Effect.Effect<Effect.Effect<ReadonlySet<PlanId> | null>, never, Scope.Scope>
  }
>()("@frist/readmodels/ReadModelStore") {}
