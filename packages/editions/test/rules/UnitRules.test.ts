/**
 * Rules about rows of one subject and the same clinic.
 */
import { describe, expect, it } from "@effect/vitest"
import { table } from "../editionBuilders.ts"
import { completed, ongoing, remarks } from "./remarks.ts"
import { unitsIn } from "../swedish.ts"

const keys = (text: string) => unitsIn(text).map(({ key }) => key)

describe("a unit", () => {
  it("all spellings of a unit are the same unit", () => {
    for (const words of ["logopedmottagningen", "Logopedimottagning", "LOGOPEDMOTT.", "logoped-mottagningens"])
      expect(keys(words)).toEqual(["mottagning logoped"])
    expect(keys("urologimott")).toEqual(keys("Urologmottagningen"))
    expect(keys("Avd. 2")).toEqual(keys("avdelning 2"))
  })

  it("a compound with a hyphen and a shared last part names two units", () => {
    expect(keys("Kirurgi- och urologimottagningen")).toEqual(["mottagning kirurg", "mottagning urolog"])
  })

  it("a word for units in general names no unit", () => {
    for (const words of [
      "alla mottagningar",
      "mottagningen",
      "vårdavdelningen",
      "slutenvårdsavdelningar",
      "avd",
      "mott"
    ])
      expect(keys(words)).toEqual([])
  })

  it("a unit of a clinic is not the ward of the same name", () => {
    expect(keys("hjärtavd")).not.toEqual(keys("hjärtmott"))
  })
})

const identify = (deadline: string) => ({
  area: "1177 Webbtidbokning",
  goal: "Alla mottagningar vet vilka patientgrupper som själva kan boka",
  actions: "Peka ut grupperna\nLära ut webbtidbokning",
  deadline
})
const open = (unit: string, deadline: string, more = {}) => ({
  area: "1177, Webbtidbokning",
  goal: `Webbtidboken öppen för lämpliga grupper på ${unit}`,
  actions: "Öppna webbtidboken",
  deadline,
  ...more
})

const dates = (deadline: string, newDeadline: string | null = null) => ({ deadline, newDeadline })

describe("identification", () => {
  const two = "Medicinmottagning 2021-12-31\nHjärtmottagningen 2021-12-31"
  it("identification due after the opening that needs it is reported for each clinic", () => {
    expect(
      remarks(
        "PrerequisiteLate",
        ongoing(identify(two), open("medicinmottagningen", "2021-03-31"), open("hjärtmott", "2022"))
      )
    ).toEqual(["1 deadline: Medicinmottagning 2021-12-31 > 2021-03-31 (Aktiviteter 2)"])
  })

  it("identification due after the opening in another row is reported, also in its new date", () => {
    const row = { area: "Webbokning", goal: "Identifiera grupper i webbtidbok på hudmottagningen" }
    const other = { area: "Webbtidbokning", goal: "Aktivera webbtidbok för grupper på hudmott" }
    const looked = (a: object, b: object) => remarks("PrerequisiteLate", ongoing({ ...row, ...a }, { ...other, ...b }))
    expect(looked(dates("2022-06"), dates("2022-05"))).toHaveLength(1)
    expect(looked(dates("2022-01", "2024-12"), dates("2022-05", "2024-10"))).toEqual([
      "1 newDeadline: hudmottagningen 2024-12 > 2024-10 (Aktiviteter 2)"
    ])
    expect(looked(dates("2022-01", "2024-10"), dates("2022-05", "2024-12"))).toEqual([])
  })

  it("identification due the same day, possibly in time, or without a deadline is not reported", () => {
    for (const deadline of ["2021-12-31", "2021-12-", "2021", "2021-12-32", "snart"])
      expect(remarks("PrerequisiteLate", ongoing(identify(two), open("medicinmottagningen", deadline)))).toEqual([])
  })

  it("a day that does not exist is of its month, whichever day was meant", () => {
    const due = "Kirurgi- och urologimottagningen 2021-02-29\nHudmottagningen 2021-02-28"
    expect(
      remarks(
        "PrerequisiteLate",
        ongoing(identify(due), open("kirurgi- och urologmottagningen", "2021-01-31"), open("hudmott", "2021-02-30"))
      )
    ).toEqual(["1 deadline: Kirurgi- och urologimottagningen 2021-02-29 > 2021-01-31 (Aktiviteter 2)"])
    expect(remarks("PrerequisiteLate", ongoing(identify(due), open("kirurgimottagningen", "2021-02-01")))).toEqual([])
  })

  it("identification is not compared with another clinic, subject or aim", () => {
    const opened = open("ögonmottagningen", "2021-03-31")
    expect(remarks("PrerequisiteLate", ongoing(identify(two), opened))).toEqual([])
    const medicine = open("medicinmottagningen", "2021-03-31")
    expect(remarks("PrerequisiteLate", ongoing(identify(two), { ...medicine, area: "1177 - basutbud" }))).toEqual([])
    const aim = { goal: "Införa taligenkänning på medicinmottagningen", actions: "Starta" }
    expect(remarks("PrerequisiteLate", ongoing(identify(two), { ...medicine, ...aim }))).toEqual([])
  })
})

