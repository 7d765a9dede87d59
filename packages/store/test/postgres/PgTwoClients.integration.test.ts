/**
 * Two processes' worth of clients that append to one plan at once: no gap, no time that runs backwards, every leaf right,
 * and repetitions and conflicts exact, whichever way each append takes.
 */
import { expect, it } from "@effect/vitest"
import { BatchId } from "@frist/domain/Names"
import { isIntact } from "@frist/evidence/LogVerifier"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { beforeAll } from "vitest"
import {
  activityNamed,
  batchOf,
  fromTo,
  newPlan,
  note,
  provideLog,
  wholeLog
} from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { verifyPlan } from "../../src/evidence/PlanVerification.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { rowsAt } from "../PgSessions.ts"
import { long } from "../sizes.ts"

const url = databaseForAll()
const migrated = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: true }))
beforeAll(() => Effect.runPromise(Effect.provide(Effect.asVoid(EventLog), migrated)))

/** Opens another client of the same log, with connections and hints of its own. */
const client = Effect.suspend(() =>
  Effect.map(Layer.build(layer({ url: Redacted.make(url()), connections: 3 })), (context) =>
    Context.get(context, EventLog)
  )
)

const about = (of: number, writer: number) => activityNamed(`act-${of}-${writer}`)

const writers = 16
const appends = long ? 200 : 40

it.live(
  "two clients with 16 writers each on one plan leave no gap, and answer repetitions and conflicts exactly",
  () =>
    Effect.gen(function* () {
      const plan = newPlan()
      const [one, two] = [yield* client, yield* client]
      const batchAt = (of: number, writer: number, at: number, after: number) =>
        batchOf(
          plan,
          after,
          fromTo(0, at % 3).map((nth) => note(`${at} ${nth}`, about(of, writer))),
          {
            batch: BatchId.make(`b-${of}-${writer}-${at}`),
            condition: { after, activities: [about(of, writer)] }
          }
        )
      // Each writer decides about its own activity, on the state that it last saw: nothing that others do concerns it.
      const answers = yield* Effect.forEach(
        [one, two].flatMap((log, of) => fromTo(1, writers).map((writer) => ({ log, of, writer }))),
        ({ log, of, writer }) =>
          Effect.gen(function* () {
            let after = 0
            const own = []
            for (const at of fromTo(1, appends)) {
              const appended = yield* log.append(batchAt(of, writer, at, after))
              own.push({ key: `b-${of}-${writer}-${at}`, size: 1 + (at % 3), ...appended })
              after = appended.last
            }
            return own
          }),
        { concurrency: "unbounded" }
      )
      const all = answers.flat()
      const total = all.reduce((sum, { size }) => sum + size, 0)
      const log = yield* wholeLog
      const stored = yield* log.records(plan)
      expect(stored.map(({ record }) => record.position)).toEqual(fromTo(1, total))
      const times = stored.map(({ record }) => record.recordedAt)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      const verified = yield* verifyPlan(plan).pipe(provideLog(log))
      expect([isIntact(verified), verified.size]).toEqual([true, total])
      for (const { first, key, last, recordedAt, repeated, size } of all) {
        expect([repeated, last]).toEqual([false, first + size - 1])
        expect(stored[first - 1]?.record).toMatchObject({ batch: key, recordedAt })
        expect(stored[last - 1]?.record).toMatchObject({ batch: key })
      }
      // Some went several to a call, and so with one time.
      const [[calls] = [0]] = (yield* rowsAt(
        url(),
        `select count(distinct xmin::text)::integer from frist.chunk where plan = '${plan}'`
      )) as ReadonlyArray<ReadonlyArray<number>>
      expect(calls).toBeLessThan(all.length)

      const known = all[37]
      const [, of = "0", writer = "0", at = "0"] = known?.key.split("-") ?? []
      for (const each of [one, two]) {
        const again = yield* each.append(batchAt(Number(of), Number(writer), Number(at), total))
        expect(again).toEqual({ first: known?.first, last: known?.last, recordedAt: known?.recordedAt, repeated: true })
        const touched = { after: 5, activities: [activityNamed("nobody"), about(1, 2)] }
        const late = yield* Effect.flip(each.append(batchOf(plan, 5, [note("late")], { condition: touched })))
        expect(late).toMatchObject({ _tag: "Conflict", after: 5, head: total, activities: [about(1, 2)] })
        const whole = yield* Effect.flip(each.append(batchOf(plan, 5, [note("late")])))
        expect(whole).toMatchObject({ _tag: "Conflict", after: 5, head: total, activities: [] })
        const beyond = yield* Effect.flip(each.append(batchOf(plan, total + 1, [note("late")])))
        expect(beyond).toMatchObject({ _tag: "Conflict", head: total })
      }
      expect((yield* two.append(batchOf(plan, total, [note("last")]))).first).toBe(total + 1)
      expect((yield* one.append(batchOf(plan, total + 1, [note("last")]))).first).toBe(total + 2)
    }).pipe(Effect.scoped, Effect.provide(migrated)),
  120_000
)

it.live("what one client decides on is lifted over its own appends that do not concern it, and over no other", () =>
  Effect.gen(function* () {
    const plan = newPlan()
    const [one, two] = [yield* client, yield* client]
    const [a, b, c] = [activityNamed("a"), activityNamed("b"), activityNamed("c")]
    const on = (log: typeof one, after: number, about: typeof a, looksAt: ReadonlyArray<typeof a>) =>
      log.append(batchOf(plan, after, [note("x", about)], { condition: { after, activities: looksAt } }))
    yield* on(one, 0, a, [a])
    for (const [at, about] of [b, c, b].entries()) expect((yield* on(one, 1, about, [a])).first).toBe(2 + at)
    expect(yield* Effect.flip(on(one, 1, a, [a, b]))).toMatchObject({ _tag: "Conflict", head: 4, activities: [b] })
    expect((yield* on(one, 2, a, [a])).first).toBe(5)
    // The other client changes what the first decides on, unseen by it.
    yield* on(two, 5, c, [c])
    expect(yield* Effect.flip(on(one, 5, a, [c]))).toMatchObject({ _tag: "Conflict", head: 6, activities: [c] })
    expect((yield* on(one, 5, a, [a])).first).toBe(7)
  }).pipe(Effect.scoped, Effect.provide(migrated))
)

it.live("of several that go in one call, one that looks at what another touches is answered after it", () =>
  Effect.gen(function* () {
    const plan = newPlan()
    const log = yield* client
    const [a, b, c] = [activityNamed("a"), activityNamed("b"), activityNamed("c")]
    const on = (about: typeof a, looksAt: ReadonlyArray<typeof a>) =>
      log.append(batchOf(plan, 1, [note("x", about)], { condition: { after: 1, activities: looksAt } }))
    yield* log.append(batchOf(plan, 0, [note("x")]))
    // The first leaves at once, and the others together.
    const ends = yield* Effect.all([on(b, [b]), on(a, [a]), on(c, [a, c]), on(b, [c])].map(Effect.result), {
      concurrency: "unbounded"
    })
    expect(ends.map((end) => (end._tag === "Success" ? end.success.first : end.failure))).toMatchObject([
      2,
      3,
      { _tag: "Conflict", head: 4, activities: [a] },
      4
    ])
  }).pipe(Effect.scoped, Effect.provide(migrated))
)
