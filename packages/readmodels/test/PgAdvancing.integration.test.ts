/**
 * Catching up without a claim in PostgreSQL.
 */
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { ReadModelStore } from "../src/ReadModelStore.ts"
import { advanced, advancing, caughtUp } from "./advancing.ts"
import { keptDigests } from "./kept.ts"
import { pgForAll } from "./pg.ts"

const pg = pgForAll()

advancing("in PostgreSQL", () => pg.layer())

it.live("a plan held by one worker is not advanced by another, which does not wait", () =>
  Effect.gen(function* () {
    const { before, left, plan } = yield* caughtUp
    const held = yield* (yield* ReadModelStore).claim(plan, false, () =>
      Effect.provide(advanced(plan, left), pg.layer(), { local: true })
    )
    expect(held).toEqual(Option.some(false))
    expect(yield* keptDigests(plan)).toEqual(before)
    expect(yield* advanced(plan, left)).toBe(true)
  }).pipe(Effect.provide(pg.layer()))
)

it.live("changes that delete rows, or more rows than a statement takes, are left to a claim", () =>
  Effect.gen(function* () {
    const { before, left, plan } = yield* caughtUp
    const [row = []] = left.write.change.rows
    for (const change of [
      { rows: [], gone: [row] },
      { rows: Array.from({ length: 2001 }, () => row), gone: [] }
    ]) {
      expect(yield* advanced(plan, { ...left, write: { ...left.write, change } })).toBe(false)
    }
    expect(yield* keptDigests(plan)).toEqual(before)
  }).pipe(Effect.provide(pg.layer()))
)
