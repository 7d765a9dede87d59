/**
 * What the dates of a column prove about the order of day and month, and how it is used.
 */
import { describe, expect, it } from "@effect/vitest"
import { type DayOrder, dayOrderOf, readDate } from "../../src/dates/DateReading.ts"

describe("the order of day and month in a column", () => {
  it.each<readonly [cells: ReadonlyArray<string>, order: string | null]>([
    [["31/03/2024", "03/04/2024"], "dayFirst"],
    [["03/04/2024", "12/31/2024"], "monthFirst"],
    [["03/04/2024", "05/06/2024"], null],
    [["04/04/2024"], null],
    [["31/03/2024", "12/31/2024"], null],
    [["12/31/2024", "31/03/2024"], null],
    [[], null],
    [["31/04/2024"], null],
    [["13/13/2024"], null],
    [["30-06-2024"], "dayFirst"],
    [["Klart 31/03/2024", "03/04/2024"], "dayFirst"],
    [["01/05/2024 - 30/06/2024"], "dayFirst"],
    [["12/29/2017 5:00:00 PM"], "monthFirst"],
    // Full stops are always day first, and prove nothing about slashes.
    [["31.03.2024"], null],
    [["2024-03-31"], null],
    [["dnr 2024/31/03"], null],
    [["3/31/03/2024"], null],
    [["24/06/30", "24/12/31"], null],
    [["22-10-31"], "yearFirst"],
    [["24-06-25"], null],
    [["22-10-03", "05-06-24"], "yearFirst"],
    [["22-10-03", "30-06-2024"], null],
    [["11/14/24"], "monthFirst"],
    [["05/06/24", "31/12/24", "15/03/24", "30/06/24"], "dayFirst"],
    [["01/13/24", "15/03/24", "31/12/24", "14/05/24", "30/06/24", "31/01/25"], null],
    [["1".repeat(500)], null]
  ])("of %j is %s", (cells, order) => expect(dayOrderOf(cells)).toBe(order))

  it.each<readonly [words: string, order: DayOrder, edtf: string | null]>([
    ["03/04/2024", "dayFirst", "2024-04-03"],
    ["03/04/2024", "monthFirst", "2024-03-04"],
    ["3/4/24", "dayFirst", "2024-04-03"],
    ["31/12/24", "dayFirst", "2024-12-31"],
    ["03-04-2024", "dayFirst", "2024-04-03"],
    ["30-06-24", "dayFirst", "2024-06-30"],
    ["senast 03/04/2024", "dayFirst", "2024-04-03"],
    ["before 03/04/2024", "monthFirst", "../2024-03-03"],
    ["03/04/2024 - 05/06/2024", "monthFirst", "2024-03-04/2024-05-06"],
    ["3/5/2018 5:00:00 PM", "monthFirst", "2018-03-05"],
    ["24-06-25", "yearFirst", "2024-06-25"],
    ["24-06-25", "dayFirst", null],
    ["240625", "yearFirst", "2024-06-25"],
    ["310524", "dayFirst", "2024-05-31"],
    ["24-06", "yearFirst", "2024-06"],
    ["24-06", "dayFirst", null],
    ["03/04/2024 nog", "dayFirst", null],
    ["maj 24", "dayFirst", null]
  ])("reads %s, %s, as %s", (words, order, edtf) => {
    expect(readDate(words).date.edtf).toBeNull()
    const { date, oddities } = readDate(words, order)
    expect(date.edtf).toBe(edtf)
    expect(oddities.includes("DateOrderFromColumn")).toBe(edtf !== null)
  })

  it.each(["31/12/2024", "12/31/2024", "3.4.2024", "3/4 2024", "2024-04-03", "22-10-03", "juni 2024", "31/12-24"])(
    "changes nothing in %s, which is read alone",
    (words) => {
      expect(readDate(words).date.edtf).not.toBeNull()
      for (const order of ["dayFirst", "monthFirst"] as const) expect(readDate(words, order)).toEqual(readDate(words))
    }
  )
})
