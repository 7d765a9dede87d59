/**
 * Date cells that were filled in an earlier edition, rows that say how to fill in a table, and colours that a document does
 * not explain.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { csv, views } from "../cases/cases.ts"
import { c, row, xlsx } from "../office.ts"

const headings = "Mål;Tid;Ny tid;Status"
const held = (on: string, ...rows: ReadonlyArray<string>) => csv(on, headings, ...rows)

type Shown = Effect.Success<ReturnType<typeof views>>

const emptied = ({ found }: Shown): ReadonlyArray<string> =>
  found.flatMap(({ code, column, words }) => (code === "DateEmptied" ? [`${column}: ${words}`] : []))

describe("a date cell that is empty now", () => {
  it.effect("a date cell that an earlier edition filled is remarked on, and the date still applies", () =>
    Effect.gen(function* () {
      const shown = yield* views(held("2024-01-15", "Skolan;2024-12-31;;Pågår"), held("2024-02-15", "Skolan;;;Pågår"))
      expect(emptied(shown)).toEqual(["Tid: 2024-12-31"])
      expect(shown.ongoing[0]?.deadline?.words).toBe("2024-12-31")
    })
  )

  it.effect("a new date that an earlier edition gave is remarked on by its own column", () =>
    Effect.gen(function* () {
      const shown = yield* views(
        held("2024-01-15", "Skolan;2024-12-31;2025-06-30;Pågår"),
        held("2024-02-15", "Skolan;2024-12-31;–;Pågår")
      )
      expect(emptied(shown)).toEqual(["Ny tid: 2025-06-30"])
    })
  )

  it.effect("a date cell that stays empty gives no event at each edition", () =>
    Effect.gen(function* () {
      const shown = yield* views(
        held("2024-01-15", "Skolan;2024-12-31;;Pågår"),
        held("2024-02-15", "Skolan;;;Pågår"),
        held("2024-03-15", "Skolan;;;Pågår"),
        held("2024-04-15", "Skolan;;;Pågår")
      )
      expect(emptied(shown)).toEqual(["Tid: 2024-12-31"])
      const raised = shown.log.filter(({ event }) => event?._tag === "FindingRaised" && event.code === "DateEmptied")
      expect(raised).toHaveLength(1)
    })
  )

  it.effect.each([
    ["is filled again", ["Skolan;2024-12-31;;Pågår", "Skolan;;;Pågår", "Skolan;2024-12-31;;Pågår"]],
    ["was never filled", ["Skolan;;;Pågår", "Skolan;;;Försenat"]],
    ["is of a row that is done", ["Skolan;2024-12-31;;Pågår", "Skolan;;;Klart 2024-02-10"]],
    ["holds other words", ["Skolan;2024-12-31;;Pågår", "Skolan;efter sommaren någon gång;;Pågår"]]
  ] as const)("a date cell that %s is not remarked on", ([, rows]) =>
    Effect.gen(function* () {
      const shown = yield* views(...rows.map((each, at) => held(`2024-0${at + 1}-15`, each)))
      expect(emptied(shown)).toEqual([])
    })
  )
})

describe("a row that says how to fill in the table", () => {
  it.effect.each([
    ["Åtgärd;Tid;Ansvarig;Status", "Beskriv åtgärden;Fyll i datum;Ange ansvarig;Ange status (pågår/klart)"],
    ["Åtgärd;Tid;Ansvarig;Status", "Skriv åtgärden här;ÅÅÅÅ-MM-DD;;Välj status"],
    ["Action;Due date;Owner;Status", "Describe here;Enter date;Name the owner here;Select …"],
    ["Action;Due date;Owner;Status", "[Describe the action];dd/mm/yyyy;Enter name;Choose an item."],
    ["Tiltak;Frist;Ansvarlig;Status", "Skriv inn tiltak;Fyll inn dato;;Velg status"]
  ] as const)("a row of instructions under %s is no activity: %s", ([head, line]) =>
    Effect.gen(function* () {
      const { found, log, outcomes } = yield* views(csv("2024-01-15", head, line, "Bygg skolan;2024-12-31;Anna;Pågår"))
      expect(log.filter(({ type }) => type === "ActivityRegistered")).toHaveLength(1)
      expect(outcomes[0]?.rowsLeftOut).toBe(0)
      expect(found.flatMap(({ code }) => (code === "InstructionRow" ? [code] : []))).toHaveLength(1)
    })
  )

  it.effect.each([
    "Beskriv processen;2024-12-31;Anna;Pågår",
    "Beskriv processen;;Anna;",
    "Ange mål för alla;Fyll i datum;Anna;Pågår",
    "Rita skisser;Fyll i datum;;Ange status"
  ])("a row that names something to be done is an activity: %s", (line) =>
    Effect.gen(function* () {
      const { log } = yield* views(
        csv("2024-01-15", "Åtgärd;Tid;Ansvarig;Status", line, "Bygg skolan;2024-12-31;Anna;Pågår")
      )
      expect(log.filter(({ type }) => type === "ActivityRegistered")).toHaveLength(2)
    })
  )

  it.effect("a row of instructions further down is no instruction of the table", () =>
    Effect.gen(function* () {
      const { log } = yield* views(
        csv("2024-01-15", "Åtgärd;Tid;Status", "Bygg;2024-12-31;Pågår", "Beskriv målen;Ange datum;Ange status")
      )
      expect(log.filter(({ type }) => type === "ActivityRegistered")).toHaveLength(2)
    })
  )
})

const line = (n: number) =>
  row(n, [c(`A${n}`, `Mål ${n}`), c(`B${n}`, "2030-12-31"), `<c r="C${n}" s="${n % 4 === 0 ? 2 : 1}"/>`])

describe("a colour that the document does not explain", () => {
  it.effect("a colour in many status cells is one finding, and is not recorded again", () =>
    Effect.gen(function* () {
      const fills = ["FFFF0000", "FF00B050"].map(
        (colour) => `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`
      )
      const styles = `<fonts><font/></fonts><fills><fill/><fill/>${fills.join("")}</fills><cellXfs><xf/><xf fillId="2" applyFill="1"/><xf fillId="3" applyFill="1"/></cellXfs>`
      const rows = [
        row(
          1,
          ["Mål", "Tid", "Status"].map((words, at) => c(`${"ABC".charAt(at)}1`, words))
        )
      ]
      for (let n = 2; n <= 21; n++) rows.push(line(n))
      const bytes = xlsx({ styles, sheets: [{ name: "Plan", rows: rows.join("") }] })
      const editions = ["2024-01-15", "2024-02-15"].map((on) => ({ document: "plan.xlsx", bytes, on }))
      const { found, log } = yield* views(...editions)
      const unknown = found.filter(({ code }) => code === "ColourUnknown")
      expect(unknown.map(({ words }) => words)).toHaveLength(2)
      const raised = log.filter(({ event }) => event?._tag === "FindingRaised" && event.code === "ColourUnknown")
      expect(raised).toHaveLength(2)
    })
  )
})
