/**
 * Pages that are asked for ahead are those that the reader gets, in order and once, however they end.
 */
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { fromTo } from "../src/contract/ContractFixture.ts"
import { readAhead } from "../src/ReadAhead.ts"

const pageSize = 3

/** Reads rows of these positions as a log does, each page a little later, and notes what is asked. */
const logOf = (positions: ReadonlyArray<number>) => {
  const asked: Array<number> = []
  let running = 0
  let most = 0
  const read = (after: number) =>
    Effect.gen(function* () {
      asked.push(after)
      running += 1
      most = Math.max(most, running)
      yield* Effect.sleep((7 * after) % 4)
      running -= 1
      return positions.filter((each) => each > after).slice(0, pageSize)
    })
  return { asked, read, atOnce: () => most, running: () => running }
}

const readAll = (positions: ReadonlyArray<number>, mostPages = Number.POSITIVE_INFINITY) =>
  Effect.gen(function* () {
    const log = logOf(positions)
    const found: Array<number> = []
    yield* Effect.scoped(
      Effect.gen(function* () {
        const next = yield* readAhead(log.read, pageSize)
        for (let pages = 0; pages < mostPages; pages += 1) {
          const page = yield* next(found.at(-1) ?? 0)
          found.push(...page)
          if (page.length < pageSize) return
        }
      })
    )
    return { ...log, found }
  })

it.live.each(fromTo(0, 14).map((size) => [size] as const))("a plan of %i events is read whole and in order", ([size]) =>
  Effect.gen(function* () {
    const { asked, atOnce, found } = yield* readAll(fromTo(1, size))
    expect(found).toEqual(fromTo(1, size))
    expect(new Set(asked).size).toBe(asked.length)
    expect(atOnce()).toBeLessThanOrEqual(2)
    if (size >= 3 * pageSize) expect(atOnce()).toBe(2)
    if (size < pageSize) expect(asked).toEqual([0])
  })
)

it.live("rows with gaps are read from where each page ends", () =>
  Effect.gen(function* () {
    const positions = [1, 2, 3, 9, 10, 11, 12, 13, 20, 21]
    expect((yield* readAll(positions)).found).toEqual(positions)
  })
)

it.live("a reader that stops early leaves no page behind", () =>
  Effect.gen(function* () {
    const { found, running } = yield* readAll(fromTo(1, 30), 2)
    expect(found).toEqual(fromTo(1, 6))
    expect(running()).toBe(0)
  })
)

it.live("a page that fails fails its reader, and not the page before it", () =>
  Effect.gen(function* () {
    const next = yield* readAhead(
      (after: number) =>
        after === 6 ? Effect.fail("damaged" as const) : Effect.succeed([after + 1, after + 2, after + 3]),
      pageSize
    )
    expect(yield* next(0)).toEqual([1, 2, 3])
    expect(yield* next(3)).toEqual([4, 5, 6])
    expect(yield* Effect.flip(next(6))).toBe("damaged")
  }).pipe(Effect.scoped)
)
