/**
 * The port: where read models are kept. Adapters are values of this service; what is written with a checkpoint is written
 * in the same transaction or not at all.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import type { EventLogError } from "@frist/store/EventLog"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import type { Change, Reached } from "./DerivedRows.ts"
import type { ReadModel, Row } from "./ReadModel.ts"

/** The tables of a read model of one version. `serving`: the view shows them. `building`: they are being filled. */
export interface Generation {
  readonly projection: string
  readonly version: number
  /** The shape that they were made with. */
  readonly shape: number
  readonly state: "serving" | "building" | "retired"
}

/** How far the rows of a plan have come, and the next day on which more of what is recorded counts. */
export interface Checkpoint extends Reached {
  readonly nextDay: Day | null
}

/** Tables, and how far they have come in one plan; null where they have nothing of it. */
export interface Followed {
  readonly generation: Generation
  readonly checkpoint: Checkpoint | null
}

/** `unreadable`: an event cannot be read. `killed`: its attempts end the process. `behind`: the log ends before the rows. */
export type Why = "unreadable" | "killed" | "behind"

/** A plan whose read models stand still until somebody looks. */
export interface Parked {
  readonly plan: PlanId
  readonly why: Why
  /** The event that it stopped before, where that is known. */
  readonly position: number | null
  readonly detail: string
}

/** A read model's tables of one version, and what changes in them. `fresh`: there is nothing of the plan in them yet. */
export interface Writing {
  readonly model: ReadModel
  readonly version: number
  readonly change: Change
  readonly fresh: boolean
}

/** A plan that is held for the length of a transaction: nobody else writes its rows meanwhile. */
export interface Claimed {
  readonly followed: ReadonlyArray<Followed>
  /** How many times it was begun and not ended. */
  readonly attempts: number
  readonly parked: Why | null
  readonly write: (writings: ReadonlyArray<Writing>) => Effect.Effect<void, EventLogError>
  /** Takes away every row of the plan. */
  readonly clear: (model: ReadModel, version: number) => Effect.Effect<void, EventLogError>
  /** Takes away what tables that serve no longer still hold of the plan, and sees to it that nothing removed stays behind. */
  readonly purge: Effect.Effect<void, EventLogError>
  /** Says how far these tables have come, and that the attempt is over. */
  readonly save: (of: ReadonlyArray<Generation>, checkpoint: Checkpoint) => Effect.Effect<void, EventLogError>
  /** The rows that stand. */
  readonly rows: (model: ReadModel, version: number) => Effect.Effect<ReadonlyArray<Row>, EventLogError>
}

/** How far what serves has come in a plan: the least of its checkpoints, and how many it has. */
export interface Progress {
  readonly plan: PlanId
  readonly position: number
  readonly nextDay: Day | null
  readonly checkpoints: number
}

export class ReadModelStore extends Context.Service<
  ReadModelStore,
  {
    readonly generations: Effect.Effect<ReadonlyArray<Generation>, EventLogError>
    readonly progress: Effect.Effect<ReadonlyArray<Progress>, EventLogError>
    /** Plans that these tables have something of. */
    plansIn(generation: Generation): Effect.Effect<ReadonlySet<PlanId>, EventLogError>
    /**
     * Holds a plan while the work is done, which is committed with it or not at all. None where somebody else holds it and
     * is not to be waited for.
     */
    claim<A, E, R>(
      plan: PlanId,
      waits: boolean,
      work: (claimed: Claimed) => Effect.Effect<A, E, R>
    ): Effect.Effect<Option.Option<A>, E | EventLogError, R>
    /** Counts an attempt at a plan before it is made, so that one which ends the process counts too. */
    attempt(plan: PlanId): Effect.Effect<void, EventLogError>
    park(parked: Parked): Effect.Effect<void, EventLogError>
    readonly parked: Effect.Effect<ReadonlyArray<Parked>, EventLogError>
    /** Lets a plan be tried again. */
    release(plan: PlanId): Effect.Effect<void, EventLogError>
    /** New, empty tables beside those that serve; or those that were being filled when somebody stopped. */
    begin(model: ReadModel): Effect.Effect<Generation, EventLogError>
    /**
     * Lets tables that are filled serve instead of others. False where they lack something that the others have, or where
     * somebody is reading for so long that others would wait for us: then later.
     */
    swap(model: ReadModel, version: number): Effect.Effect<boolean, EventLogError>
    /** Removes tables that serve no longer, and those of a build that was given up. */
    readonly drop: Effect.Effect<ReadonlyArray<Generation>, EventLogError>
    /** One at a time among all processes, for as long as the scope lasts; false where somebody else is at it. */
    readonly alone: Effect.Effect<boolean, EventLogError, Scope.Scope>
    /** Begins to listen for growth of the log; what it gives waits until there may be some: in these plans, or in any. */
    readonly listen: Effect.Effect<Effect.Effect<ReadonlySet<PlanId> | null>, never, Scope.Scope>
  }
>()("@frist/projections/ReadModelStore") {}
