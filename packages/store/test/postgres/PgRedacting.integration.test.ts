/**
 * Erasure of a tenth of a log in PostgreSQL: the tables have none of the erased text, nor have the files of the database
 * once the tables are rewritten.
 */
import { checkpointOf, wholeLog, type Log } from "../../src/contract/ContractFixture.ts"
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { newDatabase } from "../PgDatabases.ts"
import { expectGone, expectProven, plan, redacted } from "../evidence/redacting.ts"
import { newLogin, notRewritten, rowsAt } from "../PgSessions.ts"

it.live(
  "erasing a tenth of a PostgreSQL log leaves none of the text, and every proof holds",
  () =>
    Effect.gen(function* () {
      const url = yield* newDatabase
      yield* Effect.gen(function* () {
        const log = yield* wholeLog
        const made = yield* redacted(log)
        yield* expectProven(log, made)
        expect(yield* notRewritten(url)).toEqual(["frist.chunk"])
        yield* rowsAt(url, "vacuum full frist.chunk", "checkpoint")
        expect(yield* notRewritten(url)).toEqual([])
        const files = yield* rowsAt(
          url,
          `select pg_relation_filepath(oid) as path from pg_class
           where relkind in ('r', 't', 'i') and relnamespace in ('frist'::regnamespace, 'pg_toast'::regnamespace)`
        )
        const bytes: Array<Buffer> = []
        for (const [path] of files) {
          const [row] = yield* rowsAt(url, `select pg_read_binary_file('${String(path)}')`)
          bytes.push(Buffer.from(row?.[0] ?? []))
        }
        expectGone(Buffer.concat(bytes), made.positions, 30)
        yield* expectProven(log, made)
      }).pipe(Effect.provide(layer({ url: Redacted.make(url), migrate: true })))
    }),
  60_000
)

const as = (login: string, run: (log: Log) => Effect.Effect<void, unknown>) =>
  Effect.flatMap(wholeLog, run).pipe(Effect.provide(layer({ url: Redacted.make(login), connections: 1 })))

it.live(
  "a reader may neither erase nor seal, a writer may seal, and an eraser may do both, in visible plans only",
  () =>
    Effect.gen(function* () {
      const url = yield* newDatabase
      const { checkpoint, positions } = yield* Effect.gen(function* () {
        const log = yield* wholeLog
        const made = yield* redacted(log)
        return { ...made, checkpoint: yield* checkpointOf(log, plan, 1) }
      }).pipe(Effect.provide(layer({ url: Redacted.make(url), migrate: true })))
      const reader = yield* newLogin(url, ["frist_reader"])
      const writer = yield* newLogin(url, ["frist_writer"])
      const eraser = yield* newLogin(url, ["frist_eraser"])
      const asked = (log: Log) => [log.erase(plan, positions), log.seal(plan, checkpoint)]
      for (const at of [0, 1]) {
        const refused = yield* Effect.flip(as(reader, (log) => asked(log)[at] ?? Effect.void))
        expect(refused).toMatchObject({ reason: "refused" })
      }
      expect(yield* Effect.flip(as(writer, (log) => log.erase(plan, positions)))).toMatchObject({ reason: "refused" })
      yield* as(writer, (log) => asked(log)[1] ?? Effect.void)
      yield* as(eraser, (log) => Effect.all(asked(log), { discard: true }))
      const name = new URL(eraser).username
      yield* rowsAt(url, `select frist.confine('${name}', array['other'])`)
      for (const at of [0, 1]) {
        const refused = yield* Effect.flip(as(eraser, (log) => asked(log)[at] ?? Effect.void))
        expect(refused).toMatchObject({ reason: "refused" })
      }
    })
)
