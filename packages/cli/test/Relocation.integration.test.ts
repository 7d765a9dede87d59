/**
 * A plan is moved between databases by `frist relocate`, which is killed at random moments, while sixteen writers record
 * in it and subscribers follow it.
 */
import { expect, it } from "@effect/vitest"
import { Day } from "@frist/domain/Day"
import { ActivityId, Actor, BatchId, PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { isIntact } from "@frist/evidence/LogVerifier"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import { spawn } from "node:child_process"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { newDatabase } from "../../store/test/PgDatabases.ts"
import { newServer } from "../../store/test/faults/server.ts"
import { long } from "../../store/test/sizes.ts"
import { EventLog } from "@frist/store/EventLog"
import { eventLogs } from "@frist/store/EventLogs"
import { verifyPlan } from "@frist/store/evidence/PlanVerification"
import { layer } from "@frist/store/postgres/PgEventLog"
import { record } from "@frist/store/Recording"
import { folder, frist } from "./frist.ts"

const plan = PlanId.make("plan")
const actor = Actor.make("Strategen")
const effectiveOn = Day.of(2024, 1, 1)
const writers = 16
/** How often each of the two moves is killed before it may end. */
const kills = long ? 12 : 1
/** A plan that takes a while to copy. */
const events = long ? 5000 : 500
const dir = folder()
const bin = fileURLToPath(new URL("../src/bin.ts", import.meta.url))

/** Runs `frist relocate`, which is killed after so many milliseconds. Returns its exit code, or the signal. */
const relocate = (from: string, to: string, killAfter?: number) =>
  Effect.promise(
    () =>
      new Promise<{ readonly end: number | string | null; readonly said: string }>((resolve) => {
        const child = spawn(process.execPath, [bin, "relocate", plan, "--to", to, "--db", from])
        let said = ""
        child.stderr.on("data", (chunk) => (said += chunk))
        child.on("close", (code, signal) => resolve({ end: signal ?? code, said }))
        if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter)
      })
  )

/** Three addresses: of three servers in the long form, otherwise of three databases of one. */
const addresses = long
  ? Effect.forEach([1, 2, 3], () => Effect.map(newServer(), (server) => server.url()))
  : Effect.all([newDatabase, newDatabase, newDatabase])

const placeOf = (address: string) => address.replace(/\/\/[^/@]*@/u, "//")
const noteOf = (id: string) =>
  ({ _tag: "NoteFollowUp", activity: ActivityId.make(id.split("-")[0] ?? ""), text: id }) as const

const register = (id: string) =>
  ({
    _tag: "RegisterActivity",
    activity: ActivityId.make(id),
    kind: "activity",
    parent: null,
    area: null,
    goal: id,
    actions: null,
    responsible: null,
    deadline: null
  }) as const

it.live(
  `a plan moves twice under ${writers} writers and ${2 * kills} kills, and nothing is lost or recorded twice`,
  () =>
    Effect.gen(function* () {
      const [a = "", b = "", c = ""] = yield* addresses
      const logs = new Map<string, EventLog["Service"]>()
      const services = new Map<string, Context.Context<EventLog>>()
      for (const address of [a, b, c]) {
        const built = yield* Layer.build(Layer.fresh(layer({ url: Redacted.make(address), migrate: true })))
        services.set(address, built)
        logs.set(placeOf(address), Context.get(built, EventLog))
      }
      const all = eventLogs(logs, () => placeOf(a))
      const recorded = (id: string, ...commands: Parameters<typeof record> extends [infer _, ...infer C] ? C : never) =>
        Effect.provideService(record({ plan, actor, effectiveOn, batch: BatchId.make(id) }, ...commands), EventLog, all)
      const names = Array.from({ length: writers }, (_, nth) => `w${nth}`)
      yield* recorded(
        "open",
        { _tag: "OpenPlan", title: "Plan" },
        { _tag: "HoldReview", heldOn: effectiveOn, title: null },
        ...names.map(register)
      )
      yield* recorded("many", ...Array.from({ length: events }, (_, nth) => noteOf(`w0-${nth}-begun`)))
      const report = join(dir, "report.html")
      expect(
        yield* Effect.promise(() => frist("report", "--out", report, "--held-on", "2024-01-01", "--db", a))
      ).toMatchObject({ exitCode: 0 })

      const received: Array<RecordedEvent> = []
      yield* Effect.forkScoped(
        Stream.runForEach(all.changes({ plan, after: 0 }), (event) => Effect.sync(() => received.push(event)))
      )
      const acknowledged: Array<string> = []
      let refusals = 0
      const over = new AbortController()
      const writing = Effect.forEach(
        names,
        (name) =>
          Effect.gen(function* () {
            for (let nth = 0; !over.signal.aborted; nth += 1) {
              const id = `${name}-${nth}`
              yield* recorded(id, noteOf(id)).pipe(
                Effect.tapError((error) => Effect.sync(() => (error._tag === "Refused" ? (refusals += 1) : undefined))),
                Effect.retry({ schedule: Schedule.spaced("20 millis") })
              )
              acknowledged.push(id)
            }
          }),
        { concurrency: "unbounded", discard: true }
      )
      const ends: Array<number | string | null> = []
      const moving = Effect.gen(function* () {
        for (const [from, to] of [
          [a, b],
          [b, c]
        ] as const) {
          // The first is killed before it can end, on any machine; later ones at any moment.
          for (let nth = 0; nth < kills; nth += 1)
            ends.push((yield* relocate(from, to, 300 + Math.random() * (ends.length === 0 ? 400 : 2500))).end)
          const { end, said } = yield* relocate(from, to)
          expect([end, said]).toEqual([0, ""])
          yield* Effect.sleep("500 millis")
        }
        over.abort()
      })
      yield* Effect.all([writing, moving], { concurrency: "unbounded", discard: true })

      const log = yield* all.read(plan)
      yield* Effect.retry(
        Effect.suspend(() => (received.length < log.length ? Effect.fail("waiting") : Effect.void)),
        Schedule.spaced("20 millis")
      ).pipe(Effect.timeout("20 seconds"))
      expect(received).toEqual(log)
      expect(log.map(({ position }) => position)).toEqual(log.map((_, at) => at + 1))
      const texts = log.flatMap(({ event }) => (event?._tag === "FollowUpNoted" ? [event.text] : []))
      expect(texts).toHaveLength(new Set(texts).size)
      expect(new Set(texts)).toEqual(new Set([...acknowledged, ...texts.filter((text) => text.endsWith("-begun"))]))
      expect(log.filter(({ type }) => type === "PlanMoved" || type === "PlanArrived").map(({ type }) => type)).toEqual([
        "PlanMoved",
        "PlanArrived",
        "PlanMoved",
        "PlanArrived"
      ])
      expect(refusals).toBeGreaterThan(0)
      expect(ends).toContain("SIGKILL")
      for (const address of [a, b, c]) {
        const built = services.get(address) as Parameters<typeof Effect.provideContext>[1]
        expect(isIntact(yield* Effect.provideContext(verifyPlan(plan), built as never))).toBe(true)
        const verified = yield* Effect.promise(() => frist("verify", "--against", report, "--db", address))
        expect(verified, verified.out).toMatchObject({ exitCode: 0 })
      }
    }).pipe(Effect.scoped),
  600_000
)
