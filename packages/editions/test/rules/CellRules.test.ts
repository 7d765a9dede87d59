/**
 * Rules about single cells: more than one thing, words in the wrong place, and abbreviations.
 */
import { describe, expect, it } from "@effect/vitest"
import type { Cells } from "../../src/Edition.ts"
import { headings, table } from "../editionBuilders.ts"
import { completed, ongoing, remarks } from "./remarks.ts"

const goals = (goal: string, status = "") => remarks("SeveralGoals", ongoing({ area: "1177", goal, status })).length

describe("several goals", () => {
  it("several goals are one per line", () => {
    expect(goals("1177 används mer.\nAnvändningen upp 30 %.")).toBe(1)
    expect(goals("- öka\n- minska")).toBe(1)
  })

  it("several lines are one goal if a sentence only wraps, if the row is done, or in the name of a milestone", () => {
    expect(goals("80 % av\nbesökarna")).toBe(0)
    expect(goals("80 % av besökarna\n\n")).toBe(0)
    expect(goals("Öka.\nMinska.", "KLART")).toBe(0)
    expect(remarks("SeveralGoals", [table("timeline", { goal: "Elab\nInfört" })])).toEqual([])
  })
})

const actions = (actions: string, status = "") =>
  remarks("SeveralActions", ongoing({ area: "1177", actions, status })).length

describe("several actions", () => {
  it("several actions are one per line", () => {
    expect(actions("Peka ut grupperna\nLära ut webbtidbokning")).toBe(1)
    expect(actions("* utse\n* utbilda")).toBe(1)
  })

  it("several lines are one action if a sentence only wraps, or if the row is done", () => {
    expect(actions("Peka ut\ngrupperna")).toBe(0)
    expect(actions("Peka ut grupperna\n\n")).toBe(0)
    expect(actions("Peka ut.\nUtbilda.", "KLART")).toBe(0)
  })
})

const parties = (responsible: string) => remarks("SeveralResponsibles", ongoing({ area: "1177", responsible })).length

describe("several responsibles", () => {
  it("several responsible parties are reported", () => {
    for (const words of [
      "Sjukhuschef tillsammans med verksamhetschef och enhetschefer, överviktsteamet",
      "Respektive ansvarig chef för styrande dokumentet, faktaägare",
      "Enhetschef Hudmottagningen tillsammans med projekt i Region Skåne",
      "Sjukhuschef\nVerksamhetschef",
      "Enhetschef/projektledare"
    ])
      expect(parties(words), words).toBe(1)
  })

  it("several responsibles are one if the others are only consulted or help, or if the words only define the responsibility", () => {
    for (const words of [
      "Sjukhuschef",
      "Verksamhetschef i samråd med enhetschef (med stöd av specialistfunktion)",
      "Verksamhetschef i samråd med enhetschef kirurgi- och urologimottagningen (med stöd av specialistfunktion)",
      "Verksamhetschef i samråd med sjukhuschef och enhetschef",
      "Chef för IT och MT",
      "Enhetschef (projektledare, sjukhuschef)",
      "Projekt- och utvecklingsledare"
    ])
      expect(parties(words), words).toBe(0)
    expect(
      remarks("SeveralResponsibles", completed({ responsible: "Sjukhuschef, enhetschef", status: "KLART" }))
    ).toEqual([])
  })
})

const wrong = (row: Partial<Cells>) => remarks("TextInWrongColumn", ongoing({ area: "Digitalt möte", ...row }))

describe("a text in the wrong column", () => {
  it("a report of what was done among the actions is a text in the wrong column", () => {
    const actions = "Samtlig personal har under året erbjudits utbildning. Dock är intresset ringa."
    expect(wrong({ actions })).toEqual([`1 actions: ${actions}`])
    expect(wrong({ actions: "Alla i VO har i år kunnat gå utbildning." })).toHaveLength(1)
  })

  it("an action, a condition, or a report in its own column is not a text in the wrong column", () => {
    for (const actions of [
      "Utbildning för läkare. VC har av SC fått i uppdrag att schemalägga workshops.",
      "Kalla patienter som har erbjudits tid.",
      "Erbjuda utbildning, dock frivillig.",
      "Slå på 2024-03-01"
    ])
      expect(wrong({ actions })).toEqual([])
    expect(wrong({ followUp: "Alla har erbjudits utbildning." })).toEqual([])
    expect(
      remarks("TextInWrongColumn", completed({ actions: "Alla har erbjudits utbildning.", status: "KLART" }))
    ).toEqual([])
  })

  it("a text that repeats the heading of its cell is reported, also in a row that is done", () => {
    expect(
      remarks("TextInWrongColumn", completed({ actions: `${headings.actions}:\nTa fram formulär`, status: "KLART" }))
    ).toEqual(["1 actions: Åtgärd:\nTa fram formulär"])
    expect(wrong({ actions: "Åtgärd" })).toEqual([])
    expect(wrong({ goal: "Åtgärd\nTa fram formulär" })).toEqual([])
  })
})

const abbreviated = (...rows: ReadonlyArray<Partial<Cells>>) => remarks("AmbiguousAbbreviation", ongoing(...rows))

describe("an abbreviation", () => {
  const vc = { area: "TIK", actions: "Utbilda. VC har fått i uppdrag att schemalägga." }

  it("an abbreviation is ambiguous in every row that has it if the document spells out both of its meanings", () => {
    expect(
      abbreviated(
        vc,
        { responsible: "Verksamhetschef" },
        { followUp: "7 vårdcentraler", newDeadline: "ca 100 VC har den" }
      )
    ).toEqual(["1 actions: VC: VC har fått i uppdrag att schemalägga.", "3 newDeadline: VC: ca 100 VC har den"])
  })

  it("an abbreviation is clear when it means one thing, or is part of another word", () => {
    expect(abbreviated(vc, { responsible: "Verksamhetschef" })).toEqual([])
    expect(abbreviated(vc, { followUp: "7 vårdcentraler" })).toEqual([])
    expect(
      abbreviated({ actions: "Vc, MVC och VCB" }, { responsible: "Verksamhetschef", goal: "Vårdcentral" })
    ).toEqual([])
  })
})
