/**
 * A log that was closed when its plan moved to another place. After `PlanMoved`, nothing but `PlanArrived` is recorded,
 * and that nowhere else, so that a plan goes on at one place only.
 */
import * as Result from "effect/Result"
import { type Batch, EventLogError } from "./EventLog.ts"

const moves: ReadonlySet<string> = new Set(["PlanMoved", "PlanArrived"])

/** Fails with `invalid` where a batch has a move beside other events. */
export const withLoneMove = (batch: Batch): Result.Result<Batch, EventLogError> =>
  batch.events.length > 1 && batch.events.some(({ event }) => moves.has(event._tag))
    ? Result.fail(new EventLogError({ reason: "invalid", detail: "a move is alone in its batch" }))
    : Result.succeed(batch)

/** Returns whether a batch may go after the last event of a log, by the type of that event. */
export const mayFollow = ({ events }: Batch, lastType: string | undefined): boolean =>
  events.length === 0 || (events[0]?.event._tag === "PlanArrived") === (lastType === "PlanMoved")

/** Returns whether the header of a row, as it is stored, is that of a `PlanMoved`. Quotes within texts are escaped. */
export const isClosing = (header: string): boolean => header.includes(',null,"PlanMoved",')
