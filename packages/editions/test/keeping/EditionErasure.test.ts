/**
 * Kept cells are erased on a decision, one or all: what is left of an edition, and what is compared afterwards.
 */
import { describe, expect, it } from "@effect/vitest"
import type { CellPlace } from "@frist/domain/Event"
import { keptEditionsIn } from "@frist/domain/plan/KeptEditions"
import { EventLog } from "@frist/store/EventLog"
import { contentHash } from "@frist/store/KeptContent"
import { LogAdministration } from "@frist/store/LogAdministration"
import { layer } from "@frist/store/memory/MemoryEventLog"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { gunzipSync } from "node:zlib"
import { day } from "../../../domain/test/given.ts"
import { cellsIn, cellsWith } from "../../src/keeping/CellErasure.ts"
import { eraseKeptCells } from "../../src/keeping/EditionErasure.ts"
import { readKept } from "../../src/keeping/KeptFormat.ts"
import { reread } from "../../src/keeping/Rereading.ts"
import { actor, eventsOf, imported, plan } from "./documents.ts"

const secret = "Anna Andersson är sjuk hela våren"
const row = (name: string, followUp: string, newDate = "") =>
  `${name};Mål för ${name};2024-12-31;Chef;Pågår;${followUp};${newDate}`
const begun = imported("jun", "2024-06-17", [row("Elab", secret, "2025"), row("TIK", "Inget nytt i ärendet")])
/** Returns how many events an erasure recorded. */
const recordedBy = ({ appended: { first, last } }: Effect.Success<ReturnType<typeof eraseKeptCells>>) =>
  last - first + 1
const followUpOfElab: CellPlace = { table: 1, row: 2, column: 6 }

const only = Effect.gen(function* () {
  const log = yield* EventLog
  const [listed] = yield* log.editions(plan)
  return { log, sha256: listed?.sha256 ?? "" }
})
const keptNow = Effect.gen(function* () {
  const { log, sha256 } = yield* only
  const content = (yield* log.edition(plan, sha256)) ?? new Uint8Array()
  return { content, text: gunzipSync(content).toString(), ...Result.getOrThrow(readKept(content)) }
})
const erase = (cells: ReadonlyArray<CellPlace> | null, decision = "Dnr 1") =>
  Effect.flatMap(only, ({ sha256 }) => eraseKeptCells({ plan, actor, on: day("2024-07-01"), sha256, cells, decision }))

