/**
 * Runs the three embeddings: an Effect service, a plain HTTP service, and a job that forwards moves.
 */
import { afterAll, beforeAll, describe, expect, it } from "@effect/vitest"
import { openLog } from "@frist/promises"
import { connected } from "@frist/store/postgres/PgAccess"
import { databaseUrl, newName } from "@frist/testing/PgDatabase"
import { ConfigProvider, Effect, Layer, Redacted } from "effect"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { inject } from "vitest"
import { Openings, openings } from "./effect-service.ts"
import { cloudEventOf, forwardMoves } from "./forward-moves.ts"
import { app, openApi } from "./http-service.ts"

const context = { plan: "strategi", actor: "bokningstjänsten", effectiveOn: "2024-05-02" }
const begun = async () => {
  const log = await openLog("memory:")
  await log.record(
    context,
    { _tag: "OpenPlan", title: "Digital strategi" },
    { _tag: "RegisterActivity", activity: "webbokning", kind: "activity", deadline: "2021-12" }
  )
  return log
}

const asked = (url: string, sql: string) =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(connected(Redacted.make(url)), (client) => client.unsafe(sql))))

describe("An Effect service", () => {
  const name = newName("openings")
  const url = databaseUrl(inject("postgres"), name)
  beforeAll(() => asked(inject("postgres"), `create database ${name}`))
  afterAll(() => asked(inject("postgres"), `drop database if exists ${name} with (force)`))
  const config = ConfigProvider.layer(ConfigProvider.fromEnv({ env: { DATABASE_URL: url } }))

  it.live("records a decision and the moved deadline in one transaction, and shows how it slipped", () =>
    Effect.gen(function* () {
      const service = yield* Openings
      yield* service.expect("ogon", "2024-06", "2024-01-10")
      const postponement = {
        clinic: "ogon",
        to: "hösten 2024",
        reason: "Lokalerna är inte klara",
        decidedBy: "Verksamhetschefen",
        decidedOn: "2024-05-02"
      }
      yield* service.postpone(postponement)
      const refused = yield* Effect.flip(service.postpone({ ...postponement, clinic: "hud" }))
      expect(refused).toMatchObject({ _tag: "Refused", refusal: { _tag: "NoSuchActivity" } })
      expect(yield* Effect.promise(() => asked(url, "select clinic, opens from postponement"))).toEqual([
        { clinic: "ogon", opens: "hösten 2024" }
      ])
      const [slipped] = (yield* service.slips("ogon", "2024-05-02")).activities
      expect(slipped?.moves).toMatchObject([{ reason: "Lokalerna är inte klara", actor: "Verksamhetschefen" }])
      expect(slipped?.tally).toMatchObject({ count: 1, atLeast: false, net: { min: 63, max: 182 } })
    }).pipe(Effect.provide(openings.pipe(Layer.provide(config))))
  )
})

describe("A plain HTTP service", () => {
  const move = { activity: "webbokning", to: "hösten 2024", by: "Chefen", on: "2024-05-02", reason: "Nyanställda" }
  it("moves a deadline once, and shows the board and the slips", async () => {
    await using log = await begun()
    const web = app(log)
    const post = (body: unknown) =>
      web.request("/plans/strategi/moves", {
        method: "POST",
        headers: { "Idempotency-Key": "one" },
        body: typeof body === "string" ? body : JSON.stringify(body)
      })
    expect(await (await post(move)).json()).toMatchObject({ first: 3, repeated: false })
    expect(await (await post(move)).json()).toMatchObject({ first: 3, repeated: true })
    const slips = await (await web.request("/plans/strategi/slips/webbokning?today=2024-05-02")).json()
    expect(slips).toMatchObject({ activities: [{ tally: { net: { min: 975, max: 1095 } } }] })
    const board = await (await web.request("/plans/strategi/board?asOf=2024-01-01&today=2024-05-02")).json()
    expect(board).toMatchObject({ view: "frist/board", asOf: "2024-01-01", activities: [] })
  })

  it("answers a refused command with its fact, and a bad request with what is wrong", async () => {
    await using log = await begun()
    const post = (body: unknown) =>
      app(log).request("/plans/strategi/moves", {
        method: "POST",
        body: typeof body === "string" ? body : JSON.stringify(body)
      })
    const refused = await post({ ...move, activity: "ingen" })
    expect([refused.status, await refused.json()]).toEqual([409, { _tag: "NoSuchActivity", activity: "ingen" }])
    for (const wrong of ["{", { ...move, on: "2021-02-29" }, { ...move, to: 7 }, { activity: "webbokning" }]) {
      expect((await post(wrong)).status, JSON.stringify(wrong)).toBe(400)
    }
    expect((await app(log).request("/plans/Not%20A%20Plan/board")).status).toBe(400)
  })

  it("describes each route in an OpenAPI document without dangling references", async () => {
    await using log = await begun()
    const document = openApi()
    const routes = app(log).routes.map(({ path }) => path.replaceAll(/:(\w+)/gu, "{$1}"))
    expect(new Set(["/openapi.json", ...Object.keys(document.paths)])).toEqual(
      new Set(routes.filter((path) => !path.includes("*")))
    )
    for (const [, name = ""] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/gu)) {
      expect(document.components.schemas).toHaveProperty([name])
    }
  })
})

