/**
 * The conventions for reading dates, each with its exact bounds, and the words that stay unread.
 */
import { describe, expect, it } from "@effect/vitest"
import { Day } from "../src/Day.ts"
import { PlannedDate } from "../src/PlannedDate.ts"
import { expressionsIn, type Oddity, readDate } from "../src/dates/DateReading.ts"

type Convention = readonly [words: string, edtf: string, earliest: string | null, latest: string | null, Oddity?]

const conventions: ReadonlyArray<Convention> = [
  ["2021-12-31", "2021-12-31", "2021-12-31", "2021-12-31"],
  ["2021-12-31.", "2021-12-31", "2021-12-31", "2021-12-31"],
  ["2024/06/30", "2024-06-30", "2024-06-30", "2024-06-30"],
  ["20240630", "2024-06-30", "2024-06-30", "2024-06-30"],
  ["2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"],
  ["18/5 2021", "2021-05-18", "2021-05-18", "2021-05-18"],
  ["3.4.2026", "2026-04-03", "2026-04-03", "2026-04-03"],
  ["2024/2025", "2024/2025", "2024-01-01", "2025-12-31"],
  ["2024-06-30T00:00:00Z", "2024-06-30", "2024-06-30", "2024-06-30"],
  ["2021-06-01/2021-09-30", "2021-06-01/2021-09-30", "2021-06-01", "2021-09-30"],
  ["(2021-12-31)", "2021-12-31", "2021-12-31", "2021-12-31"],
  ["Beräknat införande tidigt under 2026.", "2026-01-01~/2026-04-30~", "2026-01-01", "2026-04-30"],
  ["13/04/2026", "2026-04-13", "2026-04-13", "2026-04-13"],
  ["04/04/2026", "2026-04-04", "2026-04-04", "2026-04-04"],
  ["den 5 maj 2024", "2024-05-05", "2024-05-05", "2024-05-05"],
  ["22-10-03", "2022-10-03", "2022-10-03", "2022-10-03", "DateTwoDigitYear"],
  ["2024-06", "2024-06", "2024-06-01", "2024-06-30"],
  ["April 2021", "2021-04", "2021-04-01", "2021-04-30"],
  ["  i  februari\u00a02024 ", "2024-02", "2024-02-01", "2024-02-29"],
  ["senast 2024-06", "2024-06", "2024-06-01", "2024-06-30"],
  ["2021-12-", "2021-12", "2021-12-01", "2021-12-31", "DateTruncated"],
  ["2024-", "2024/..", "2024-01-01", null, "DateTruncated"],
  ["2024", "2024", "2024-01-01", "2024-12-31"],
  ["år 2024", "2024", "2024-01-01", "2024-12-31"],
  ["2021-2023", "2021/2023", "2021-01-01", "2023-12-31"],
  ["2021 – 2023", "2021/2023", "2021-01-01", "2023-12-31"],
  ["Q1 2025", "2025-33", "2025-01-01", "2025-03-31"],
  ["Q2 2025", "2025-34", "2025-04-01", "2025-06-30"],
  ["2025-Q3", "2025-35", "2025-07-01", "2025-09-30"],
  ["kvartal 4 2025", "2025-36", "2025-10-01", "2025-12-31"],
  ["v. 23 2025", "2025-06-02/2025-06-08", "2025-06-02", "2025-06-08"],
  ["vecka 1 2025", "2024-12-30/2025-01-05", "2024-12-30", "2025-01-05"],
  ["2020-W53", "2020-12-28/2021-01-03", "2020-12-28", "2021-01-03"],
  ["första halvåret 2025", "2025-01/2025-06", "2025-01-01", "2025-06-30"],
  ["H2 2025", "2025-07/2025-12", "2025-07-01", "2025-12-31"],
  ["årsskiftet 2025/26", "2025-12-01~/2026-01-31~", "2025-12-01", "2026-01-31"],
  ["årsskiftet 2025/2026", "2025-12-01~/2026-01-31~", "2025-12-01", "2026-01-31"],
  ["våren 2024", "2024-21", "2024-03-01", "2024-05-31"],
  ["sommaren 2024", "2024-22", "2024-06-01", "2024-08-31"],
  ["hösten 2024", "2024-23", "2024-09-01", "2024-11-30"],
  ["Ho\u0308sten 2024", "2024-23", "2024-09-01", "2024-11-30"],
  ["vintern 2023", "2023-24", "2023-01-01", "2024-02-29"],
  ["vintern 2023/24", "2023-12-01/2024-02-29", "2023-12-01", "2024-02-29"],
  ["senhösten 2022", "2022-10-01~/2022-12-31~", "2022-10-01", "2022-12-31"],
  ["tidigt under 2026", "2026-01-01~/2026-04-30~", "2026-01-01", "2026-04-30"],
  ["mitten av 2026", "2026-05-01~/2026-08-31~", "2026-05-01", "2026-08-31"],
  ["slutet av 2026", "2026-09-01~/2026-12-31~", "2026-09-01", "2026-12-31"],
  ["början av februari 2024", "2024-02-01~/2024-02-10~", "2024-02-01", "2024-02-10"],
  ["mitten av februari 2024", "2024-02-11~/2024-02-20~", "2024-02-11", "2024-02-20"],
  ["slutet av februari 2024", "2024-02-21~/2024-02-29~", "2024-02-21", "2024-02-29"],
  ["ca 2024-06", "2024-06~", "2024-06-01", "2024-06-30", "DateApproximate"],
  ["ca cirka 2024", "2024~", "2024-01-01", "2024-12-31", "DateApproximate"],
  ["fr.o.m. 2024-06-01", "2024-06-01/..", "2024-06-01", null],
  ["före 2024-06", "../2024-05-31", null, "2024-05-31"],
  ["klart före utgången av 2024", "2024", "2024-01-01", "2024-12-31"],
  ["före början av 2026", "../2025-12-31~", null, "2025-12-31"],
  ["efter juli 2024", "2024-08-01/..", "2024-08-01", null],
  ["tidigast efter 2024", "2025-01-01/..", "2025-01-01", null],
  ["tidigast ca 2024-06", "2024-06-01~/..", "2024-06-01", null, "DateApproximate"],
  ["ej tidigare än 2024-06", "2024-06-01/..", "2024-06-01", null],
  ["inte senare än 2024-06", "2024-06", "2024-06-01", "2024-06-30"],
  ["efter januari–mars 2025", "2025-04-01/..", "2025-04-01", null],
  ["2024-06-30 eller tidigare", "2024-06-30", "2024-06-30", "2024-06-30"],
  ["v. 52 2024–v. 2 2025", "2024-12-23/2025-01-12", "2024-12-23", "2025-01-12"],
  ["början av maj–slutet av juni 2024", "2024-05-01~/2024-06-30~", "2024-05-01", "2024-06-30"],
  ["mitten av Q1 2025", "2025-01-31~/2025-03-01~", "2025-01-31", "2025-03-01"],
  ["T3 2024", "2024-39", "2024-09-01", "2024-12-31"],
  ["sista kvartalet 2024", "2024-36", "2024-10-01", "2024-12-31"],
  ["1-jul-2024", "2024-07-01", "2024-07-01", "2024-07-01"],
  ["tills vidare", "../..", null, null],
  ["på obestämd tid", "../..", null, null],
  ["Löpande.", "../..", null, null]
]

