/**
 * The reading of the words and symbols of a status cell.
 */
import { describe, expect, it } from "@effect/vitest"
import { readFileSync } from "node:fs"
import { readStatus } from "./swedish.ts"

const completedOn = (words: string) => {
  const { codes, status } = readStatus(words)
  return { tag: status._tag, on: status._tag === "Completed" ? (status.on?.edtf ?? null) : null, codes }
}

const documented = readFileSync(new URL("../../../docs/reference/csv.md", import.meta.url), "utf8")
  .split("## Status words")[1]
  ?.split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`|`$/gu, ""))
  )

describe("the table of status words", () => {
  it.each(documented ?? [])("the table of status words reads “%s” as %s", (words = "", ...meaning) => {
    const { codes, status } = readStatus(words)
    expect([status._tag, codes.join(" ")]).toEqual(meaning)
  })

  it("the table of status words is not empty", () => expect(documented?.length).toBeGreaterThan(25))
})

describe("a status cell", () => {
  it.each([
    ["", "NotStated"],
    ["  \n", "NotStated"],
    ["–", "NotStated"],
    ["Ej angivet", "NotStated"],
    ["ARBETE PÅGÅR", "InProgress"],
    ["Arbetet pågår.", "InProgress"],
    ["igång", "InProgress"],
    ["FÖRSENAT", "Delayed"],
    ["försenad!", "Delayed"],
    ["delayed", "Delayed"],
    ["Klart", "Completed"],
    ["KLART.", "Completed"],
    ["✅", "Completed"],
    ["Slutförd i maj 2024", "Completed"],
    ["Utgår, ersätts", "Discontinued"]
  ])("a status cell with “%s” is read as %s", (words, status) => {
    expect(readStatus(words).status._tag).toBe(status)
    expect(readStatus(words).codes).not.toContain("StatusUnreadable")
  })

  it.each([
    ["Klart 2023-11-30", "2023-11-30", []],
    ["22-10-03 KLART", "2022-10-03", ["DateTwoDigitYear"]],
    ["2023-12-01 KLART", "2023-12-01", []],
    ["Klart\n2023-12-01", "2023-12-01", []],
    ["Klart april 2021", "2021-04", []],
    ["KLART", null, ["CompletedWithoutDate"]],
    ["Klart 2021-02-29", null, ["DateImpossible"]],
    ["Klart, utvärderas hösten 2025", null, ["CompletedWithoutDate", "StatusInOtherWords"]]
  ])("a status cell completed by “%s” gives the day %s", (words, on, codes) => {
    expect(completedOn(words)).toEqual({ tag: "Completed", on, codes })
  })

  it.each(["KLART", "Klart 2023-11-30", "Klart 2021-02-29"])(
    "a status cell keeps its own words with the day: %s",
    (words) => {
      const { status } = readStatus(words)
      expect(status._tag === "Completed" && status.on?.words).toBe(words)
    }
  )

  it.each([
    "Ej klart",
    "inte klar ännu",
    "Inte helt klart",
    "Nästan klart",
    "Delvis genomfört",
    "Beräknas vara klart 2024-06-30",
    "Beräknas\nbli klar 2024-06",
    "Not yet completed",
    "Expected to be finished 2024"
  ])("a status cell that denies completion is not read as completed: %s", (words) => {
    expect(readStatus(words)).toMatchObject({ status: { _tag: "NotStated" }, codes: ["StatusUnreadable"] })
  })

  it.each([
    "Pågår inte",
    "Arbete pågår ej",
    "Försenat, klart 2024-09-01",
    "Pågår, klart 2024-06",
    "Pågår, ej försenat",
    "Startad men nedlagd",
    "Påbörjas 2025",
    "Löpande",
    "Röda korset",
    "80 % klart",
    "Klart till 80 %",
    "Klart?",
    "Blir klart 2024-06",
    "Klart att starta",
    "Pilot genomförd, breddinförande pågår",
    "Klart 2023-05-01, planerat 2023-06-01",
    "Klart 2023-11-30. Uppföljning pågår.",
    "Klart 2023-11-30 ⚠",
    "Klart före 2024-06-30",
    "Slutförd i maj",
    "Utgår, inväntar SDV",
    "Röd",
    "🔴"
  ])("a status cell with other or contradictory words states no status: %s", (words) => {
    expect(readStatus(words)).toEqual({
      cell: "unread",
      status: { _tag: "NotStated" },
      parts: [],
      codes: ["StatusUnreadable"]
    })
  })

  it.each([
    ["Försenat, beräknas klart 2024-09", "Delayed"],
    ["Startad\nenligt plan", "InProgress"],
    ["Delayed because of staff", "Delayed"],
    ["Klart 2023-11-30, se bilaga", "Completed"],
    ["Pågår: se protokoll", "InProgress"]
  ])("a status cell that says more than its status keeps the words: %s", (words, status) => {
    expect(readStatus(words)).toMatchObject({ status: { _tag: status }, codes: ["StatusInOtherWords"] })
  })

  it.each(["arbete pågår!", "Pågår", "Försenad.", "Klart 2023-11-30.", "KLART: 2023-11-30", "done 2023-11-30"])(
    "in the usual words has no finding: %s",
    (words) => expect(readStatus(words).codes).toEqual([])
  )

  it("a status cell is completed within the months that it gives", () => {
    const { status } = readStatus("Klart januari–mars 2024")
    expect(status._tag === "Completed" && [status.on?.earliest, status.on?.latest]).toEqual([
      "2024-01-01",
      "2024-03-31"
    ])
  })

  it.each(["Ej startad", "Not Started", "att göra", "Ikke påbegynt", "Ei aloitettu"])(
    "a status cell that says that work has not begun states no status, and is known: %s",
    (words) => {
      expect(readStatus(words)).toEqual({
        cell: "notBegun",
        status: { _tag: "NotStated" },
        parts: [],
        codes: ["StatusNotBegun"]
      })
    }
  )

  it.each(["Klarar", "Oklart läge", "se bilaga", "<script>", "=1+1"])(
    "a status cell without a known status states none: %s",
    (words) => {
      expect(readStatus(words)).toMatchObject({ status: { _tag: "NotStated" }, codes: ["StatusUnreadable"] })
    }
  )

  it("a status cell with two completions gives each part its day, and the whole their span", () => {
    const { codes, parts, status } = readStatus("Klart 2022-10-01 - besked\nKlart 2023-02-30 - kallelser")
    expect(codes).toEqual(["SeveralCompletions"])
    expect(parts.map(({ name, on, oddities }) => [name, on.edtf, oddities])).toEqual([
      ["besked", "2022-10-01", []],
      ["kallelser", null, ["DateImpossible"]]
    ])
    expect(status._tag === "Completed" && status.on?.earliest).toBe(null)
    const whole = readStatus("Klart 2022-10-01 - besked\nKlart 2023-03-01 - kallelser").status
    expect(whole._tag === "Completed" && [whole.on?.earliest, whole.on?.latest]).toEqual(["2022-10-01", "2023-03-01"])
  })
})
