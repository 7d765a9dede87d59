/**
 * The read models of the session's database.
 */
import { readModelTexts } from "../texts/ReadModelTexts.ts"
import type { PlanId } from "@frist/domain/Names"
import { project } from "@frist/readmodels/Projector"
import { readModelNamed, readModels } from "@frist/readmodels/ReadModels"
import type { ReadModelStore } from "@frist/readmodels/ReadModelStore"
import { EventLog, EventLogError } from "@frist/store/EventLog"
import type { DatabaseAddress } from "@frist/store/DatabaseAddress"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { existsSync } from "node:fs"
import { type Failure, storage, wrongUsage } from "../failures/Failure.ts"
import { type Session } from "../Session.ts"
import { withLog } from "../SessionLog.ts"

const layerOf = async (database: DatabaseAddress): Promise<Layer.Layer<ReadModelStore, EventLogError>> => {
  if (database.kind === "file") {
    const { layer } = await import("@frist/readmodels/sqlite/SqliteReadModels")
    const { readFileOf } = await import("@frist/readmodels/sqlite/SqliteTables")
    return layer({ filename: readFileOf(database.name) })
  }
  const { readModelLayer } = await import("../database/Server.ts")
  return readModelLayer({ url: database.url })
}

/** Runs with the log and its read models open. What is wrong with these is told of them, and not of the log. */
export const withReadModels = <A, E, R>(session: Session, self: Effect.Effect<A, E, R>) =>
  withLog(
    session,
    false,
    Effect.provide(self, Layer.unwrap(Effect.promise(() => layerOf(session.database)))).pipe(
      Effect.mapError((error) => (error instanceof EventLogError ? (failureOf(error, session) ?? error) : error))
    )
  )

/** Returns the failure of read models; undefined where it is one of the log, or said of both in the same words. */
const failureOf = ({ detail, file, reason }: EventLogError, { database, phrase }: Session): Failure | undefined => {
  const texts = readModelTexts[phrase.language]
  if (database.kind === "server")
    return reason === "refused" ? storage(`${texts.mayNot(database.name)} (${detail}).`) : undefined
  if (file === undefined || file === database.name) return undefined
  const said =
    reason === "full" || reason === "corrupt" || reason === "notALog"
      ? texts.file[reason](file)
      : reason === "unreachable" || reason === "refused"
        ? texts.file.other(file)
        : phrase.text.errors.storage[reason](file)
  return storage(said.replace(/[.]$/u, ` (${detail}).`))
}

/**
 * Updates the read models of a plan if there are any. Returns `left` where this login cannot: a worker must then do it.
 */
export const followUp = (
  { database, today }: Session,
  plan: PlanId
): Effect.Effect<"none" | "done" | "left", never, EventLog> =>
  Effect.promise(async () => {
    if (database.kind === "server") return true
    const { readFileOf } = await import("@frist/readmodels/sqlite/SqliteTables")
    return existsSync(readFileOf(database.name))
  }).pipe(
    Effect.flatMap((there) =>
      there
        ? project({ plan, today: Effect.succeed(today) }).pipe(
            Effect.provide(Layer.unwrap(Effect.promise(() => layerOf(database)))),
            Effect.match({
              onSuccess: ({ parked }) => (parked === 0 ? "done" : "left"),
              onFailure: ({ reason }) => (reason === "schemaTooOld" ? "none" : "left")
            })
          )
        : Effect.succeed("none")
    )
  )

/** Returns the read model of that name, or all; wrong usage for an unknown name. */
export const chosenModels = (name: Option.Option<string>, { phrase }: Session) => {
  if (Option.isNone(name)) return Effect.succeed(readModels)
  const model = readModelNamed(name.value)
  const all = readModels.map((each) => each.name).join(", ")
  return model === undefined
    ? Effect.fail(wrongUsage(readModelTexts[phrase.language].noProjection(name.value, all)))
    : Effect.succeed([model])
}
