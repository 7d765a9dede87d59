/**
 * The import of an edition and of a proposal file, on the log in memory and without a command line.
 */
import { describe, expect, it } from "@effect/vitest"
import { ActivityId, Actor, PlanId } from "@frist/domain/Names"
import { EventLog } from "@frist/store/EventLog"
import { layer } from "@frist/store/memory/MemoryEventLog"
import * as Effect from "effect/Effect"
import { day } from "../../domain/test/given.ts"
import type { Edition } from "../src/Edition.ts"
import { importEdition, proposeEdition } from "../src/EditionImport.ts"
import { applyProposalFile } from "../src/ProposalFile.ts"
import { edition, table } from "./editionBuilders.ts"

const plan = PlanId.make("strategi")
const actor = Actor.make("Strategen")
const row = { area: "Elab", goal: "Alla enheter använder Elab", deadline: "2026-12-31" }
const first: Edition = { ...edition(table("activities", row)), document: "strategi-2023-12.csv" }
const second: Edition = {
  ...edition(table("activities", { ...row, newDeadline: "2027" }), table(null, row)),
  sha256: "1".repeat(64)
}
const december = { plan, actor, edition: first, heldOn: day("2023-12-15") }
const june = { plan, actor, edition: second, heldOn: day("2024-06-17") }
const types = Effect.flatMap(EventLog, (log) => Effect.map(log.read(plan), (events) => events.map(({ type }) => type)))
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

const choosing = (address: string, activity: ActivityId | "new") =>
  Effect.flip(importEdition({ ...june, matches: new Map([[address, activity]]) }))

describe("an import without a command line", () => {
  it.effect("an import without a command line records an edition once, under the title of its document", () =>
    Effect.gen(function* () {
      const recorded = yield* importEdition(december)
      expect(recorded).toMatchObject({ repeated: false, rowsLeftOut: 0, otherDay: null, laterReview: null })
      expect(recorded.events.map(({ event }) => event._tag)).toEqual(["PlanOpened", "ReviewHeld", "ActivityRegistered"])
      expect(recorded.events[0]?.event).toMatchObject({ title: "strategi" })
      expect(recorded.matches).toMatchObject([{ row: "aktiviteter:1", how: "new" }])
      expect(yield* importEdition(december)).toMatchObject({ repeated: true, events: [], matches: [] })
      expect(yield* types).toHaveLength(4)
    }).pipe(Effect.provide(layer))
  )

  it.effect(
    "an import without a command line returns the plan before it, the number of omitted rows, and other reviews of the document",
    () =>
      Effect.gen(function* () {
        yield* importEdition(december)
        const recorded = yield* importEdition(june)
        expect(recorded).toMatchObject({ rowsLeftOut: 1, otherDay: null, laterReview: null })
        expect(recorded.before.activities.get(ActivityId.make("elab"))?.deadline?.words).toBe("2026-12-31")
        const older = yield* importEdition({ ...june, heldOn: day("2024-01-15") })
        expect(older).toMatchObject({ otherDay: "2024-06-17", laterReview: "2024-06-17" })
      }).pipe(Effect.provide(layer))
  )

  it.effect(
    "an import without a command line refuses a choice for a missing row, or one that cannot be applied, and records nothing",
    () =>
      Effect.gen(function* () {
        yield* importEdition(december)
        expect(yield* choosing("completed:9", "new")).toMatchObject({ _tag: "RowNotFound", row: "klara:9" })
        expect(yield* choosing("nowhere", "new")).toMatchObject({ _tag: "RowNotFound", row: "nowhere" })
        expect(yield* choosing("activities:1", ActivityId.make("tik"))).toMatchObject({ _tag: "ChoiceNotPossible" })
        expect(yield* choosing("activities:1", "new")).toMatchObject({ _tag: "RowNotNew", activity: "elab" })
        expect(yield* types).toHaveLength(4)
      }).pipe(Effect.provide(layer))
  )

  it.effect("an import without a command line proposes what it would record, and records a proposal file once", () =>
    Effect.gen(function* () {
      yield* importEdition(december)
      const { events, file } = yield* proposeEdition(june)
      expect(file).toMatchObject({ plan, heldOn: "2024-06-17", basedOn: 4, document: "uppföljning.csv" })
      expect(yield* types).toHaveLength(4)
      const applied = yield* applyProposalFile(file, { actor, bytes: bytesOf(file) })
      expect(applied).toMatchObject({ repeated: false, events })
      expect(yield* applyProposalFile(file, { actor, bytes: bytesOf(file) })).toMatchObject({ repeated: true })
      const edited = { ...file, proposals: file.proposals.slice(1) }
      expect(yield* Effect.flip(applyProposalFile(edited, { actor, bytes: bytesOf(edited) }))).toMatchObject({
        _tag: "MovedOn"
      })
      const misdated = { ...file, heldOn: day("2024-06-18") }
      expect(yield* Effect.flip(applyProposalFile(misdated, { actor, bytes: bytesOf(misdated) }))).toMatchObject({
        _tag: "ReviewDayDiffers"
      })
    }).pipe(Effect.provide(layer))
  )
})
