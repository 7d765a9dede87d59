/**
 * Long runs of one character at the edges, or in the middle, of a cell.
 */
import { describe, expect, it } from "@effect/vitest"
import { withoutEdges, withoutEnd } from "../src/reading/Edges.ts"
import { noCells } from "../src/Edition.ts"
import { readRow } from "./swedish.ts"
import { processorTime } from "../../domain/test/processorTime.ts"

it("edge characters are removed at the edges and left in the middle", () => {
  expect(withoutEdges(" - Ögon - mottagning: ", /[\s\-:]/u)).toBe("Ögon - mottagning")
  expect(withoutEnd("Klart. !", /[.!\s]/u)).toBe("Klart")
  expect(withoutEdges("---", /-/u)).toBe("")
})

const long = (character: string) => character.repeat(300_000)

describe("a row with a cell of 300,000 equal characters", () => {
  it.each([
    ["dots in a status", { status: `x${long(".")}x` }],
    ["spaces in a status", { status: `x${long(" ")}x` }],
    ["hyphens beside a completion", { status: `Klart 2024-01-01 ${long("-")}x\nKlart 2024-02-01 - b` }],
    ["hyphens beside a deadline", { deadline: `A 2024-01-01${long("-")}x\nB 2024-02-01` }],
    ["digits for a date", { newDeadline: long("1") }],
    ["spaces in a note", { followUp: `12${long(" ")}st` }]
  ])("a row with a cell of 300,000 equal characters is read quickly: %s", (_, cells) => {
    const began = processorTime()
    readRow("activities", { ...noCells, goal: "Mål", ...cells }, null)
    expect(processorTime() - began).toBeLessThan(2000)
  })
})
