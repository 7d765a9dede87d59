/**
 * Laws of every reading, for any text in the cell: it ends, keeps the words, orders its bounds, and does not depend on
 * the time zone of the computer.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Day } from "../src/Day.ts"
import { expressionsIn, readDate } from "../src/dates/DateReading.ts"
import { processorTime } from "./processorTime.ts"

const between = (minimum: number, maximum: number) => Schema.Int.check(Schema.isBetween({ minimum, maximum }))

/** Wordings that often name a day that does not exist. Y, A and B are numbers, M is a month. */
const shapes = [
  "Y-A-B",
  "Y-A",
  "Y-A-",
  "Y-",
  "Y",
  "A/B Y",
  "A.B.Y",
  "B M Y",
  "M Y",
  "mitten av M Y",
  "sent Y",
  "v. B Y",
  "QA Y",
  "Y-Q",
  "hösten Y",
  "vintern Y",
  "Y-Z",
  "ca Y-A",
  "efter Y-A-B",
  "Klart Y-A-B nog",
  "före Y-A-B",
  "före vintern Y",
  "slutet av QA Y",
  "M–maj Y",
  "M/maj Y",
  "A–B maj Y",
  "v. A-B Y",
  "Y-A till Y-B",
  "Klart två veckor före B M Y nog"
]
const names = ["januari", "feb", "mars", "april", "maj", "juni", "juli", "aug", "september", "oktober", "nov", "dec"]

const wording = (shape: string, year: number, a: number, b: number) =>
  shape
    .replace("Y", String(year))
    .replace("A", String(a).padStart(2, "0"))
    .replace("B", String(b).padStart(2, "0"))
    .replace("M", names[a % 12] ?? "")
    .replace("Z", String(year + b - 5))

const wordings = { shape: Schema.Literals(shapes), year: between(1900, 2099), a: between(0, 14), b: between(0, 32) }

/** Dates, and words that may surround one. */
const dates = [
  "2024-06-30",
  "2024-06",
  "juni 2024",
  "hösten 2024",
  "v. 23 2025",
  "Q2 2025",
  "2025",
  "början av maj 2024"
]
const others = ["", "januari", "mars", "våren", "Q1", "v. 7", "1/5", "2023-02", "jul 2023"]
const joints = ["–", " - ", "-", "--", "/", " ", ", ", " och ", " eller ", " till "]

const keepsWordsAndOrder = (words: string) => {
  const { date, oddities, understood } = readDate(words)
  expect(date.words).toBe(words)
  if (date.earliest !== null && date.latest !== null) expect(date.earliest <= date.latest).toBe(true)
  if (date.edtf === null) {
    expect([date.earliest, date.latest]).toEqual([null, null])
    expect(oddities).not.toHaveLength(0)
  }
  for (const day of [date.earliest, date.latest]) if (day !== null) expect(Schema.is(Day)(day)).toBe(true)
  if (understood !== null) {
    expect(date.edtf).toBeNull()
    expect(words).toContain(understood)
  }
}

describe("a reading", () => {
  it.prop("keeps any words as they are", [Schema.String], ([words]) => keepsWordsAndOrder(words), {
    arbitrary: { runs: 1000, size: 60 }
  })

  it.prop(
    "ends no earlier than it begins",
    wordings,
    ({ a, b, shape, year }) => keepsWordsAndOrder(wording(shape, year, a, b)),
    { arbitrary: { runs: 2000 } }
  )

  it.prop(
    "a reading of a day is that day, or none if the calendar lacks it",
    [between(1900, 2099), between(0, 13), between(0, 32)],
    ([year, month, day]) => {
      const words = wording("Y-A-B", year, month, day)
      const moment = new Date(Date.UTC(year, month - 1, day))
      const expected = moment.toISOString().startsWith(words) ? words : null
      expect(readDate(words).date).toEqual({ words, edtf: expected, earliest: expected, latest: expected })
    },
    { arbitrary: { runs: 2000 } }
  )

  it.prop(
    "a date found in prose is all of the date, or is not understood",
    {
      one: Schema.Literals(dates),
      other: Schema.Literals(others),
      joint: Schema.Literals(joints),
      front: Schema.Boolean
    },
    ({ front, joint, one, other }) => {
      const words = other === "" ? one : front ? `${other}${joint}${one}`.trim() : `${one}${joint}${other}`.trim()
      const [alone, inside] = [readDate(words), readDate(`Hud: ${words} nog`)]
      expect(inside.date.edtf).toBeNull()
      if (alone.date.edtf === null) expect(inside.understood).toBeNull()
      else if (inside.understood !== null) {
        expect({ ...readDate(inside.understood).date, words }).toEqual({ ...alone.date, words })
      }
    },
    { arbitrary: { runs: 2000 } }
  )

  it.prop(
    "the periods before, within and after a date cover every day once",
    wordings,
    ({ a, b, shape, year }) => {
      const [within, before, after] = ["", "före ", "efter "].map((word) =>
        readDate(`${word}${wording(shape, year, a, b)}`)
      )
      if (within === undefined || within.date.earliest === null || before?.date.latest == null) return
      expect(Day.between(before.date.latest, within.date.earliest)).toBe(1)
      expect(before.date.earliest).toBeNull()
      if (within.date.latest === null || after?.date.earliest == null) return
      expect(Day.between(within.date.latest, after.date.earliest)).toBe(1)
      expect(after.date.latest).toBeNull()
    },
    { arbitrary: { runs: 2000 } }
  )

  it.prop(
    "what it writes as EDTF is read back as the same date",
    wordings,
    ({ a, b, shape, year }) => {
      const { words: _, ...date } = readDate(wording(shape, year, a, b)).date
      if (date.edtf === null) return
      expect(readDate(date.edtf).date).toEqual({ words: date.edtf, ...date })
    },
    { arbitrary: { runs: 2000 } }
  )

  it.prop(
    "the search returns each expression with its place in the text",
    { ...wordings, before: Schema.String },
    ({ a, b, before, shape, year }) => {
      const text = `${before} ${wording(shape, year, a, b)} ${before}`
      for (const { at, words } of expressionsIn(text)) {
        expect(text.slice(at, at + words.length)).toBe(words)
        expect(words.trim()).toBe(words)
      }
    },
    { arbitrary: { runs: 500 } }
  )
})

