/**
 * Rules about what figures leave open.
 */
import { describe, expect, it } from "@effect/vitest"
import { completed, ongoing, remarks } from "./remarks.ts"

const figure = (followUp: string) => remarks("FigureWithoutDay", ongoing({ area: "Självincheckning", followUp }))

describe("a figure", () => {
  it("figures of no day are reported once a row", () => {
    expect(figure("Drygt 70 % av patienterna checkar in.")).toEqual([
      "1 followUp: Drygt 70 % av patienterna checkar in."
    ])
    expect(figure("40 % av patienterna.\n60 % av läkarna.")).toEqual([
      "1 followUp: 40 % av patienterna. … 60 % av läkarna."
    ])
  })

  it("figures of a year or of months, wishes, and numbers that are names are not reported", () => {
    for (const words of [
      "8318 ärenden 2022.",
      "2021: 4388 st ärenden, 2022: 8318 ärenden",
      "15711 ärenden jan-okt 2023",
      "64 % av patienterna checkar in (2023).",
      "12 av 20 mottagningar är med per 1 december 2023.",
      "12 av 20 klinikker er med per 1. desember 2023.",
      "Ska nå 80 % av patienterna.",
      "Avd 2 och avd 3 är med.",
      "1177 används mer."
    ])
      expect(figure(words)).toEqual([])
  })
})

const outcome = (goal: string, followUp: string | null, status = "Klart 2024-05-01") =>
  remarks("TargetWithoutOutcome", completed({ area: "Kallelser", goal, followUp, status }))

describe("a target of a completed row", () => {
  const goal = "80 % av patienterna"
  it("a target that no figure answers is reported, all of a row together", () => {
    expect(outcome("80 % av op-kallelserna", null)).toEqual(["1 goal: 80 % av op-kallelserna"])
    expect(outcome("80 % av kallelserna\n90 % av tiderna", "Används dagligen.")).toEqual([
      "1 goal: 80 % av kallelserna … 90 % av tiderna"
    ])
  })

  it("a target that a figure answers, whether it was met or not, or of an open row, is not reported", () => {
    expect(outcome(goal, "85 % av patienterna 2024")).toEqual([])
    expect(outcome(goal, "60 % av patienterna")).toEqual([])
    expect(outcome("Alla patienter", null)).toEqual([])
    expect(remarks("TargetWithoutOutcome", ongoing({ area: "Kallelser", goal, status: "PÅGÅR" }))).toEqual([])
    expect(outcome(goal, null, "Avbrutet")).toEqual([])
  })
})