describe("A job that forwards moves", () => {
  const folder = mkdtempSync(join(tmpdir(), "frist-forward-"))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it("delivers each move at least once, also when the receiver fails, answers are lost and the job is stopped", async () => {
    await using log = await begun()
    const moved = 12
    for (let month = 1; month <= moved; month++) {
      const to = `2025-${String(month).padStart(2, "0")}`
      await log.record(context, { _tag: "MoveDeadline", activity: "webbokning", to })
    }
    const received: Array<string> = []
    let asked = 0
    let job = new AbortController()
    const receiver = createServer((request, response) => {
      let body = ""
      request.setEncoding("utf8")
      request.on("data", (chunk: string) => (body += chunk))
      request.on("end", () => {
        asked++
        // Rejected, sometimes with the job stopped; accepted, but the answer lost; accepted, and the job stopped before it notes it.
        if (asked % 10 === 6) job.abort()
        if (asked % 5 === 1) return response.writeHead(503).end()
        received.push(JSON.parse(body).id)
        if (asked % 5 === 2) return response.destroy()
        if (asked % 5 === 3) job.abort()
        return response.writeHead(202).end()
      })
    })
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve))
    const address = receiver.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    const checkpoint = join(folder, "forwarded.json")
    const ids = Array.from({ length: moved }, (_, at) => `strategi/${at + 3}`)
    let starts = 0
    while (new Set(received).size < moved && starts < 50) {
      starts++
      job = new AbortController()
      const done = setInterval(() => new Set(received).size === moved && job.abort(), 20)
      await forwardMoves(log, { webhook: `http://127.0.0.1:${port}/`, checkpoint, signal: job.signal })
      clearInterval(done)
    }
    receiver.close()
    // Every move, in order, some of them twice.
    expect([...new Set(received)]).toEqual(ids)
    expect(received.length).toBeGreaterThan(moved)
    expect(starts).toBeGreaterThan(1)
    expect(readdirSync(folder)).toEqual(["forwarded.json"])
    expect(JSON.parse(readFileSync(checkpoint, "utf8")).strategi).toBeGreaterThan(10)
  })

  it("sends only moves, as CloudEvents with stable ids", async () => {
    await using log = await begun()
    await log.record(context, { _tag: "MoveDeadline", activity: "webbokning", to: "2025", reason: "Nyanställda" })
    const events = (await log.events("strategi")).map(cloudEventOf)
    expect(events.slice(0, 2)).toEqual([undefined, undefined])
    expect(events[2]).toMatchObject({
      specversion: "1.0",
      id: "strategi/3",
      source: "/plans/strategi",
      type: "frist.deadline.moved.v1",
      subject: "webbokning",
      data: { from: { words: "2021-12" }, to: { words: "2025" }, reason: "Nyanställda" }
    })
  })
})

it("each embedding is shorter than 120 lines", () => {
  for (const name of ["effect-service", "http-service", "forward-moves"]) {
    const lines = readFileSync(join(import.meta.dirname, `${name}.ts`), "utf8").split("\n").length - 1
    expect(lines, name).toBeLessThan(120)
  }
})
