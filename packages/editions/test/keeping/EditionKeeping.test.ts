/**
 * The cells of editions are kept with what they gave rise to, and read again when an older edition arrives late.
 */
import { describe, expect, it } from "@effect/vitest"
import { keptEditionsIn } from "@frist/domain/plan/KeptEditions"
import { BatchId } from "@frist/domain/Names"
import { planAt } from "@frist/domain/plan/Plan"
import { EventLog } from "@frist/store/EventLog"
import { contentHash } from "@frist/store/KeptContent"
import { applyProposals } from "@frist/store/Recording"
import { layer } from "@frist/store/memory/MemoryEventLog"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { day } from "../../../domain/test/given.ts"
import { applyProposalFile } from "../../src/ProposalFile.ts"
import { importEdition, proposeEdition } from "../../src/EditionImport.ts"
import { readEditionAgain } from "../../src/keeping/EditionKeeping.ts"
import { readKept } from "../../src/keeping/KeptFormat.ts"
import { gridsOf } from "../office.ts"
import { actor, csv, eventsOf, imported, plan, usual } from "./documents.ts"

const row = (status: string, newDate = "", followUp = "") =>
  `Elab;Alla enheter använder Elab;2021-12-31;Sjukhuschef;${status};${followUp};${newDate}`

const keptOf = (sha256: string) =>
  Effect.gen(function* () {
    const log = yield* EventLog
    const content = yield* log.edition(plan, sha256)
    const named = keptEditionsIn(yield* log.read(plan)).get(sha256)
    return { content, named }
  })

describe("an edition", () => {
  it.effect("an edition that is imported is kept as it was read, and the log names the hash of what is kept", () =>
    Effect.gen(function* () {
      const edition = yield* csv("dec", [row("FÖRSENAT", "2023-12-31"), row("?").replace("Elab", "TIK")])
      yield* importEdition({ plan, actor, edition, heldOn: day("2023-12-15") })
      const { content, named } = yield* keptOf(edition.sha256)
      if (content === undefined) return expect.fail("nothing is kept")
      expect(named?.content).toBe(contentHash(content))
      const again = readEditionAgain(edition, content, {})
      expect(Result.getOrThrow(readKept(content)).kept.grids).toEqual(gridsOf(edition))
      expect(again?.edition.tables).toEqual(edition.tables)
      expect([...(again?.decided.values() ?? [])].sort()).toEqual(["elab", "tik"])
    }).pipe(Effect.provide(layer))
  )

  it.effect("an edition whose proposals are refused is not kept", () =>
    Effect.gen(function* () {
      const edition = yield* csv("dec", [row("FÖRSENAT")])
      const matches = new Map([["aktiviteter:9", "new" as const]])
      yield* Effect.flip(importEdition({ plan, actor, edition, heldOn: day("2023-12-15"), matches }))
      expect(yield* (yield* EventLog).editions(plan)).toEqual([])
    }).pipe(Effect.provide(layer))
  )

  it.effect("an edition that is presented on two days is kept once, with two reviews", () =>
    Effect.gen(function* () {
      const edition = yield* csv("dec", [row("FÖRSENAT")])
      yield* importEdition({ plan, actor, edition, heldOn: day("2023-12-15") })
      const before = yield* keptOf(edition.sha256)
      yield* importEdition({ plan, actor, edition, heldOn: day("2024-01-15") })
      expect(yield* keptOf(edition.sha256)).toEqual(before)
      const types = (yield* (yield* EventLog).read(plan)).map(({ type }) => type)
      expect(types.filter((type) => type === "ReviewHeld")).toHaveLength(2)
      expect(types.filter((type) => type === "EditionKept")).toHaveLength(1)
    }).pipe(Effect.provide(layer))
  )

  it.effect("an edition whose row a person matches is kept again, with the match", () =>
    Effect.gen(function* () {
      yield* imported("dec", "2023-12-15", [row("FÖRSENAT")])
      const june = yield* csv("jun", [row("FÖRSENAT").replace("Alla enheter använder Elab", "Provsvar i systemet")])
      yield* importEdition({ plan, actor, edition: june, heldOn: day("2024-06-17") })
      const matched = () =>
        Effect.map(keptOf(june.sha256), ({ content, named }) => {
          expect(named?.content).toBe(contentHash(content ?? new Uint8Array()))
          return [...(readEditionAgain(june, content ?? new Uint8Array(), {})?.decided.values() ?? [])]
        })
      const first = yield* matched()
      const matches = new Map([["aktiviteter:1", first[0] === "elab" ? ("new" as const) : ("elab" as never)]])
      yield* importEdition({ plan, actor, edition: june, heldOn: day("2024-06-18"), matches })
      expect(yield* matched()).not.toEqual(first)
    }).pipe(Effect.provide(layer))
  )

  it.effect(
    "an edition whose proposals are applied from a file is kept, unless its cells were taken out of the file",
    () =>
      Effect.gen(function* () {
        const edition = yield* csv("dec", [row("FÖRSENAT")])
        const { file } = yield* proposeEdition({ plan, edition, heldOn: day("2023-12-15") })
        const log = yield* EventLog
        expect(yield* log.editions(plan)).toEqual([])
        const { cells, ...without } = { ...file, plan: plan.replace("strategi", "annan") as typeof plan }
        expect(cells).toBeDefined()
        yield* applyProposalFile(without, { actor, bytes: Buffer.from("a") })
        expect(yield* log.editions(without.plan)).toEqual([])
        expect((yield* log.read(without.plan)).map(({ type }) => type)).not.toContain("EditionKept")
        yield* applyProposalFile(file, { actor, bytes: Buffer.from("b") })
        expect((yield* log.editions(plan)).map(({ document }) => document)).toEqual(["dec.csv"])
      }).pipe(Effect.provide(layer))
  )
})

