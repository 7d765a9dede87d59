/**
 * Rules about the status of a row.
 */
import { describe, expect, it } from "@effect/vitest"
import { date, logOf } from "../../../domain/test/given.ts"
import type { Cells } from "../../src/Edition.ts"
import { ActivityId } from "@frist/domain/Names"
import { planAt } from "@frist/domain/plan/Plan"
import { completed, ongoing, remarks } from "./remarks.ts"

const planWith = (deadline: string | null) =>
  planAt(
    logOf([
      {
        activity: ActivityId.make("completed-1"),
        event: {
          _tag: "ActivityRegistered",
          kind: "activity",
          parent: null,
          area: "Elab",
          goal: null,
          actions: null,
          responsible: null,
          deadline: deadline === null ? null : date(deadline)
        }
      }
    ])
  )

const follows = (before: string | null, deadline: string, status = "Klart 2024-05-20") =>
  remarks("DeadlineFollowsCompletion", completed({ area: "Elab", deadline, status }), { plan: planWith(before) })

describe("a deadline", () => {
  it("a deadline that has become the day of completion is reported", () => {
    expect(follows("2021-12-31", "2024-05-20")).toEqual(["1 deadline: 2024-05-20 ≠ 2021-12-31"])
  })

  it("a deadline that always was that day is not reported, nor one that differs from the day of completion", () => {
    expect(follows("2024-05-20", "2024-05-20")).toEqual([])
    expect(follows("2021-12-31", "2021-12-31")).toEqual([])
    expect(follows("2021-12-31", "2024-05-21")).toEqual([])
    expect(follows("2021-12-31", "2024-05-20", "KLART")).toEqual([])
  })

  it("a deadline without an earlier one, or with an unread earlier one, is not reported", () => {
    expect(follows(null, "2024-05-20")).toEqual([])
    expect(follows("2021-02-29", "2024-05-20")).toEqual([])
    expect(
      remarks("DeadlineFollowsCompletion", completed({ deadline: "2024-05-20", status: "Klart 2024-05-20" }))
    ).toEqual([])
  })
})

const goesOn = (followUp: string, status = "KLART") =>
  remarks("WorkGoesOn", completed({ area: "Hemvist", status, followUp }))

describe("work that goes on", () => {
  it("work that goes on in a completed row is reported in its sentence", () => {
    expect(goesOn("Samtliga hemvister igång 2021-10-12\nUtbildning av fler. Utbildning pågår.")).toEqual([
      "1 followUp: Utbildning pågår."
    ])
    expect(goesOn("Arbetet fortsätter på avd. 2.")).toHaveLength(1)
    expect(goesOn("ÖV återstår.")).toHaveLength(1)
    expect(goesOn("Training continues.")).toHaveLength(1)
    expect(remarks("WorkGoesOn", completed({ status: "Klart", followUp: "Klart, utbildning pågår" }))).toEqual([
      "1 followUp: Klart, utbildning pågår"
    ])
  })

  it("work that has ended, was ongoing in the past, or is denied is not reported", () => {
    for (const words of [
      "Utbildningen pågick till maj.",
      "Används fortsatt dagligen.",
      "Inget återstår.",
      "Inget arbete kvarstår.",
      "Projektet pågår inte längre.",
      "Pågåendemöten hålls."
    ])
      expect(goesOn(words)).toEqual([])
  })

  it("work that goes on is not reported in a row that is not done, or that is red among the completed", () => {
    expect(remarks("WorkGoesOn", completed({ status: "☒ Klar ☐ Pågår ☐ Ej påbörjad" }))).toEqual([])
    expect(remarks("WorkGoesOn", ongoing({ followUp: "Utbildning pågår.", status: "PÅGÅR" }))).toEqual([])
    expect(goesOn("ÖV kvarstår.")).toEqual([])
  })
})

const late = (row: Partial<Cells>) =>
  remarks("InProgressThoughLate", ongoing({ area: "Elab", status: "PÅGÅR", ...row }))

describe("a row in progress", () => {
  it("a row in progress whose last date has passed is late", () => {
    expect(late({ deadline: "2022-02-01", newDeadline: "2024-03-30" })).toEqual(["1 status: PÅGÅR: 2024-03-30"])
    expect(late({ deadline: "2024-05", status: "Igång" })).toEqual(["1 status: Igång: 2024-05"])
  })

  it("a row in progress is not late with a date to come, a date that may be to come, or none that can be read", () => {
    for (const deadline of ["2024-06-17", "2024-06", "2024-", "snart", ""]) expect(late({ deadline })).toEqual([])
    expect(late({ deadline: "2021-12-31", newDeadline: "2025" })).toEqual([])
  })

  it("a row in progress is late if every part is", () => {
    expect(late({ deadline: "Hud 2021-12-31\nÖgon 2022-12-31" })).toEqual(["1 status: PÅGÅR: 2022-12-31"])
    expect(late({ deadline: "Hud 2021-12-31\nÖgon 2024-12-31" })).toEqual([])
  })

  it("a row that is delayed, done or without status is not reported as in progress though late", () => {
    for (const status of ["FÖRSENAT", "KLART", "Utgår", ""])
      expect(late({ deadline: "2021-12-31", status })).toEqual([])
  })
})

const ahead = (status: string) => remarks("CompletionAhead", completed({ area: "Elab", status }))

describe("a completion", () => {
  it("a completion on a day after the review is reported in its words", () => {
    expect(ahead("Klart 2999-05-20")).toEqual(["1 status: Klart 2999-05-20"])
  })

  it("a completion by the review, without a day, or in a period that has begun is not reported", () => {
    expect(["Klart 2020-05-20", "KLART", "Klart 2020"].flatMap(ahead)).toEqual([])
  })
})
