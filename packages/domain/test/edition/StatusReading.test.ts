/**
 * How the words and symbols of a status cell are read.
 */
import { describe, expect, it } from "@effect/vitest"
import { readStatus } from "../../src/edition/StatusReading.ts"

const completedOn = (words: string) => {
  const { codes, status } = readStatus(words)
  return { tag: status._tag, on: status._tag === "Completed" ? (status.on?.edtf ?? null) : null, codes }
}

describe("a status cell", () => {
  it.each([
    ["", "NotStated"],
    ["  \n", "NotStated"],
    ["–", "NotStated"],
    ["Ej angivet", "NotStated"],
    ["ARBETE PÅGÅR", "InProgress"],
    ["Arbetet pågår.", "InProgress"],
    ["igång", "InProgress"],
    ["🟡", "InProgress"],
    ["FÖRSENAT", "Delayed"],
    ["försenad!", "Delayed"],
    ["Röd", "Delayed"],
    ["🔴", "Delayed"],
    ["delayed", "Delayed"],
    ["Klart", "Completed"],
    ["KLART.", "Completed"],
    ["✅", "Completed"],
    ["Slutförd i maj", "Completed"],
    ["Utgår, inväntar SDV", "Discontinued"]
  ])("that says “%s” is read as %s", (words, status) => {
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
    ["Klart 2023-05-01, planerat 2023-06-01", null, ["SeveralDates"]]
  ])("completed by “%s” gives the day %s", (words, on, codes) => {
    expect(completedOn(words)).toEqual({ tag: "Completed", on, codes })
  })

  it.each(["KLART", "Klart 2023-11-30", "Klart 2021-02-29"])("keeps its own words with the day: %s", (words) => {
    const { status } = readStatus(words)
    expect(status._tag === "Completed" && status.on?.words).toBe(words)
  })

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
  ])("that denies it is not read as completed: %s", (words) => {
    expect(readStatus(words)).toMatchObject({ status: { _tag: "NotStated" }, codes: ["StatusUnreadable"] })
  })

  it.each(["Klarar", "Oklart läge", "se bilaga", "<script>", "=1+1"])("that is no status states none: %s", (words) => {
    expect(readStatus(words)).toMatchObject({ status: { _tag: "NotStated" }, codes: ["StatusUnreadable"] })
  })

  it("with two completions gives each part its day, and the whole the span of them", () => {
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