const unread: ReadonlyArray<readonly [words: string, oddity: Oddity]> = [
  ["2021-02-29", "DateImpossible"],
  ["2024-06-31", "DateImpossible"],
  ["0000-00-00", "DateImpossible"],
  ["2021-13", "DateImpossible"],
  ["2021-00", "DateImpossible"],
  ["31/4 2021", "DateImpossible"],
  ["20241301", "DateImpossible"],
  ["2023-2021", "DateImpossible"],
  ["v. 53 2021", "DateImpossible"],
  ["v. 54 2020", "DateImpossible"],
  ["v. 0 2021", "DateImpossible"],
  ["vintern 2024/26", "DateImpossible"],
  ["årsskiftet 2025/27", "DateImpossible"],
  ["03/04/2026", "DateAmbiguous"],
  ["i december", "DateWithoutYear"],
  ["", "DateIsProse"],
  ["30 juni", "DateWithoutYear"],
  ["under hösten", "DateWithoutYear"],
  ["tidigast vecka 23", "DateWithoutYear"],
  ["april/maj", "DateWithoutYear"],
  ["jul 2024", "DateAmbiguous"],
  ["i jul 2024", "DateAmbiguous"],
  ["efter jul 2024", "DateAmbiguous"],
  ["slutet av jul 2024", "DateAmbiguous"],
  ["jul-aug 2024", "DateAmbiguous"],
  ["Jul-2024", "DateAmbiguous"],
  ["påsk 2025", "DateIsProse"],
  ["midsommar 2025", "DateIsProse"],
  ["före vintern 2025", "DateAmbiguous"],
  ["före 2024-", "DateTruncated"],
  ["efter tills vidare", "DateIsProse"],
  ["mars–jan 2024", "DateAmbiguous"],
  ["2024-08 till 2024-05", "DateImpossible"],
  ["31/4-30/6 2024", "DateImpossible"],
  ["vecka 50-54 2025", "DateImpossible"],
  ["v 23, 24 2025", "SeveralDates"],
  ["13/2024", "DateImpossible"],
  ["202405", "DateIsProse"],
  ["22-10-03-05", "DateIsProse"],
  ["22-10", "DateAmbiguous"],
  ["22-10 till 22-12", "DateAmbiguous"],
  ["23-02-29", "DateImpossible"],
  ["24-02-30", "DateImpossible"],
  ["30-02-24", "DateAmbiguous"],
  ["31-04-24", "DateAmbiguous"],
  ["30/02/24", "DateAmbiguous"],
  ["före 1000-01-01", "DateImpossible"],
  ["1177", "DateIsProse"],
  ["Bokas via 1177", "DateIsProse"],
  ["Se kommunallagen (2017:725)", "DateIsProse"],
  ["2017:725", "DateIsProse"],
  ["dnr 2021-0412", "DateIsProse"],
  ["Breddinförandet innebär att det per september finns ca 100 VC ...", "DateIsProse"],
  ["2021-12-31 eller 2022-06-30", "SeveralDates"],
  ["hösten 2024/våren 2025", "SeveralDates"],
  ["januari, februari och mars 2025", "SeveralDates"]
]

