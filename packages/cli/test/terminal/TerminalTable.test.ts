/**
 * Tables for a terminal with unusual cells.
 */
import { describe, expect, it } from "@effect/vitest"
import { History } from "@frist/projections/History"
import { namesIn } from "../../src/terminal/ActivityName.ts"
import { boardText } from "../../src/terminal/views/BoardText.ts"
import { historyText } from "../../src/terminal/views/HistoryText.ts"
import { commandPhrases } from "../../src/texts/CommandPhrases.ts"
import { printable } from "../../src/terminal/TerminalTable.ts"
import { Day } from "@frist/domain/Day"
import { activityHistory } from "@frist/projections/ActivityHistory"
import { board } from "@frist/projections/Board"
import { logOf } from "../../../domain/test/given.ts"
import { noted, opened, registered, webb } from "../../../domain/test/sample.ts"

const times = { today: Day.of(2024, 2, 1) }
const canvas = { width: 100, colour: false }
const lines = "\n".repeat(400_000)

describe("a table", () => {
  it("holds a cell of hundreds of thousands of lines", () => {
    const log = logOf([opened, registered(webb, { area: `Webb${lines}bok` }), noted(webb, `Först${lines}sist`)])
    expect(
      boardText(board(History.of(log, times)), namesIn(History.of(log, times).plan), commandPhrases("sv"), canvas)
    ).toMatch(/Webb\s+bok/u)
    expect(historyText(activityHistory(History.of(log, times), webb), String, commandPhrases("sv"), canvas)).toMatch(
      /Först[^]*sist/u
    )
  })
})

describe("a history", () => {
  it("shows what a follow-up adds and strikes out, and the whole of a note typed by hand", () => {
    const document = { document: "juni.docx", sha256: "0".repeat(64), table: null, row: null, column: null }
    const log = logOf([
      opened,
      registered(webb),
      noted(webb, "Gammal rad.\nKvarstår."),
      noted(webb, "Av mig."),
      noted(webb, "Ny rad.\nGammal rad."),
      noted(webb, "Gammal rad.\nNy rad.")
    ]).map((record) => (record.position === 4 ? record : { ...record, source: document }))
    const text = historyText(activityHistory(History.of(log, times), webb), String, commandPhrases("sv"), {
      width: 200,
      colour: false
    })
    const words = text.replace(/\s+/gu, " ")
    expect(words).toMatch(/Gammal rad\..* Av mig\..* Ny rad\..* Borttaget: Kvarstår\..* Gammal rad\..* Ny rad\./u)
    expect([words.match(/Av mig/gu), words.match(/Gammal rad/gu)].map((found) => found?.length)).toEqual([1, 2])
  })
})

describe("text for a terminal", () => {
  it.each([
    ["a\u00adb", "a‹U+00AD›b"],
    ["a\u200bb", "a‹U+200B›b"],
    ["\ufeffa", "‹U+FEFF›a"],
    ["a\u{e0041}b", "a‹U+E0041›b"],
    ["1\u200d2", "1‹U+200D›2"],
    ["a\u200d", "a‹U+200D›"],
    ["a\u202eb\u001bc", "a‹U+202E›b‹U+001B›c"]
  ])("invisible characters are shown as codes: %j", (text, shown) => expect(printable(text)).toBe(shown))

  it.each(["می\u200cخواهم", "क्\u200dष", "👩\u200d👩\u200d👧", "👩🏽\u200d💻", "❤\ufe0f\u200d🔥", "å\nä"])(
    "keeps the joiners of words and emoji: %j",
    (text) => expect(printable(text)).toBe(text)
  )
})
