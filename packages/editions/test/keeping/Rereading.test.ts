/**
 * Kept editions are read again by today's rules and decisions, and what would be recorded differently is proposed.
 */
import { describe, expect, it } from "@effect/vitest"
import type { Position } from "@frist/domain/Names"
import { planAt } from "@frist/domain/plan/Plan"
import { EventLog } from "@frist/store/EventLog"
import { LogAdministration } from "@frist/store/LogAdministration"
import { layer } from "@frist/store/memory/MemoryEventLog"
import { record } from "@frist/store/Recording"
import * as Effect from "effect/Effect"
import { day } from "../../../domain/test/given.ts"
import type { ColumnDecisions } from "../../src/ReadingOptions.ts"
import { applyProposalFile } from "../../src/ProposalFile.ts"
import { reread, type Reread } from "../../src/keeping/Rereading.ts"
import { swedishHealthCare } from "../../src/vocabulary/swedishHealthCare.ts"
import type { Vocabulary } from "../../src/vocabulary/Vocabulary.ts"
import { heldOn, bytesOf } from "../sampleEditions.ts"
import { readEdition } from "../../src/EditionReader.ts"
import { importEdition } from "../../src/EditionImport.ts"
import { actor, imported, plan, usual } from "./documents.ts"

const headings = `${usual};Hållpunkt`
const row = (name: string, status: string, milestone: string, deadline = "2024-12-31") =>
  `${name};Mål för ${name};${deadline};Chef;${status};;;${milestone}`
const begun = Effect.gen(function* () {
  yield* imported("dec", "2023-12-15", [row("Elab", "Pågår", "2025-03-31"), row("TIK", "FÖRSENAT", "")], headings)
  yield* imported("jun", "2024-06-17", [row("Elab", "Pågår", "2025-06-30"), row("TIK", "Vilar", "")], headings)
})
const columns: ColumnDecisions = new Map([
  ["hållpunkt", "newDeadline"],
  ["hallpunkt", "newDeadline"]
])
const again = (options: { columns?: ColumnDecisions; vocabulary?: Vocabulary } = {}) =>
  reread({ plan, reason: "Läst på nytt", ...options })

/** Returns what would be recorded, in brief. */
const told = ({ editions }: Reread) =>
  editions.map(({ events, heldOn: held }) => [
    held,
    ...events.map(({ activity, event }) =>
      event._tag === "Corrected"
        ? `Corrected ${event.position}: ${event.replacement?._tag ?? "-"}`
        : event._tag === "FindingRaised"
          ? `${event.code} ${activity ?? "-"}`
          : `${event._tag} ${activity ?? "-"}`
    )
  ])
const apply = ({ file }: Reread) =>
  file === undefined
    ? Effect.die("nothing to apply")
    : applyProposalFile(file, { actor, bytes: Buffer.from(JSON.stringify(file)) })
const stateOn = (held: string) =>
  Effect.flatMap(EventLog, (log) => Effect.map(log.read(plan), (events) => planAt(events, { asOf: day(held) })))

describe("reading again", () => {
  it.effect("kept editions that today's rules read alike give nothing, and record nothing", () =>
    Effect.gen(function* () {
      for (const held of heldOn) {
        const edition = yield* readEdition(`${held}.csv`, bytesOf(held))
        yield* importEdition({ plan, actor, edition, heldOn: day(held) })
      }
      const before = yield* (yield* EventLog).read(plan)
      expect(yield* again()).toMatchObject({ read: 3, editions: [], notKept: [], file: undefined })
      expect(yield* (yield* EventLog).read(plan)).toEqual(before)
    }).pipe(Effect.provide(layer))
  )

  it.effect("nothing is different after editions were imported in another order", () =>
    Effect.gen(function* () {
      for (const held of [heldOn[1], heldOn[2], heldOn[0]]) {
        const edition = yield* readEdition(`${held}.csv`, bytesOf(held))
        yield* importEdition({ plan, actor, edition, heldOn: day(held) })
      }
      expect(told(yield* again())).toEqual([])
    }).pipe(Effect.provide(layer))
  )

  it.effect("a column that is decided since gives its moves, on the days of the editions, once", () =>
    Effect.gen(function* () {
      yield* begun
      const found = yield* again({ columns })
      expect(told(found).map(([held]) => held)).toEqual(["2023-12-15", "2024-06-17"])
      expect(told(found)[1]).toContain("DeadlineMoved elab")
      yield* apply(found)
      expect((yield* stateOn("2024-06-17")).activities.get("elab" as never)?.deadline?.words).toBe("2025-06-30")
      expect(told(yield* again({ columns }))).toEqual([])
    }).pipe(Effect.provide(layer))
  )

  it.effect("a word that the vocabulary has learnt is proposed as the status that it states", () =>
    Effect.gen(function* () {
      yield* begun
      const vocabulary = learnt(swedishHealthCare, "vilar")
      const found = yield* again({ vocabulary })
      expect(told(found)).toHaveLength(1)
      expect(told(found)[0]?.some((each) => each.endsWith(": StatusChanged"))).toBe(true)
      yield* apply(found)
      expect((yield* stateOn("2024-06-17")).activities.get("tik" as never)?.status._tag).toBe("InProgress")
      expect(told(yield* again({ vocabulary }))).toEqual([])
    }).pipe(Effect.provide(layer))
  )

  it.effect("what a person corrected or removed is left as it is", () =>
    Effect.gen(function* () {
      yield* begun
      yield* apply(yield* again({ columns }))
      const log = yield* EventLog
      const moved = (yield* log.read(plan))
        .filter(({ type }) => type === "DeadlineMoved")
        .map(({ position }) => position)
      const [first, second] = moved as [Position, Position]
      const context = { plan, actor, effectiveOn: day("2024-07-01") }
      yield* record(context, { _tag: "Correct", position: first, replacement: null, reason: "Fel" })
      yield* record(context, { _tag: "Redact", position: second, decision: "Dnr 1", whole: true })
      yield* (yield* LogAdministration).erase(plan, [second])
      expect(
        told(yield* again({ columns }))
          .flat()
          .filter((each) => each.startsWith("DeadlineMoved"))
      ).toEqual([])
    }).pipe(Effect.provide(layer))
  )

  it.effect("an edition that is not kept is named, and the others are read", () =>
    Effect.gen(function* () {
      yield* begun
      const log = yield* EventLog
      const [one] = yield* log.editions(plan)
      if (one === undefined) return expect.fail("nothing is kept")
      const context = { plan, actor, effectiveOn: day("2024-07-01") }
      yield* record(context, {
        _tag: "EraseEdition",
        sha256: one.sha256,
        cells: null,
        content: null,
        decision: "Dnr 1"
      })
      yield* (yield* LogAdministration).eraseEdition(plan, one.sha256, null)
      const found = yield* again()
      expect(found).toMatchObject({ read: 1, editions: [] })
      expect(found.notKept).toMatchObject([{ document: one.document }])
    }).pipe(Effect.provide(layer))
  )
})

/** Returns a vocabulary in which a word means that work goes on. */
const learnt = (vocabulary: Vocabulary, word: string): Vocabulary => ({
  ...vocabulary,
  statuses: vocabulary.statuses.map((words) => ({ ...words, inProgress: [...words.inProgress, word] }))
})