const says = (followUp: string) => open("medicinmottagningen", "2021-03-31", { followUp })

const done = (unit: string, status = "22-10-03 KLART", followUp = "") =>
  table("completed", open(unit, "2021-03-31", { status, followUp }))

const against = (followUp: string, ...others: ReadonlyArray<ReturnType<typeof done>>) =>
  remarks("UnitContradicted", [...ongoing(says(followUp)), ...others])

describe("a clinic", () => {
  it("a clinic that has yet to begin in one row and is done in another is contradicted", () => {
    expect(against("Hjärtmottagningen tänker starta 2023-11-28", done("hjärtmott."))).toEqual([
      "1 followUp: Hjärtmottagningen tänker starta 2023-11-28 ≠ 22-10-03 KLART (Klara aktiviteter 1)"
    ])
    for (const words of [
      "Hjärtmottagningen planeras starta i vår.",
      "Hjärtmottagningen har ännu ej kommit igång.",
      "Hjärtmott. har inte startat.",
      "Hjärtmottagningen ska börja 2025."
    ])
      expect(against(words, done("hjärtmottagningen"))).toHaveLength(1)
  })

  it("a clinic that has identified its groups in one row and not in another is contradicted", () => {
    const listed = ongoing(
      { ...identify("2021-12-31"), followUp: "Ögonmott. och hudmottagning har pekat ut sina grupper." },
      says("Ögonmottagningen har inte pekat ut några grupper.")
    )
    expect(remarks("UnitContradicted", listed)).toEqual([
      "2 followUp: Ögonmottagningen har inte pekat ut några grupper. ≠ Ögonmott. och hudmottagning har pekat ut sina grupper. (Aktiviteter 1)"
    ])
  })

  it("a clinic is not contradicted by a row that is not done, of another clinic, or that says the same", () => {
    const words = "Kirurgimottagning skulle börja i november men har inte gjort det."
    expect(against(words, done("kirurgi- och urologmottagningen", "", "Starten blev inte av."))).toEqual([])
    expect(against("Hjärtmottagningen tänker starta 2023-11-28", done("hudmottagningen"))).toEqual([])
    expect(against("Hjärtmottagningen är i gång.", done("hjärtmottagningen"))).toEqual([])
  })

  it("a clinic is not done if the same sentence says that work remains", () => {
    const rest = { ...identify("2021-12-31"), followUp: "Planen för hjärtmottagningen är klar, starten återstår." }
    const words = "Hjärtmottagningen har inte startat."
    expect(remarks("UnitContradicted", ongoing(rest, says(words)))).toEqual([])
    const done = { ...rest, followUp: "Hjärtmottagningen är klar." }
    expect(remarks("UnitContradicted", ongoing(done, says(words)))).toHaveLength(1)
  })

  it("a clinic is not contradicted by its own row, or by another step of the work", () => {
    expect(remarks("UnitContradicted", [done("hudmottagningen", "KLART", "Hudmottagningen ska börja 2025.")])).toEqual(
      []
    )
    expect(against("Identifiering är ej gjord på hjärtmottagningen.", done("hjärtmottagningen"))).toEqual([])
  })
})

