/**
 * Ids that a person can type.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { ActivityIds } from "../src/matching/ActivityIds.ts"
import { ActivityId } from "@frist/domain/Names"
import { several } from "../../domain/test/histories.ts"
import { swedishHealthCare } from "../src/vocabulary/swedishHealthCare.ts"
import { processorTime } from "../../domain/test/processorTime.ts"

const words = swedishHealthCare.naming

const named = (rows: ReadonlyArray<readonly [string | null, string | null]>, taken: ReadonlyArray<string> = []) => {
  const naming = new ActivityIds(taken, words)
  return rows.map((row) => naming.expect(...row)).map((row) => naming.idFor(row))
}

describe("the id of an activity", () => {
  it("the id of an activity is its area where no other row has that area", () => {
    expect(named([["Självincheckning", "80 % av besökarna"]])).toEqual(["sjalvincheckning"])
  })

  it("the id of an activity leaves out words in brackets after the area", () => {
    expect(named([["SDV (Skånes digitala vårdsystem)", "En grupp"]])).toEqual(["sdv"])
    expect(named([["(SDV)", "Ett system"]])).toEqual(["sdv"])
  })

  it("the id of an activity is its area and a distinguishing word where rows share the area", () => {
    expect(
      named([
        ["1177 Webbtidbokning", "Webbtidboken öppen på ögonmottagningen"],
        ["1177 Webbtidbokning", "Webbtidboken öppen på hudmottagningen"]
      ])
    ).toEqual(["1177-webbtidbokning-ogonmottagningen", "1177-webbtidbokning-hudmottagningen"])
  })

  it("the id of an activity is never one already taken", () => {
    expect(named([["Elab", "Alla enheter"]], ["elab", "elab-alla-enheter"])).toEqual(["elab-alla-enheter-2"])
  })

  it("the id of an activity is its name where it has no area, and a number where it has no letters", () => {
    expect(named([[null, "Elab infört"]])).toEqual(["elab-infort"])
    expect(
      named([
        ["目标", "一"],
        ["???", null]
      ])
    ).toEqual(["aktivitet", "aktivitet-2"])
  })

  it("the id of a part is that of the whole, a dot, and what distinguishes the part", () => {
    const naming = new ActivityIds([], words)
    const names = ["Ögonmottagningen", "Hjärtmottagningen", "", ""]
    const whole = ActivityId.make("webb")
    expect(names.map(naming.partsOf(whole, names))).toEqual([
      "webb.ogonmottagningen",
      "webb.hjartmottagningen",
      "webb.del",
      "webb.del-2"
    ])
  })

  it.prop(
    "the id of an activity can be stored and is given once, whatever the texts",
    [several(Schema.Struct({ area: Schema.NullOr(Schema.String), name: Schema.NullOr(Schema.String) }), 5)],
    ([rows]) => {
      const texts = rows.map(({ area, name }) => [area, name] as const)
      const long = texts.map(([area, name]) => [area, `${name ?? "a"} `.repeat(80)] as const)
      for (const ids of [named([...texts, ...texts]), named([...long, ...long])]) {
        expect(new Set(ids).size).toBe(ids.length)
        for (const id of ids) expect(Schema.is(ActivityId)(id), id).toBe(true)
        const naming = new ActivityIds(ids, words)
        const parts = ids.map((id, i) => naming.partsOf(id, [])(texts[i]?.[1] ?? ""))
        expect(new Set([...ids, ...parts]).size).toBe(2 * ids.length)
        for (const id of parts) expect(Schema.is(ActivityId)(id), id).toBe(true)
      }
    }
  )

  it("the id of an activity is found quickly although thousands of rows have the same words", () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => ["Elab", String.fromCodePoint(0x4e00 + i)] as const)
    const began = processorTime()
    expect(new Set(named(rows)).size).toBe(20_000)
    expect(processorTime() - began).toBeLessThan(2000)
  })

  it("the ids of thousands of parts are found quickly", () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `Mottagning ${i + 1000}`)
    const began = processorTime()
    expect(new Set(names.map(new ActivityIds([], words).partsOf(ActivityId.make("webb"), names))).size).toBe(20_000)
    expect(processorTime() - began).toBeLessThan(5000)
  })
})
