/**
 * Rules about times in texts, each with the nearest text that it does not report.
 */
import { describe, expect, it } from "@effect/vitest"
import { completed, ongoing, remarks } from "./remarks.ts"

const noted = (followUp: string) => remarks("PeriodWithoutYear", ongoing({ area: "Teledermatoskopi", followUp }))

const cell = (newDeadline: string) => remarks("PeriodWithoutYear", ongoing({ area: "Telefoni", newDeadline }))

describe("a month or a season", () => {
  it.each([
    "Sedan september kan ca 100 vårdcentraler använda tekniken.",
    "Införs per september.",
    "Beslutet togs i december månad.",
    "Utredarna lämnar sitt förslag i höst.",
    "Klart senast den 30 juni.",
    "Används t.o.m. augusti.",
    "Training begins in March.",
    "A pilot runs until the end of May."
  ])("a month or a season without a year is reported in its sentence: %s", (words) => {
    expect(noted(words)).toEqual([`1 followUp: ${words}`])
  })

  it.each([
    "Workshops har hållits sedan mars 2021.",
    "Används sedan 18/5 2021 och i juni månad mer.",
    "Piloten startade 2023. Den utvärderas i september.",
    "Uppföljning varje september.",
    "Rapporteras årligen i mars.",
    "Klart i maj nästa år.",
    "LiL gick med 22-03 och i april.",
    "Rummet fick namnet Mars.",
    "Vi ska i vår verksamhet använda appen.",
    "May be done later; we march on.",
    "Ansvarig är April Berg."
  ])("a month or a season with a year, that comes back, or that is no time is not reported: %s", (words) => {
    expect(noted(words)).toEqual([])
  })

  it("a month is reported in a date cell that holds a text, and not in one that Frist read, or calls a date without a year", () => {
    expect(cell("Breddinförandet innebär att det per september finns hundra som har tekniken")).toHaveLength(1)
    expect(cell("i september")).toEqual([])
    expect(cell("i september 2024")).toEqual([])
  })

  it("several sentences of a cell give one remark", () => {
    expect(noted("Börjar i maj.\nUtvärderas i höst.")).toEqual(["1 followUp: Börjar i maj. … Utvärderas i höst."])
  })
})

const planned = (followUp: string, status: string | null = null) =>
  remarks("PlannedStartPast", ongoing({ area: "Webbtidbokning", followUp, status }))

describe("a planned beginning", () => {
  it.each([
    "Hjärtmottagningen planeras starta 2023-11-28.",
    "Hudmottagningen tänker starta i mars 2024",
    "Planerad start: 2024-06-16.",
    "The clinic is expected to go live on 3 May 2024."
  ])("a planned beginning whose day has passed is reported: %s", (words) => {
    expect(planned(words)).toEqual([`1 followUp: ${words}`])
  })

  it.each([
    "Hjärtmottagningen planeras starta 2024-11-28.",
    "Hjärtmottagningen planeras starta 2024-06-17.",
    "Hjärtmottagningen planeras starta under 2024.",
    "Hjärtmottagningen planeras starta snart.",
    "Hjärtmottagningen planerades till november 2022, men har inte börjat.",
    "Skulle planeras starta 2023-11-28 men blev inte av.",
    "Planeras starta 2023-11-28 eller 2024-11-28.",
    "Hjärtmottagningen startade 2023-11-28."
  ])("a planned beginning that may come, that the text itself settles, or of two days is not reported: %s", (words) => {
    expect(planned(words)).toEqual([])
  })

  it("a planned beginning among the actions is reported unless the status says that the row has begun", () => {
    const row = { area: "Webb", actions: "Planerad start: 2023-03-01" }
    expect(remarks("PlannedStartPast", ongoing(row))).toEqual(["1 actions: Planerad start: 2023-03-01"])
    expect(remarks("PlannedStartPast", ongoing({ ...row, status: "Pågår" }))).toEqual([])
  })

  it("a planned beginning in a row that is done is not reported", () => {
    const words = "Hjärtmottagningen planeras starta 2023-11-28."
    expect(planned(words, "Klart 2024-01-15")).toEqual([])
    expect(remarks("PlannedStartPast", completed({ area: "Webb", followUp: words, status: "KLART" }))).toEqual([])
  })
})
