/**
 * The rule about a document whose own text does not tell it from its other editions.
 */
import { describe, expect, it } from "@effect/vitest"
import { ongoing, remarks } from "./remarks.ts"

const document = (...texts: ReadonlyArray<string>) =>
  remarks("DocumentUnidentified", ongoing({ area: "Elab" }, { area: "TIK" }), { texts })

describe("the text of a document", () => {
  it("a text without a date, a number or an author is reported once, by its first line", () => {
    expect(document("Uppföljning av strategin", "Aktiviteter", "STATUS: KLART")).toEqual([
      "1 -: Uppföljning av strategin"
    ])
    expect(document("Uppföljning nr", "Version")).toHaveLength(1)
  })

  it.each([
    "2024-06-17",
    "Läget i juni 2024",
    "Strategi 2024",
    "Dnr 2/17",
    "Version 3",
    "Upprättad av: staben",
    "Author: N."
  ])("a text with a date, a number or an author is not reported: %s", (line) => {
    expect(document("Uppföljning av strategin", line, "Aktiviteter")).toEqual([])
  })

  it("a document without a text is not reported", () => {
    expect(document()).toEqual([])
  })
})