const offered = (unit: string, deadline: string) => ({
  area: "1177 - basutbud",
  goal: `Basutbudet i bruk på ${unit}`,
  actions: "Starta och utbilda",
  deadline
})

describe("what a clinic must have first", () => {
  it("what a clinic must have first is reported if it is due after what needs it", () => {
    expect(
      remarks("PrerequisiteLate", completed(offered("hudmottagningen", "2020-10-30"), open("hudmott", "2020-10-01")))
    ).toEqual(["1 deadline: hudmottagningen 2020-10-30 > 2020-10-01 (Klara aktiviteter 2)"])
  })

  it("what a clinic must have first is not reported in time, at another clinic, or for its identification", () => {
    const first = offered("hudmottagningen", "2020-10-30")
    expect(remarks("PrerequisiteLate", ongoing(first, open("hudmott", "2020-10-30")))).toEqual([])
    expect(remarks("PrerequisiteLate", ongoing(first, open("hudmott", "2021")))).toEqual([])
    expect(remarks("PrerequisiteLate", ongoing(first, open("ögonmott", "2020-10-01")))).toEqual([])
    const other = {
      area: "Taligenkänning",
      goal: "Införa på hudmottagningen",
      actions: "Starta",
      deadline: "2020-10-30"
    }
    expect(remarks("PrerequisiteLate", ongoing(other, open("hudmott", "2020-10-01")))).toEqual([])
    const due = identify("Hudmottagningen 2020-10-01\nÖgonmottagningen 2020-10-01")
    expect(remarks("PrerequisiteLate", ongoing(first, due))).toEqual([])
  })
})

describe("the units of a row", () => {
  const due = "Kirurgi- och urologimottagningen 2021-12-31\nMedicinmottagning 2021-12-31\nHjärtmottagningen 2021-12-31"
  const reported = "Identifiering är gjord på hjärtmottagning, logopedmottagning och hudmott. Kirurgimott väntar."
  const row = (followUp: string, more = {}) => ongoing({ ...identify(due), followUp, ...more })

  it("units that are due and not reported, and units that are reported and not due, are named once a row", () => {
    expect(remarks("UnitNotReported", row(reported))).toEqual(["1 followUp: Medicinmottagning"])
    expect(remarks("UnitNotDue", row(reported))).toEqual(["1 followUp: logopedmottagning, hudmott"])
  })

  it("units that are all reported, by their own and no other, are not named", () => {
    const all = "Identifiering är gjord på hjärtmottagning, medicinmott och urologmottagningen."
    expect(remarks("UnitNotReported", row(all))).toEqual([])
    expect(remarks("UnitNotDue", row(all))).toEqual([])
    expect(remarks("UnitNotDue", row("Hudmottagningen har ännu inte börjat, hjärtmott är klar."))).toEqual([])
    expect(remarks("UnitNotDue", row("Hudmottagningen är klar.", { goal: "Hudmottagningen och andra" }))).toEqual([])
  })

  it("units are not missed where the follow-up names none, the row is done, or only one has a date", () => {
    expect(remarks("UnitNotReported", row("Utbildning ges varje vecka."))).toEqual([])
    expect(remarks("UnitNotReported", row(reported, { status: "Klart 2024-01-02" }))).toEqual([])
    const one = ongoing({ ...identify("2021-12-31"), goal: "Medicinmottagning", followUp: reported })
    expect(remarks("UnitNotReported", one)).toEqual([])
  })
})
