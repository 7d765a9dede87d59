/**
 * Status cells from one edition to the next: words that state no status end the one before, and the board names them.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { csv, views } from "../cases/cases.ts"

const heading = "Område;Mål;Tid;Status"
const [first, second] = ["2024-01-15", "2024-06-15"] as const
const plan = (on: string, ...statuses: ReadonlyArray<string>) =>
  csv(on, heading, ...statuses.map((status, at) => `Område ${at};Mål ${at};2024-12-31;${status}`))

const shown = ({ ongoing }: Effect.Success<ReturnType<typeof views>>) =>
  ongoing.map(({ status, statusCell }) => [status._tag, statusCell?.code ?? null, statusCell?.words ?? null])

describe("a status cell in the next edition", () => {
  it.effect("a status cell that cannot be read ends the status of the edition before, and the board names it", () =>
    Effect.gen(function* () {
      const after = yield* views(
        plan(first, "Pågår", "Försenad", "Pågår", "Försenad", "Klart 2024-01-10"),
        plan(second, "Genomfört i 2 av 7", "Röd", "Ej påbörjad", "", "Partially completed")
      )
      expect(shown(after)).toEqual([
        ["NotStated", "StatusUnreadable", "Genomfört i 2 av 7"],
        ["NotStated", "StatusUnreadable", "Röd"],
        ["NotStated", "StatusNotBegun", "Ej påbörjad"],
        ["Delayed", null, null],
        ["NotStated", "StatusUnreadable", "Partially completed"]
      ])
      expect(after.closed).toEqual([])
      expect(after.found.map(({ activity, code }) => `${activity} ${code}`)).toContain("omrade-4 RowReopened")
    })
  )

  it.effect("a status cell that is unreadable no longer is so when the next edition states a status", () =>
    Effect.gen(function* () {
      const after = yield* views(plan(first, "?", "?"), plan(second, "Pågår", ""))
      expect(shown(after)).toEqual([
        ["InProgress", null, null],
        ["NotStated", null, null]
      ])
    })
  )

  it.effect("a status cell with a day after the review is a plan, and the board names it", () =>
    Effect.gen(function* () {
      const after = yield* views(plan(first, "Pågår", "Klart 2024-12-31"), plan(second, "Klart 2024-12-31", "?"))
      expect(shown(after)[0]).toEqual(["NotStated", "CompletionAhead", "Klart 2024-12-31"])
    })
  )

  it.effect("a completion on a day that is not read, but has come whichever it is, is done", () =>
    Effect.gen(function* () {
      const after = yield* views(plan(first, "Pågår", "Pågår"), plan(second, "Klart 01-02-2024", "Klart 01-12-2024"))
      expect(shown(after)).toEqual([["NotStated", "CompletionAhead", "Klart 01-12-2024"]])
      expect(after.closed).toHaveLength(1)
    })
  )

  it.effect("a form without a tick ends the status of the edition before, and is not done among the completed", () =>
    Effect.gen(function* () {
      const after = yield* views(plan(first, "Pågår", "Klart 2024-01-10"), plan(second, "☐ Klar ☐ Pågår", "☐ Klar"))
      expect(shown(after)).toEqual([
        ["NotStated", null, null],
        ["NotStated", null, null]
      ])
      expect(after.log.flatMap(({ event }) => (event?._tag === "StatusChanged" ? [event.to._tag] : []))).toEqual([
        "InProgress",
        "Completed",
        "NotStated",
        "NotStated"
      ])
      const done = yield* views(csv(first, "Klara aktiviteter", heading, "Skola;Plats;2024-01-01;☐ Klar"))
      expect(done.closed).toEqual([])
    })
  )

  it.effect("the same edition again records no status", () =>
    Effect.gen(function* () {
      const once = yield* views(plan(first, "Pågår", "Klart 2024-01-10"), plan(second, "?", "Delvis klar"))
      const twice = yield* views(
        plan(first, "Pågår", "Klart 2024-01-10"),
        plan(second, "?", "Delvis klar"),
        plan("2024-07-15", "?", "Delvis klar")
      )
      const changes = ({ log }: typeof once) => log.filter(({ type }) => type === "StatusChanged").length
      expect(changes(twice)).toBe(changes(once))
      expect(shown(twice)).toEqual(shown(once))
    })
  )
})

describe("a legend in words", () => {
  it.effect.each([
    ["above the table", ["Status: grön = klart, gul = pågår; röd = försenad", heading], []],
    ["without commas", ["Grön = klart gul = pågår röd = försenad", heading], []],
    ["below the table", [heading], ["Grön = klart. Gul = pågår. Röd = försenad"]],
    ["a row for each colour", [heading], ["Grön;Klart", "Gul;Pågår", "Röd;Försenad"]],
    ["with signs", ["🟢 Klart 🟡 Pågår 🔴 Försenad", heading], []]
  ] as const)("a legend in words, %s, gives the colours their statuses and is no row", ([, above, below]) =>
    Effect.gen(function* () {
      const rows = ["Röd", "🟡", "grön"].map((status, at) => `Skola ${at};Plats ${at};2024-12-31;${status}`)
      const { closed, ongoing } = yield* views(csv(first, ...above, ...rows, ...below))
      expect(ongoing.map(({ area, status }) => [area, status._tag])).toEqual([
        ["Skola 0", "Delayed"],
        ["Skola 1", "InProgress"]
      ])
      expect(closed.map(({ area }) => area)).toEqual(["Skola 2"])
    })
  )

  it.effect.each(["grön = klart för beslut", "grön = inte klart", "grön = klart (delvis)", "Grönt ljus: klart"])(
    "a legend in words that says anything else gives no status: %s",
    (words) =>
      Effect.gen(function* () {
        const { closed } = yield* views(csv(first, words, heading, "Skola;Plats;2024-12-31;grön"))
        expect(closed).toEqual([])
      })
  )
})

describe("a word that languages read differently", () => {
  it.effect.each([
    ["a Norwegian table", "Område;Mål;Frist;Ansvarlig;Status", "Skole;Ny læreplan;2024-12-31;Rektor;Klar"],
    ["a Danish table", "Område;Mål;Frist;Ansvarlig;Status", "Ældre;Færre fald;2024-12-31;Chef;Klar"],
    ["headings alone", "Område;Mål;Frist;Ansvarlig;Status", "A;B;2024-12-31;C;Klar"]
  ] as const)("klar in %s is ready, and not done", ([, head, row]) =>
    Effect.gen(function* () {
      const { closed, ongoing } = yield* views(csv(first, head.replace("Frist", "Tid"), row))
      expect(closed).toEqual([])
      expect(ongoing[0]?.statusCell).toEqual({ code: "StatusUnreadable", words: "Klar" })
    })
  )

  it.effect("klar in a Swedish table is done, also where one name is Danish", () =>
    Effect.gen(function* () {
      const rows = ["Öresund;Åtgärder på färjorna;2024-12-31;Jørgensen;Klar", "Äldre;Färre fall;2024-12-31;Chef;Klar"]
      const { closed } = yield* views(csv(first, "Område;Mål;Tid;Ansvarig;Status", ...rows))
      expect(closed).toHaveLength(2)
    })
  )
})