describe("a convention", () => {
  const rows = conventions.map(([words, edtf, earliest, latest, oddity]) => ({
    date: { words, edtf, earliest, latest },
    oddities: oddity === undefined ? [] : [oddity],
    whole: true,
    understood: null
  }))
  it.each(rows)("reads $date.words as $date.edtf", (reading) => {
    expect(readDate(reading.date.words)).toEqual(reading)
  })

  it.each(unread)("leaves %j as words: %s", (words, oddity) => {
    const reading = readDate(words)
    expect(reading.date).toEqual({ words, edtf: null, earliest: null, latest: null })
    expect(reading.oddities).toEqual([oddity])
  })
})

describe("prose that holds one date", () => {
  it.each<readonly [words: string, understood: string]>([
    ["Klart 2024\u201106\u201130 enligt plan", "2024\u201106\u201130"],
    ["Blir klart före 2025-06-30 nog", "före 2025-06-30"],
    ["Tas i drift efter den 5 maj 2024.", "efter den 5 maj 2024"],
    ["Tas i drift (från och med 2024-05)", "från och med 2024-05"],
    ["Kan inte bli av inte före 2025", "inte före 2025"],
    ["Hud slutet av våren 2025 nog", "slutet av våren 2025"],
    ["Klart mellan 2024-05 och 2024-08 nog", "mellan 2024-05 och 2024-08"],
    ["Klart v 23–v 25 2025 nog", "v 23–v 25 2025"],
    ["İİ klart hösten 2024 nu", "hösten 2024"],
    ["Kopplas till Agenda 2030", "2030"],
    ["Office 2016", "2016"],
    ["Avvaktar, se protokoll 2024-02-15", "2024-02-15"],
    ["Care Act (2000)", "2000"],
    ["Will slip beyond 2025", "beyond 2025"],
    ["Blir klart före 2025-06-30, tror vi", "före 2025-06-30"],
    ["Klart ca 2025-06 på hud", "ca 2025-06"],
    ["Startar januari–mars 2025 i drift", "januari–mars 2025"]
  ])("prose with one date is not read, and the date is named: %j", (words, understood) => {
    expect(readDate(words)).toEqual({
      date: PlannedDate.unread(words),
      oddities: ["DateIsProse"],
      whole: false,
      understood
    })
  })

  it.each([
    ["Infört juni eller juli 2024 nog", "SeveralDates"],
    ["Infört våren, 2024-06-30 nog", "SeveralDates"],
    ["Infört 2024-06-30, maj på hud", "SeveralDates"],
    ["Infört Q1 och Q3 2025 nog", "SeveralDates"],
    ["Infört 15 och 16 maj 2024 nog", "SeveralDates"],
    ["Infört 2024 och 2025 nog", "SeveralDates"],
    ["Infört läsåret 2024/25 nog", "DateIsProse"],
    ["Infört enligt 5/2024 nog", "DateIsProse"],
    ["Infört 3 månader efter 2024-06-30 nog", "DateIsProse"],
    ["Infört veckan före den 5 maj 2024 nog", "DateIsProse"],
    ["Infört sista veckan i juni 2024 nog", "DateIsProse"],
    ["Infört före jul 2024 nog", "DateAmbiguous"],
    ["Infört till påsk 2025 nog", "DateIsProse"],
    ["Infört enligt avd-juni 2024 nog", "DateIsProse"],
    ["Infört om 10-12 veckor", "DateIsProse"],
    ["Infört nr 240501 nog", "DateIsProse"]
  ] as const)("prose is not read beyond what is understood: %j", (words, oddity) => {
    const reading = readDate(words)
    expect(reading.date).toEqual({ words, edtf: null, earliest: null, latest: null })
    expect(reading.oddities).toEqual([oddity])
  })

  it("prose with one date is not read if that day does not exist", () => {
    expect(readDate("2021-02-29 enligt plan").date.edtf).toBeNull()
    expect(readDate("2021-02-29 enligt plan").oddities).toContain("DateImpossible")
  })

  it("no date is understood where the end of the search cuts it", () => {
    for (let length = 988; length <= 1000; length++) {
      expect([null, "2024-06-30"]).toContain(
        readDate(`${"x".repeat(length - 1)} 2024-06-30 ${"y".repeat(50)}`).understood
      )
    }
  })
})

