/**
 * A PostgreSQL server for one test, which syncs every commit to disk and may be crashed, with an empty log.
 */
import { type PgServer, type PgServerOptions, startPgServer } from "@frist/testing/PgServer"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { wholeLog } from "../../src/contract/ContractFixture.ts"
import { layer, type PgEventLogOptions } from "../../src/postgres/PgEventLog.ts"

export const newServer = (options: PgServerOptions = {}) =>
  Effect.acquireRelease(
    Effect.promise(() => startPgServer({ ...options, settings: { fsync: "on", ...options.settings } })),
    (server) => Effect.promise(server.remove)
  ).pipe(Effect.tap((server) => Effect.scoped(openLog(server, { migrate: true }))))

/** Opens the log of that server with its own connections, until the scope ends. */
export const openLog = (server: PgServer, options: PgEventLogOptions & { readonly connections?: number } = {}) =>
  Effect.flatMap(Layer.build(Layer.fresh(layer({ url: Redacted.make(server.url()), ...options }))), (context) =>
    Effect.provideContext(wholeLog, context)
  )
