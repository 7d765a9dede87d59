/**
 * Rules about what a document refers to and does not have.
 */
import { describe, expect, it } from "@effect/vitest"
import { table } from "../editionBuilders.ts"
import { ongoing, remarks } from "./remarks.ts"

const cell = (followUp: string) => remarks("TableNotThere", ongoing({ area: "Taligenkänning", followUp }))

describe("a table that a cell refers to", () => {
  it("a table that is not in the cell is reported", () => {
    expect(cell("Se nedan tabell för medarbetare:\nTotalsumma: 82")).toEqual([
      "1 followUp: Se nedan tabell för medarbetare:"
    ])
    expect(cell("Arbetet pågår. Se tabell nedan.")).toEqual(["1 followUp: Se tabell nedan."])
    expect(cell("The table below shows the clinics.")).toHaveLength(1)
  })

  it("a table whose lines follow in the cell is not reported, nor one that is somewhere else", () => {
    expect(cell("Se nedan tabell för medarbetare:\nLäkare 40\nSjuksköterskor 42\nTotalsumma: 82")).toEqual([])
    expect(cell("Se tabell 2 i bilagan.")).toEqual([])
    expect(cell("Tabellen är uppdaterad.")).toEqual([])
  })
})

const timeline = (name: string, ...goals: ReadonlyArray<string>) =>
  remarks("AnchorNotThere", [{ ...table("timeline", ...goals.map((goal) => ({ goal }))), name }])

describe("a timeline", () => {
  it("a timeline that counts from something that no milestone is about is reported", () => {
    expect(timeline("Tidslinje i förhållande till SDV", "Elab infört", "Digitalt möte")).toEqual([
      "1 -: Tidslinje i förhållande till SDV"
    ])
    expect(timeline("Milestones relative to Go-live", "Training")).toHaveLength(1)
  })

  it("a timeline that has what it counts from, or counts from nothing, is not reported", () => {
    expect(timeline("Tidslinje i förhållande till SDV", "Elab infört", "SDV infört")).toEqual([])
    expect(timeline("Övergripande tidslinje med milstolpar", "Elab infört")).toEqual([])
    expect(timeline("Tidslinje i förhållande till", "Elab infört")).toEqual([])
  })
})