/** Counts weeks from the first Monday of 2000. A week belongs to the year of its Thursday. */
const weeksOf40Years = () => {
  const weeks: Array<{ readonly year: number; readonly week: number; readonly monday: number }> = []
  let year = 2000
  let week = 1
  for (let monday = Day.toNumber(Day.of(2000, 1, 3)); year < 2040; monday += 7) {
    weeks.push({ year, week, monday })
    const nextThursday = new Date((monday + 10) * 86_400_000).getUTCFullYear()
    week = nextThursday === year ? week + 1 : 1
    year = nextThursday
  }
  return weeks
}

describe("a week", () => {
  const weeks = weeksOf40Years()

  it("a week runs from its ISO Monday to its Sunday, in all weeks of 40 years", () => {
    expect(weeks).toHaveLength(2087)
    for (const { monday, week, year } of weeks) {
      expect(readDate(`v. ${week} ${year}`).date).toMatchObject({
        earliest: Day.fromNumber(monday),
        latest: Day.fromNumber(monday + 6)
      })
    }
  })

  it("week 53 is impossible in a year of 52 weeks", () => {
    const long = new Set(weeks.filter(({ week }) => week === 53).map(({ year }) => year))
    expect([...long]).toEqual([2004, 2009, 2015, 2020, 2026, 2032, 2037])
    for (let year = 2000; year < 2040; year++) {
      expect(readDate(`v. 53 ${year}`).oddities).toEqual(long.has(year) ? [] : ["DateImpossible"])
    }
  })
})

describe("the search", () => {
  it.each<readonly [text: string, found: ReadonlyArray<string>]>([
    ["70 av 82\nI november 2024 användes det", ["november 2024"]],
    ["57 av 82 i november 2024", ["november 2024"]],
    ["antal 12\nnovember 2024", ["november 2024"]],
    ["the 3rd of June 2024", ["the 3rd of June 2024"]],
    ["klart 2024-06-30\n2024-12-31", ["2024-06-30", "2024-12-31"]]
  ])("takes no number of a line before, or before a preposition, for a day: %j", (text, found) => {
    expect(expressionsIn(text).flatMap(({ outcome, words }) => (typeof outcome === "string" ? [] : [words]))).toEqual(
      found
    )
  })
})
