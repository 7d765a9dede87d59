/**
 * Runs the code of the how-to pages.
 */
import { afterAll, beforeAll, describe, expect, it } from "@effect/vitest"
import { Day } from "@frist/domain"
import { EventLog } from "@frist/store"
import { History } from "@frist/projections"
import { openLog } from "@frist/promises"
import { connected } from "@frist/store/postgres/PgAccess"
import { databaseUrl, newName } from "@frist/testing/PgDatabase"
import { ConfigProvider, Effect, Layer, Redacted } from "effect"
import { inject } from "vitest"
import { postpone, prepare } from "./embedding/own.ts"
import { reasons } from "./embedding/reasons.ts"
import { metrics } from "./how-to/metrics.ts"
import { layer } from "./how-to/server.ts"

const name = newName("howto")
const url = databaseUrl(inject("postgres"), name)
const asked = (address: string, sql: string) =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(connected(Redacted.make(address)), (client) => client.unsafe(sql))))

beforeAll(async () => {
  await asked(inject("postgres"), `create database ${name}`)
  await using log = await openLog(url, { migrate: true })
  expect(await prepare(log)).toEqual({ first: 1, last: 2, repeated: false })
  expect(await prepare(log)).toEqual({ first: null, last: null, repeated: false })
})
afterAll(() => asked(inject("postgres"), `drop database if exists ${name} with (force)`))

describe("How to", () => {
  it("embed: a decision and a moved deadline are committed together, or neither", async () => {
    await using log = await openLog(url)
    expect(await postpone(log, "ogon", "hösten 2024", "Lokalerna")).toEqual({ first: 3, last: 3, repeated: false })
    await expect(postpone(log, "hud", "2025", "Lokalerna")).rejects.toMatchObject({ code: "refused" })
    expect(await asked(url, "select clinic from postponement")).toEqual([{ clinic: "ogon" }])
  })

  it("add a projection: reasons are counted, as of any day", async () => {
    await using log = await openLog(url)
    const events = await log.events("openings")
    const today = Day.make("2024-05-02")
    expect(reasons(History.of(events, { today }))).toEqual([{ reason: "Lokalerna", moves: 1 }])
    expect(reasons(History.of(events, { today, asOf: Day.make("2024-05-01") }))).toEqual([])
  })

  it.live("run on PostgreSQL and observe: a service has the log, and its metrics", () =>
    Effect.gen(function* () {
      expect((yield* (yield* EventLog).plans).map(({ plan }) => plan)).toEqual(["openings"])
      expect((yield* metrics).every(({ id }) => id.startsWith("frist_"))).toBe(true)
    }).pipe(
      Effect.provide(
        layer.pipe(Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env: { FRIST_DB: url } }))))
      )
    )
  )
})