describe("an older edition that arrives late", () => {
  it.effect("a status cell that holds more than a status is quoted whole, whatever the order", () =>
    Effect.gen(function* () {
      const winter = ["dec", "2023-12-15", [row("", "2023-12-31")]] as const
      const june = ["jun", "2024-06-17", [row("Pågår: se protokoll", "2023-12-31")]] as const
      const told = (order: ReadonlyArray<typeof winter | typeof june>) =>
        Effect.gen(function* () {
          for (const [name, held, lines] of order) yield* imported(name, held, lines)
          const log = yield* EventLog
          const findings = [...planAt(yield* log.read(plan), { asOf: day("2024-06-17") }).activities.values()].flatMap(
            (activity) => activity.findings.map(({ finding: { code, words } }) => `${code} ${words}`)
          )
          return findings.toSorted()
        }).pipe(Effect.provide(layer, { local: true }))
      const inTime = yield* told([winter, june])
      expect(inTime.join("\n")).toContain("Pågår: se protokoll")
      expect(yield* told([june, winter])).toEqual(inTime)
    })
  )

  it.effect("a later edition that is not kept is left as it is, and named; handed in again, its cells are kept", () =>
    Effect.gen(function* () {
      const log = yield* EventLog
      // As version 0.1 recorded it: the events alone.
      const june = yield* csv("jun", [row("Pågår: se protokoll", "2024-12-31")])
      const { file } = yield* proposeEdition({ plan, edition: june, heldOn: day("2024-06-17") })
      const batch = BatchId.make(`edition-${june.sha256}-2024-06-17`)
      const context = { plan, actor, effectiveOn: day("2024-06-17"), batch }
      const old = file.proposals.filter(({ command }) => command._tag !== "KeepEdition")
      yield* applyProposals(context, old, 0)
      const before = yield* eventsOf("2024-06-17")
      const older = yield* imported("dec", "2023-12-15", [
        row("", "2023-12-31"),
        row("").replace("Elab;Alla", "TIK;Några")
      ])
      expect(older.notCompared).toEqual([{ document: "jun.csv", heldOn: "2024-06-17" }])
      expect(yield* eventsOf("2024-06-17")).toEqual(before)
      const again = { plan, actor, edition: june, heldOn: day("2024-06-17") }
      expect(yield* importEdition(again)).toMatchObject({ repeated: true, cellsKept: true, events: [] })
      expect(yield* importEdition(again)).toMatchObject({ repeated: true, cellsKept: false })
      expect((yield* log.editions(plan)).map(({ document }) => document)).toContain("jun.csv")
      const oldest = yield* imported("sep", "2023-09-15", [row("", "2023-06-30")])
      expect(oldest.notCompared).toEqual([])
    }).pipe(Effect.provide(layer))
  )
})

describe("the usual headings", () => {
  it("have a place for every cell of a row here", () =>
    expect(row("").split(";")).toHaveLength(usual.split(";").length))
})
