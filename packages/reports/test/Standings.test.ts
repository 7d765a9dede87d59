/**
 * How activities stand: each in one way, so that the counts add up, and a headline that the facts bear out.
 */
import { describe, expect, it } from "@effect/vitest"
import { readDate } from "@frist/domain/dates/DateReading"
import { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import { logOf } from "../../domain/test/given.ts"
import { history as made, Steps } from "../../domain/test/histories.ts"
import { History } from "@frist/projections/History"
import { reportContext } from "../src/ReportContext.ts"
import { reportHistory } from "../src/ReportAssembly.ts"
import { headlineOf, summarySection } from "../src/sections/SummarySection.ts"
import { countOf, directionOf, standingsOf } from "../src/Standings.ts"
import { standings } from "../src/Standing.ts"
import { phrases } from "../src/words/Phrases.ts"
import { day } from "../../editions/test/sampleEditions.ts"
import { sample } from "./logs.ts"

const contextOf = (history: History) => reportContext(history, phrases("sv"))
/** Every history at the day of each of its reviews, and a day later. */
const historiesOf = (log: Parameters<typeof History.of>[0]): ReadonlyArray<History> => {
  const held = new Set(log.flatMap(({ event }) => (event?._tag === "ReviewHeld" ? [event.heldOn] : [])))
  const days = [...held].flatMap((on) => [on, Day.fromNumber(Day.toNumber(on) + 1)])
  return days.map((on) => History.of(log, { asOf: on, today: on }))
}
const firstNumbers = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
const read = (word: string): number => {
  const at = firstNumbers.indexOf(word.toLowerCase())
  return at === -1 ? Number(word) : at
}

describe("the standings", () => {
  it.prop(
    "add up to the activities that were ongoing, in numbers and in the sentence",
    [Steps],
    ([steps]) => {
      for (const history of historiesOf(logOf(made(steps, false)))) {
        const own = standingsOf(history)
        expect(standings.reduce((sum, each) => sum + countOf(own, each), 0)).toBe(own.of.size)
        const [block] = summarySection(contextOf(history)).blocks
        const sentence = block?._tag === "Sentences" ? block.sentences[0]?.text : undefined
        const [, of, parts] = /^Av (\d+) pågående[^:]*: (.*)\.$/u.exec(sentence ?? "") ?? []
        if (of === undefined || parts === undefined) continue
        const sum = parts.split(", ").reduce((total, part) => total + Number.parseInt(part, 10), 0)
        expect(sum).toBe(Number(of))
      }
    },
    { arbitrary: { runs: 60 } }
  )

  it.prop(
    "bear out the headline",
    [Steps],
    ([steps]) => {
      for (const history of historiesOf(logOf(made(steps, false)))) {
        const [, n, of, what] =
          /^(?!Ingen)(\S+) av (\S+) aktivitet(?:er)? (är senarelagd|har passerat|saknas|har blivit)/u.exec(
            headlineOf(contextOf(history))
          ) ?? []
        if (n === undefined || of === undefined || what === undefined) continue
        // Counted anew, without the standings.
        const before = history.previousReview?.plan.activities ?? history.plan.activities
        const borne = [...before.values()].filter((was) => {
          const now = history.plan.activities.get(was.id)
          if (now === undefined || was.kind !== "activity" || isClosed(was.status)) return what === "saknas"
          const from = history.previousReview === null ? now.original : was.deadline
          if (what === "är senarelagd") return !PlannedDate.same(from, now.deadline)
          if (what === "har passerat") return PlannedDate.lateness(now.deadline, history.times.today) === "certainly"
          if (what === "har blivit") return isClosed(now.status)
          return now.findings.some(({ finding }) => finding.code === "RowVanished")
        })
        expect(read(n)).toBeGreaterThan(0)
        expect(read(n)).toBeLessThanOrEqual(borne.length)
        expect(read(n)).toBeLessThanOrEqual(read(of))
      }
    },
    { arbitrary: { runs: 60 } }
  )

  it("of the sample are those of its documents", () => {
    const own = standingsOf(reportHistory(sample, { heldOn: day("2024-06-17") }))
    expect(standings.map((each) => [each, countOf(own, each)]).filter(([, n]) => n !== 0)).toEqual([
      ["postponed", 7],
      ["completed", 1],
      ["passed", 2],
      ["missing", 1],
      ["unchanged", 1]
    ])
    expect(own.contradicted).toBe(1)
    expect(own.added).toBe(1)
  })

  it("name the postponed that they do not count, so that the summary and the chart agree", () => {
    const [block] = summarySection(contextOf(reportHistory(sample, { heldOn: day("2024-12-16") }))).blocks
    expect(block?._tag === "Sentences" ? block.sentences.map(({ text }) => text) : []).toContain(
      "Senarelagt är också något som inte pågick då: 1177 Webbtidbokning, medicinmottagningen."
    )
  })
})

const direction = (from: string, to: string) => directionOf(readDate(from).date, readDate(to).date)

describe("a date", () => {
  it("moved later, earlier, or in a way that its words do not say", () => {
    expect(direction("2024-06-30", "2024-12-31")).toBe("postponed")
    expect(direction("2024-06", "hösten 2024")).toBe("postponed")
    expect(direction("2024-", "2025")).toBe("postponed")
    expect(direction("2025-06-30", "2024-12-31")).toBe("earlier")
    expect(direction("2024", "hösten 2024")).toBe("changed")
    expect(direction("2024-", "2024-06")).toBe("changed")
    expect(direction("på obestämd tid", "2024-06")).toBe("changed")
  })
})
