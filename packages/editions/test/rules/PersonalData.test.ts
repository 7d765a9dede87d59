/**
 * Words that identify one person, and similar words that do not.
 */
import { describe, expect, it } from "@effect/vitest"
import { table } from "../editionBuilders.ts"
import { ongoing, remarks } from "./remarks.ts"

const found = (followUp: string) =>
  remarks("PersonalData", ongoing({ area: "TIK", followUp })).map((each) => each.replace("1 followUp: ", ""))
const none = (...texts: ReadonlyArray<string>) => {
  for (const text of texts) expect(found(text), text).toEqual([])
}

describe("one person counted", () => {
  it("one counted person is reported by number, or at a named unit", () => {
    expect(found("Hudmottagningen i gång. En ssk på akutmott uppstartad.\nTotalsumma: 82")).toEqual([
      "En ssk på akutmott uppstartad."
    ])
    expect(found("På akutmott har en ssk börjat.")).toHaveLength(1)
    expect(found("1 läkare kvar att utbilda.")).toHaveLength(1)
    expect(found("En medarbetare på avd. 2 har slutat.")).toHaveLength(1)
  })

  it("one person counted is not several, a share, anyone, or a duty", () => {
    none(
      "En stor del av ssk inom ÖV uppstartade.",
      "En del läkare på akutmott är i gång.",
      "11 läkare på akutmott är i gång.",
      "Patienten träffar en läkare.",
      "En läkare ska utses på hudmottagningen.",
      "1 läkare per mottagning.",
      "Avd. 1 läkare deltar.",
      "En läkarsekreterarkurs på akutmott."
    )
  })

  it("one counted person in a goal is part of the goal", () => {
    expect(remarks("PersonalData", ongoing({ goal: "1 läkare utbildad", actions: "Utbilda 1 läkare" }))).toEqual([
      "1 actions: Utbilda 1 läkare"
    ])
  })
})

describe("a personal identity number", () => {
  it("a personal identity number has a day that exists and a check digit that fits", () => {
    for (const number of ["811228-9874", "19811228-9874", "198112289874", "811228+9874", "811288-9871"])
      expect(found(`Se ${number}.`), number).toEqual([number])
  })

  it("a personal identity number is not a number like one", () => {
    none(
      "811228-9875",
      "811328-9874",
      "810229-9876",
      "2023-12-15",
      "1811228-9874",
      "811228-98744",
      "11292 ärenden 2022"
    )
  })
})

describe("an address or a telephone number", () => {
  it("an address or a telephone number is reported in any cell, also under an unknown heading", () => {
    expect(found("Fråga (anna.svensson@region.example), eller 0418-45 40 00")).toEqual([
      "anna.svensson@region.example",
      "0418-45 40 00"
    ])
    for (const number of ["070-123 45 67", "0701234567", "08-123 456 78", "+46 70 123 45 67", "040 12 34 56"])
      expect(found(number), number).toEqual([number])
    const plain = table("activities", { area: "TIK" })
    const [row] = plain.rows
    if (row === undefined) throw new Error("no row")
    const rows = [{ ...row, unknown: [{ heading: "Kontakt", words: "tik@region.example" }] }]
    expect(remarks("PersonalData", [{ ...plain, rows }])).toEqual(["1 -: tik@region.example"])
  })

  it("an address or a telephone number is not a day, a span, an hour, a figure or a name with an at sign", () => {
    none(
      "2021-02-29",
      "22-10-03",
      "kl 08-16 2024",
      "18/5 2021",
      "från 11292 till 15711",
      "1177",
      "ärende 0012345678",
      "@lasarettet",
      "a@b",
      "2021-03 2021-04-30"
    )
  })
})

describe("a named person", () => {
  it("a named person is a common first name and a surname", () => {
    expect(found("Ansvaret har gått över till Anna-Karin Lindström-Berg.")).toEqual(["Anna-Karin Lindström-Berg"])
    expect(remarks("PersonalData", ongoing({ responsible: "Enhetschef Lars Nilsson, Eva Ek" }))).toEqual([
      "1 responsible: Lars Nilsson",
      "1 responsible: Eva Ek"
    ])
  })

  it("a named person is not a role, a place named after someone, a first name alone, or a word after a preposition", () => {
    none(
      "Enhetschef Hudmottagningen",
      "Maria Alberts vårdcentral",
      "Sankt Lars Sjukhusområde, Sankt Lars Park",
      "Anna har slutat",
      "Per Mottagning",
      "Projektet Anna\nLindström"
    )
  })
})
