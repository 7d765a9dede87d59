/**
 * Running a command with the log of its session open, and failing with sentences.
 */
import type { DatabaseAddress } from "@frist/store/DatabaseAddress"
import { Conflict, EventLog, EventLogError } from "@frist/store/EventLog"
import type { LogServices } from "@frist/store/LogServices"
import { Refused } from "@frist/store/Refused"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { accessSync, constants, existsSync, statSync } from "node:fs"
import { chmod, copyFile, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { storageFailure } from "./database/StorageFailure.ts"
import { ownMark, removeLeftBehind } from "./files/LeftBehind.ts"
import { giveName, partialOf, removePartial } from "./files/NewFile.ts"
import { type Failure, refused } from "./failures/Failure.ts"
import { refusedByPlan } from "./failures/RefusalSentence.ts"
import type { Session } from "./Session.ts"

/** Runs with the log open. `create` makes the file where it is missing. Its driver is imported only now. */
export const withLog = <A, E, R>(session: Session, create: boolean, self: Effect.Effect<A, E, R>) =>
  withLayer(
    session,
    create,
    Effect.promise(() => layerOf(session, create)),
    self
  )

/**
 * Runs with the log open, or with one in a new file, which has its name only once `self` has succeeded: what fails or is
 * killed leaves no database. Refused if another process has made the file meanwhile.
 */
export const withWholeLog = <A, E, R>(session: Session, self: Effect.Effect<A, E, R>) => {
  const { database, phrase } = session
  if (database.kind !== "file" || exists(database)) return withLog(session, false, self)
  const { name } = database
  const partial = partialOf(name)
  const written = withLayer(
    session,
    true,
    Effect.promise(() => layerOf({ ...session, database: { ...database, name: partial } }, true)),
    self
  )
  const named = Effect.tryPromise({
    try: () => giveName(partial, name),
    catch: () => refused(phrase.text.errors.conflict)
  })
  return Effect.acquireUseRelease(
    Effect.promise(() => removePartial(name)),
    () => Effect.tap(written, () => named),
    () =>
      Effect.promise(() =>
        Promise.all(["", "-wal", "-shm", "-journal"].map((end) => rm(partial + end, { force: true })))
      )
  )
}

/**
 * Runs with the log of a file as it is, and writes nothing to it or beside it: on a copy that is removed afterwards, whose address
 * `examine` gets. A
 * file that others have open, beside its write-ahead log, is read in place where its folder allows that.
 */
export const withExaminedLog = <A, E, R>(
  session: Session,
  examine: (database: DatabaseAddress) => Effect.Effect<A, E, R>
) => {
  const { database } = session
  if (database.kind !== "file" || !exists(database) || (isOpen(database.name) && mayWrite(database.name))) {
    return withLog(session, false, examine(database))
  }
  const copied = Effect.acquireRelease(
    Effect.tryPromise(async () => {
      await removeLeftBehind(tmpdir(), "frist-", /^-/u)
      const folder = await mkdtemp(join(tmpdir(), `frist-${ownMark}-`))
      const name = join(folder, "log.db")
      // Without its journal, what a killed process left half written would look damaged.
      for (const ending of ["", "-wal", "-journal"]) {
        if (existsSync(database.name + ending)) {
          await copyFile(database.name + ending, name + ending, constants.COPYFILE_FICLONE)
          await chmod(name + ending, 0o600)
        }
      }
      return { folder, name }
    }),
    ({ folder }) => Effect.promise(() => rm(folder, { recursive: true, force: true }))
  )
  const opened = (name: string) =>
    withLayer(
      session,
      false,
      Effect.promise(() => layerOf({ ...session, database: { ...database, name } }, false)),
      examine({ ...database, name })
    )
  // What cannot be copied is opened in place, which says what is wrong with it.
  const path = Effect.catch(
    Effect.map(copied, ({ name }) => name),
    () => Effect.succeed(database.name)
  )
  return Effect.scoped(Effect.flatMap(path, opened))
}

const isOpen = (name: string): boolean => existsSync(`${name}-wal`)

const mayWrite = (name: string): boolean => {
  try {
    for (const each of [name, dirname(resolve(name))]) accessSync(each, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Runs with the log open, or with an empty log in memory where the file is missing: nothing is stored. */
export const withLogIfAny = <A, E, R>(session: Session, self: Effect.Effect<A, E, R>) =>
  exists(session.database)
    ? withLog(session, false, self)
    : withLayer(
        session,
        false,
        Effect.map(
          Effect.promise(() => import("@frist/store/memory/MemoryEventLog")),
          ({ layer }) => layer
        ),
        self
      )

const layerOf = async (
  { database, maxLag }: Session,
  create: boolean
): Promise<Layer.Layer<LogServices, EventLogError>> => {
  if (database.kind === "file") {
    const { layer } = await import("@frist/store/sqlite/SqliteEventLog")
    return layer({ filename: database.name, create })
  }
  const { layer } = await import("./database/Server.ts")
  const limit = maxLag === undefined ? {} : { maxLag: Duration.seconds(maxLag) }
  return layer({ url: database.url, connections: 2, ...limit })
}

/** Returns true also for a file that cannot be examined: opening it then says what is wrong. */
const exists = (database: DatabaseAddress): boolean => {
  if (database.kind === "server") return true
  try {
    return statSync(database.name, { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}

const withLayer = <A, E, R>(
  { database, phrase, plan }: Session,
  create: boolean,
  layer: Effect.Effect<Layer.Layer<LogServices, EventLogError>>,
  self: Effect.Effect<A, E, R>
): Effect.Effect<A, Failure | Exclude<E, EventLogError | Conflict | Refused>, Exclude<R, LogServices>> =>
  Effect.catchIf(
    self,
    (error): error is E & Refused => error instanceof Refused,
    ({ refusal }) => Effect.flatMap(eventsOf(plan), (log) => refusedByPlan(refusal, phrase, log))
  ).pipe(
    Effect.provide(Layer.unwrap(layer)),
    Effect.mapError((error) => {
      const { text } = phrase
      if (error instanceof EventLogError) return storageFailure(database, create ? "writing" : "reading", error, text)
      if (error instanceof Conflict) return refused(text.errors.conflict)
      return error as Failure | Exclude<E, EventLogError | Conflict | Refused>
    })
  )

/** Reads the plan that is named, or the only one: what a refusal names is in it. */
const eventsOf = Effect.fnUntraced(function* (named: Session["plan"]) {
  const log = yield* EventLog
  const plans = (yield* log.plans).map(({ plan }) => plan)
  const plan = Option.getOrUndefined(named) ?? (plans.length === 1 ? plans[0] : undefined)
  return plan === undefined || !plans.includes(plan) ? [] : yield* log.read(plan)
})