const long = 100_000
const hostile: ReadonlyArray<readonly [name: string, words: string]> = [
  ["emoji", "👩‍👩‍👧‍👦".repeat(9000)],
  ["controls", "\u0000\u0007\u001b[31m\u202e".repeat(12_000)],
  ["lone surrogates", "\ud800 2024-06 \udc00"],
  ["lone surrogates by the thousand", "\udc00\ud800".repeat(50_000)],
  ["full stops before a letter", `${".".repeat(long)}x`],
  ["blanks before a letter", `${" ".repeat(long)}x`],
  ["prefixes", "i ".repeat(long / 2)],
  ["prefixes before a year", `${"senast ".repeat(14_000)}2024`],
  ["openings before a year", `${"efter ".repeat(16_000)}2024`],
  ["approximations before a year", `${"ca ".repeat(33_000)}2024`],
  ["prefixes just short enough to be tried", "i ".repeat(499)],
  ["parts of a year", `tidigt${" under".repeat(20_000)}`],
  ["years", "2024-".repeat(20_000)],
  ["digits", "1".repeat(long)],
  ["commas", `q1${",".repeat(long)}`],
  ["capital dotted i", "İ".repeat(long)],
  ["months", "sept".repeat(25_000)],
  ["ranges", "jan-".repeat(249)],
  ["ranges with spaces", "2024-05 till ".repeat(76)],
  ["quarters", "Q1-".repeat(330)],
  ["days of months", "1/5-".repeat(249)],
  ["days without a year", `${"1/5/".repeat(19)}x`],
  ["words that change a date", `${"efter före ".repeat(90)}2024`],
  ["qualifications", `${"första veckan i ".repeat(60)}2024`],
  ["words of several languages", "to jul von mi- till ".repeat(50)],
  ["words of several meanings before a year", `${"von jul to ".repeat(14)}2024`],
  ["members of a set", `{${"2024-06-30,".repeat(90)}2024}`],
  ["intervals", "2024/".repeat(199)],
  ["full stops of EDTF", "../".repeat(333)],
  ["soft hyphens", `2024${"\u00ad".repeat(900)}-06-30`],
  ["marks", `2024${"\u0301".repeat(900)}-06-30`],
  ["no-break spaces", "2024\u00a0".repeat(199)],
  ["brackets", "(".repeat(1000)],
  ["days and full stops", "1.6.–".repeat(199)],
  ["times of day", `2024-06-30 ${"12:00:".repeat(160)}`],
  ["weekdays", "fredag ".repeat(140)],
  ["what changes nothing", `${"klart: ".repeat(140)}2024`]
]

describe("hostile words", () => {
  it("are read within a millisecond each, as a mean", () => {
    const texts = hostile.map(([, words]) => words.slice(0, 1000))
    const all = () => texts.forEach((words) => readDate(words))
    all()
    const start = processorTime()
    for (let round = 0; round < 10; round++) all()
    // Ten times the time of a quiet computer.
    expect((processorTime() - start) / (10 * texts.length)).toBeLessThan(10)
  })

  it.each(hostile)("are given back, and soon: %s", (_, words) => {
    const start = processorTime()
    keepsWordsAndOrder(words)
    expect(processorTime() - start).toBeLessThan(1000)
  })
})
