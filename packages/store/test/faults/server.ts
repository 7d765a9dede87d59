/**
 * A server of a test's own, which syncs to disk at each commit and may be crashed, with an empty log on it.
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

/** The log on that server, with connections of its own, for as long as the scope lasts. */
export const openLog = (server: PgServer, options: PgEventLogOptions & { readonly connections?: number } = {}) =>
  Effect.flatMap(Layer.build(Layer.fresh(layer({ url: Redacted.make(server.url()), ...options }))), (context) =>
    Effect.provideContext(wholeLog, context)
  )
