/**
 * Decisions on what headings mean.
 */
import { describe, expect, it } from "@effect/vitest"
import { headingKey } from "../src/plan/ColumnHeading.ts"
import { planAt } from "../src/plan/Plan.ts"
import { day, given, logOf, on } from "./given.ts"
import { columnDecided, corrected, opened } from "./sample.ts"

const decide = (heading: string, column: string) => ({ _tag: "DecideColumn", heading, column }) as const
const columnsAt = (...events: Parameters<typeof logOf>[0]) =>
  [...planAt(logOf(events)).columns].map(([key, { column }]) => [key, column])

describe("DecideColumn", () => {
  it("DecideColumn records the heading as written", () =>
    given(opened)
      .when(decide("Reviderad  Deadline", "newDeadline"))
      .thenRecords(columnDecided("Reviderad  Deadline", "newDeadline")))

  it("DecideColumn on the same decision records nothing, however the heading is spaced", () =>
    given(opened, columnDecided("Reviderad deadline", "newDeadline"))
      .when(decide("REVIDERAD\n deadline ", "newDeadline"))
      .thenRecords())

  it("DecideColumn of another column replaces the decision", () =>
    expect(columnsAt(opened, columnDecided("Klart", "deadline"), columnDecided("klart", "none"))).toEqual([
      ["klart", "none"]
    ]))

  it("DecideColumn recorded last is valid, also when it takes effect on an earlier day", () =>
    expect(
      columnsAt(
        on("2024-01-01", opened),
        on("2024-06-01", columnDecided("Klart", "deadline")),
        on("2024-03-01", columnDecided("Klart", "completedOn"))
      )
    ).toEqual([["klart", "completedOn"]]))

  it("DecideColumn in a plan that is not open is refused", () =>
    given().when(decide("Klart", "none")).thenRefused({ _tag: "PlanNotOpened" }))

  it("a decided column may be corrected, and withdrawn", () => {
    const decided = [opened, columnDecided("Klart", "deadline")] as const
    const right = { _tag: "ColumnDecided", heading: "Klart", column: "completedOn" } as const
    expect(columnsAt(...decided, corrected(null, 2, right))).toEqual([["klart", "completedOn"]])
    expect(columnsAt(...decided, corrected(null, 2, null))).toEqual([])
    expect(planAt(logOf(decided), { asOf: day("2023-12-31") }).columns.size).toBe(0)
  })
})

describe("the key of a heading", () => {
  it.each([
    ["Reviderad\n  Deadline ", "reviderad deadline"],
    ["Upp-\nföljning", "uppföljning"],
    ["Om\u00ADråde", "område"],
    ["Ma\u030Al", "mål"]
  ])("the key of the heading %j is %j", (heading, key) => expect(headingKey(heading)).toBe(key))

  it.each([
    ["Klart", "% klart"],
    ["Klart", "Klart?"],
    ["Mål", "Mal"],
    ["Tid - ny", "Tid ny"]
  ])("the headings %j and %j are two", (one, other) => expect(headingKey(one)).not.toBe(headingKey(other)))
})
