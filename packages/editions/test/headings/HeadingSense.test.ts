/**
 * What headings mean by themselves.
 */
import { describe, expect, it } from "@effect/vitest"
import { senseOf } from "../../src/formats/columns/HeadingSense.ts"
import { headingLanguages } from "../../src/vocabulary/headings/headingLanguages.ts"
import { swedishHealthCare } from "../../src/vocabulary/swedishHealthCare.ts"
import { inEnglish, inOthers, inSwedish, ofTrackers } from "./headings.ts"
import { processorTime } from "../../../domain/test/processorTime.ts"

const meaningOf = (heading: string) => senseOf(heading, swedishHealthCare)?.meaning ?? "null"

describe("a heading", () => {
  const all = Object.entries({ inSwedish, inEnglish, inOthers, ofTrackers }).flatMap(([group, listed]) =>
    Object.entries(listed).map(([meaning, headings]) => [group, meaning, headings] as const)
  )

  it.each(all)("a heading %s that means %s means just that", (_, meaning, headings) => {
    expect(headings.map((heading) => [heading, meaningOf(heading)])).toEqual(
      headings.map((heading) => [heading, meaning])
    )
  })

  it("the headings that are listed are more than five hundred", () => {
    expect(new Set(all.flatMap(([, , headings]) => headings)).size).toBeGreaterThan(500)
  })

  it.each(["Klart senast", "Original Target Date", "Revised due date", "Ansvarig nämnd", "Tiltak", "Määräaika"])(
    "a heading with an unknown word beside known ones is unknown: %s",
    (heading) => {
      for (const word of ["banan", "xyz", "Xylofon", "åäö"]) {
        expect([meaningOf(`${heading} ${word}`), meaningOf(`${word} ${heading}`)]).toEqual(["null", "null"])
        expect(meaningOf(`${heading} (${word})`)).toBe("null")
      }
    }
  )

  it.each([
    ["Upp-\nföljning", "followUp"],
    ["Om\u00ADråde", "area"],
    ["Ma\u030Al", "goal"],
    ["TID*", "time"],
    ["2. Åtgärd", "actions"],
    ["b) Ansvarig", "responsible"],
    ["dueDate", "due"],
    ["COMPLETION_DATE", "completion"],
    ["Klart\nsenast", "due"],
    ["Tid¹", "time"],
    ["  Slutdatum:  ", "due"],
    ["\u00A0Slutdatum", "due"]
  ])("a heading as it is printed, %j, means %s", (heading, meaning) => expect(meaningOf(heading)).toBe(meaning))

  it("a heading of any length or form is read at once", () => {
    const began = processorTime()
    for (const heading of [
      "tid ".repeat(30),
      "-\n".repeat(60),
      "a-".repeat(59),
      "1.".repeat(60),
      "Tid-  \n".repeat(17),
      "T".repeat(120)
    ]) {
      meaningOf(heading)
    }
    expect(processorTime() - began).toBeLessThan(200)
  })
})

describe("the languages of headings", () => {
  it("no language has a word in two parts", () => {
    for (const { words } of headingLanguages) {
      const all = Object.entries(words).flatMap(([role, list]) => list.map((word) => [word, role] as const))
      const roles = Map.groupBy(all, ([word]) => word)
      expect([...roles].filter(([, of]) => of.length > 1).map(([, of]) => of)).toEqual([])
    }
  })

  it("every word is a slug", () => {
    for (const { compounds, words } of headingLanguages) {
      const all = [...Object.values(words), ...Object.values(compounds)].flat()
      expect(all.filter((word) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(word))).toEqual([])
    }
  })
})
