/**
 * The widths of columns: no word breaks if there is room for it, and the column with the most text gets the rest.
 */
import { describe, expect, it } from "@effect/vitest"
import { longestWord, widthsOf } from "../src/ColumnWidths.ts"
import { paperWidths } from "../src/PaperWidths.ts"
import type { ReportColumn, ReportTable } from "../src/Report.ts"

type Kind = ReportColumn["kind"]

const tableOf = (columns: ReadonlyArray<readonly [Kind, string, ...ReadonlyArray<string>]>): ReportTable => ({
  _tag: "Table",
  id: "t",
  caption: "",
  asInSource: false,
  empty: "",
  columns: columns.map(([kind, heading]) => ({ key: heading, heading, kind })),
  rows: (columns[0]?.slice(2) ?? []).map((_, at) => ({
    activity: null,
    mark: null,
    cells: columns.map((column) => ({ text: column[at + 2] ?? "" }))
  }))
})

/** The width of a status beside a column with much text. */
const besideMuch = (status: string): number =>
  widthsOf(
    tableOf([
      ["status", "Status", status],
      ["long", "Uppföljning", "Det går framåt. ".repeat(1000)]
    ])
  )[0] ?? 0

/** The widths of a document's table with a follow-up of these words. */
const board = (words: string): ReadonlyArray<number> =>
  widthsOf({
    ...tableOf([
      ["name", "Område", "Digitaliseringsprojekt"],
      ["long", "Mål", "Alla mottagningar erbjuder webbtidbokning"],
      ["date", "Tid", "2024-06-30"],
      ["long", "Uppföljning", words]
    ]),
    asInSource: true,
    columns: ["area", "goal", "deadline", "followUp"].map((key, at) => ({
      key,
      heading: key,
      kind: (["name", "long", "date", "long"] as const)[at] ?? "text"
    }))
  })

describe("the widths of columns", () => {
  it("add up to the whole table", () => {
    const widths = widthsOf(
      tableOf([
        ["name", "Område", "Elab"],
        ["long", "Mål", "Alla"],
        ["date", "Tid", "2024"]
      ])
    )
    expect(Math.abs(widths.reduce((sum, width) => sum + width, 0) - 100)).toBeLessThan(3)
  })

  it("have room for a word of twenty letters, even where another column has a hundred times as much text", () => {
    const [, responsible = 0, followUp = 0] = widthsOf(
      tableOf([
        ["name", "Område", "Elab"],
        ["text", "Ansvarig", "Specialistfunktionen"],
        ["long", "Uppföljning", "Det går framåt. ".repeat(100)]
      ])
    )
    expect(responsible).toBeGreaterThanOrEqual(12)
    expect(followUp).toBeGreaterThan(60)
  })

  it("follow the square roots of the columns' texts where there is room for every word", () => {
    const [few = 0, many = 0] = widthsOf(
      tableOf([
        ["long", "Mål", "ord ".repeat(50)],
        ["long", "Uppföljning", "ord ".repeat(450)]
      ])
    )
    expect([few, many]).toEqual([25, 75])
  })

  it("shrink in proportion where words need more than the whole table", () => {
    const long = "Verksamhetsförändringsarbete"
    const widths = widthsOf(tableOf(Array.from({ length: 12 }, (_, at) => ["long", `Spalt ${at}`, long] as const)))
    expect(new Set(widths)).toEqual(new Set([8]))
  })

  it("give the follow-up of a document about 40 per cent, where it has most of the words", () => {
    expect(board("Det går framåt. ".repeat(30))[3]).toBeGreaterThanOrEqual(38)
    expect(board("Nej")[3]).toBeLessThan(20)
  })

  it("give words that would break beside the follow-up of a document room from it", () => {
    const goal = "Patientflöden/grupper identifieras på specialistmottagningarna"
    const many = [
      ["area", "name", "Självincheckning"],
      ["goal", "long", goal],
      ["actions", "long", goal],
      ["deadline", "date", "2021-12-31"],
      ["responsible", "text", "Verksamhetschef (med stöd av specialistfunktion)"],
      ["status", "status", "Försenat"],
      ["followUp", "long", "Det går framåt. ".repeat(60)],
      ["newDeadline", "date", "2024-12-31"],
      ["countedAs", "text", ""],
      ["course", "course", "dec 2021"]
    ] as const
    const widths = widthsOf({
      ...tableOf(many.map(([key, kind, text]) => [kind, key, text] as const)),
      asInSource: true,
      columns: many.map(([key, kind]) => ({ key, heading: key, kind }))
    })
    expect(widths[0]).toBeGreaterThanOrEqual(9)
    expect(widths[6]).toBeGreaterThanOrEqual(23)
  })

  it("keep a long name whole on an upright sheet", () => {
    const widths = paperWidths(
      tableOf([
        ["name", "Aktivitet", "1177 Webbtidbokning, ögonmottagningen"],
        ["date", "Från", "Implementeringsplaneringen 2024-06-30"],
        ["date", "Till", "Förvaltningsgemensamma hösten 2024"],
        ["number", "Senarelagd", "2–6 månader, 63–182 dagar"],
        ["text", "Mot ursprungligt", "2 gånger, 975–1 095 dagar"],
        [
          "long",
          "Uppföljningen säger",
          "Självincheckningsapparater nedprioriterade på grund av många nyanställningar. ".repeat(40)
        ]
      ]),
      "portrait"
    )
    // Sixteen bold letters and the padding of the cell.
    expect(widths[0]).toBeGreaterThanOrEqual(18)
  })

  it("lose no fraction of a per cent that the longest word of a heading needs", () => {
    for (let columns = 4; columns <= 6; columns += 1) {
      const dates = Array.from({ length: columns - 1 }, () => ["date", "Ursprungligt slutdatum", "2023-11-01"] as const)
      const widths = paperWidths(tableOf([["long", "Mål", "Det går framåt. ".repeat(9)], ...dates]), "portrait", 9)
      // Twelve bold letters of nine points and the padding, in per cent of an upright sheet.
      expect(Math.min(...widths.slice(1))).toBeGreaterThanOrEqual(14.4)
    }
  })

  it("on paper break the words that stand there once, and not the one of every row", () => {
    const rows = Array.from({ length: 10 }, (_, at) => (at === 0 ? "Förvaltningsgemensamma planeringen" : "kort"))
    const widths = paperWidths(
      tableOf([
        ["text", "Ansvarig", ...rows.map(() => "Verksamhetschef (med stöd av specialistfunktion)")],
        ["long", "Uppföljning", ...rows.map(() => "Det går framåt. ".repeat(30))],
        ...Array.from({ length: 7 }, (_, at) => ["long", `Spalt ${at}`, ...rows] as const)
      ]),
      "landscape"
    )
    // Seventeen round letters and the padding.
    expect(widths[0]).toBeGreaterThanOrEqual(11)
    expect(widths[2]).toBeLessThanOrEqual(9)
  })

  it("do not part a figure from its unit, which a no-break space joins", () => {
    expect(longestWord("11\u00a0292\u00a0st (jan–okt 2022)")).toBe(9)
  })

  it("keep a short status, and a status with its day, on one line", () => {
    expect(besideMuch("Ej angivet")).toBeGreaterThanOrEqual(9)
    expect(besideMuch("Klart 2024-05-20")).toBeGreaterThanOrEqual(13)
  })
})