describe("erasing a cell", () => {
  it.effect("the words of an erased cell are gone from what is kept, and every other cell is there", () =>
    Effect.gen(function* () {
      yield* begun
      const before = yield* keptNow
      expect(cellsWith(before.kept, "ANNA andersson")).toEqual([{ place: followUpOfElab, words: secret }])
      expect(recordedBy(yield* erase([followUpOfElab]))).toBe(1)
      const after = yield* keptNow
      expect(after.text).not.toContain("Anna")
      expect(after.salt).not.toBe(before.salt)
      expect(after.kept.erased).toEqual([followUpOfElab])
      expect(cellsIn(after.kept)).toEqual(cellsIn(before.kept).filter(({ words }) => words !== secret))
      const { log, sha256 } = yield* only
      const state = keptEditionsIn(yield* log.read(plan)).get(sha256)
      expect(state?.content).toBe(contentHash(after.content))
      expect(state?.erasures).toMatchObject([{ cells: [followUpOfElab], decision: "Dnr 1" }])
    }).pipe(Effect.provide(layer))
  )

  it.effect("erasing the same cell again records nothing more", () =>
    Effect.gen(function* () {
      yield* begun
      yield* erase([followUpOfElab])
      const before = yield* keptNow
      expect(recordedBy(yield* erase([followUpOfElab]))).toBe(0)
      expect((yield* keptNow).text).toBe(before.text)
    }).pipe(Effect.provide(layer))
  )

  it.effect("an erasure that was decided and not carried out is carried out by the same command, and by the next", () =>
    Effect.gen(function* () {
      yield* begun
      const administration = yield* LogAdministration
      const failing = { ...administration, eraseEdition: () => Effect.die("the machine stops") }
      const stopped = Effect.exit(erase([followUpOfElab]).pipe(Effect.provideService(LogAdministration, failing)))
      yield* stopped
      expect((yield* keptNow).text).toContain(secret)
      expect(recordedBy(yield* erase([followUpOfElab]))).toBe(0)
      expect((yield* keptNow).text).not.toContain("Anna")
    }).pipe(Effect.provide(layer))
  )

  it.effect("another erasure carries out the one that was not", () =>
    Effect.gen(function* () {
      yield* begun
      const administration = yield* LogAdministration
      const failing = { ...administration, eraseEdition: () => Effect.die("the machine stops") }
      yield* Effect.exit(erase([followUpOfElab]).pipe(Effect.provideService(LogAdministration, failing)))
      yield* erase([{ ...followUpOfElab, row: 3 }], "Dnr 2")
      const { kept, text } = yield* keptNow
      expect(text).not.toContain("Anna")
      expect(text).not.toContain("Inget nytt i ärendet")
      expect(kept.erased).toHaveLength(2)
    }).pipe(Effect.provide(layer))
  )

  it.effect("a place without words is refused, and nothing is recorded", () =>
    Effect.gen(function* () {
      yield* begun
      const before = yield* (yield* EventLog).read(plan)
      for (const place of [
        { table: 2, row: 2, column: 6 },
        { table: 1, row: 9, column: 6 },
        { table: 1, row: 3, column: 7 }
      ]) {
        expect(yield* Effect.flip(erase([place]))).toMatchObject({ _tag: "CellNotKept", place })
      }
      expect(yield* (yield* EventLog).read(plan)).toEqual(before)
    }).pipe(Effect.provide(layer))
  )

  it.effect("other cells that share a line with an erased one are named", () =>
    Effect.gen(function* () {
      yield* imported("jun", "2024-06-17", [row("Elab", secret), row("TIK", `${secret}, och sedan mer`)])
      expect((yield* erase([followUpOfElab])).alike).toMatchObject([{ place: { row: 3 } }])
    }).pipe(Effect.provide(layer))
  )
})

describe("an edition with erased cells", () => {
  it.effect(
    "reading again proposes nothing about the row of an erased cell, and nothing that would take its events back",
    () =>
      Effect.gen(function* () {
        yield* begun
        yield* erase([followUpOfElab, { table: 1, row: 2, column: 2 }])
        expect(yield* reread({ plan, reason: "x" })).toMatchObject({ read: 1, editions: [], file: undefined })
      }).pipe(Effect.provide(layer))
  )

  it.effect("an older edition changes nothing about the row of an erased cell, and does about others", () =>
    Effect.gen(function* () {
      yield* begun
      yield* erase([followUpOfElab])
      const before = (yield* eventsOf("2024-06-17")).length
      yield* imported("dec", "2023-12-15", [
        row("Elab", "Ett", "2024-03-31").replace("2024-12-31", "2023-12-31"),
        row("TIK", "Två", "2024-03-31").replace("2024-12-31", "2023-12-31")
      ])
      const added = (yield* eventsOf("2024-06-17")).slice(before)
      expect(new Set(added.map(({ activity }) => activity))).toEqual(new Set(["tik"]))
    }).pipe(Effect.provide(layer))
  )

  it.effect("an edition of which all is erased is not kept again when it is handed in again", () =>
    Effect.gen(function* () {
      yield* begun
      yield* erase(null)
      const { log } = yield* only
      expect(yield* log.editions(plan)).toEqual([])
      yield* begun
      yield* imported("jun", "2024-06-18", [row("Elab", secret, "2025"), row("TIK", "Inget nytt i ärendet")])
      expect(yield* log.editions(plan)).toEqual([])
    }).pipe(Effect.provide(layer))
  )
})
