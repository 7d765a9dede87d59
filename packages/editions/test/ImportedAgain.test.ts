/**
 * An edition that is imported again: its own registrations and changes are no reason to match its rows otherwise.
 */
import { describe, expect, it } from "@effect/vitest"
import { Actor, PlanId } from "@frist/domain/Names"
import { layer } from "@frist/store/memory/MemoryEventLog"
import * as Effect from "effect/Effect"
import { day } from "../../domain/test/given.ts"
import type { Edition } from "../src/Edition.ts"
import { importEdition, proposeEdition } from "../src/EditionImport.ts"
import { edition, table, takeIn, thenTakeIn, told } from "./editionBuilders.ts"

/** Returns how the rows of the second of two editions are matched, and what it adds when it is imported again. */
const again = (first: Edition, second: Edition) => {
  const { log, matches } = thenTakeIn(first, second)
  return { how: matches.map(({ how }) => how), added: takeIn(second, "2024-06-17", log).all }
}

const plain = edition(table("activities", { area: "Elab" }), table("completed", { area: "TIK" }))
const moved = edition(
  table("activities", { area: "Elab", deadline: "snart", newDeadline: "2024-06" }, { actions: "TIK" })
)

describe("an edition that is imported again", () => {
  it("a row that was matched is not in doubt, although its own edition left a row of its name out", () => {
    const first = edition(
      table("completed", { area: "TIK" }, { goal: "a\nb\nc" }, { actions: "Utbilda", deadline: "snart" })
    )
    const second = edition(
      table("activities", { area: "TIK", actions: "Utbilda", deadline: "2024" }),
      table("completed", { area: "a\nb\nc" }, { goal: "Utbilda" })
    )
    const { added, how } = again(first, second)
    expect(how).toEqual(["exact", "doubtful", "doubtful"])
    expect(added).toEqual([])
  })

  it("a row that was new is not another activity, although its own edition registered a second row of its name", () => {
    const first = edition(
      table("timeline", { id: "elab", goal: "Utbilda" }, { actions: "Elab" }, { id: "elab", goal: "=1+1" })
    )
    const second = edition(table("timeline", { id: "h1@", goal: "-1" }, { id: "elab", goal: "Informera" }))
    expect(again(first, second).added).toEqual([])
  })

  it("a row that was in doubt stays so until a person chooses, although its own edition leaves one candidate", () => {
    const first = edition(
      table("completed", { area: "Elab", newDeadline: "2024-06" }, { area: "Elab", newDeadline: "  " })
    )
    const { added, how } = again(first, edition(table("activities", { area: "Elab", deadline: "snart" })))
    expect(how).toEqual(["doubtful"])
    expect(added).toEqual([])
  })

  it("an activity that a row in doubt may be has not vanished, although the row is less like it now", () => {
    const first = edition(
      table("activities", { id: "tik", area: "🟡" }, { actions: "TIK" }),
      table("completed", { id: "7", area: "TIK" })
    )
    const second = edition(table("activities", { id: "7", actions: "TIK" }, { id: "sdv", area: "🟡" }))
    const { added, how } = again(first, second)
    expect(how).toContain("doubtful")
    expect(added).toEqual([])
  })

  it.effect("an edition that is recorded proposes nothing, and with a choice only what the choice changes", () =>
    Effect.gen(function* () {
      const plan = PlanId.make("strategi")
      const december = { plan, actor: Actor.make("Strategen"), edition: plain, heldOn: day("2023-12-15") }
      const june = { ...december, edition: { ...moved, sha256: "1".repeat(64) }, heldOn: day("2024-06-17") }
      yield* importEdition(december)
      yield* importEdition(june)
      expect((yield* proposeEdition(june)).events).toEqual([])
      const { events, matches } = yield* importEdition({ ...june, matches: new Map([["activities:2", "new"]]) })
      expect(matches.map(({ how }) => how)).toEqual(["decided", "new"])
      expect(told(events)).toEqual(["ActivityRegistered elab-tik", "AreaInherited elab-tik", "Corrected -"])
    }).pipe(Effect.provide(layer))
  )
})
