/**
 * Tables in a CSV file as people keep them in a spreadsheet: one below the other with titles, empty rows and repeated
 * headings, or distinguished by a column.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Result from "effect/Result"
import { read } from "./sampleEditions.ts"
import { drawn, remarksOf } from "./office.ts"

const tablesOf = (csv: string) => Result.getOrThrow(read(csv)).tables
const refusalOf = (csv: string) => {
  const result = read(csv)
  return Result.isFailure(result) ? [result.failure.problem, result.failure.detail] : "read"
}

const named = (csv: string) => tablesOf(csv).map(({ kind, name, rows }) => [name, kind, rows.length])

const headings = "Område;Mål;Tid;Status;Ny tid"
const timeline = "Milstolpe;Tid;;;\nElab infört;2023-12-01;;;\nSDV;hösten 2026;;;"
const sheet = `Uppföljning av digital strategi;;;;
Uppdaterad 2024-06-17;;;;
;;;;
Tidslinje;;;;
${timeline}
;;;;
Aktiviteter;;;;
${headings}
Webb;Alla;2024;Pågår;2025
SDV;Införd;2026;;
;;;;
${headings}
Tal;Alla;2025;;
;;;;
Klara aktiviteter;;;;
${headings}
Elab;Infört;2023;KLART 2023-11-30;
`
const threeTables = [
  {
    name: "Tidslinje",
    kind: "timeline",
    rows: [
      ["Elab infört", "2023-12-01"],
      ["SDV", "hösten 2026"]
    ]
  },
  {
    name: "Aktiviteter",
    kind: "activities",
    rows: [
      ["Webb", "Alla", "2024", "Pågår", "2025"],
      ["SDV", "Införd", "2026"],
      ["Tal", "Alla", "2025"]
    ]
  },
  { name: "Klara aktiviteter", kind: "completed", rows: [["Elab", "Infört", "2023", "KLART 2023-11-30"]] }
]

describe("A sheet saved with its titles", () => {
  it.each([
    ["semicolons", sheet],
    ["commas", sheet.replaceAll(";", ",")],
    ["tabs", sheet.replaceAll(";", "\t")],
    ["titles that end where their words do", sheet.replaceAll(/;+$/gmu, "")],
    ["commas and such titles", sheet.replaceAll(/;+$/gmu, "").replaceAll(";", ",")],
    ["no empty rows", sheet.replaceAll(/^;+\n/gmu, "").replace(`2026;;\n${headings}\n`, "2026;;\n")],
    ["the delimiter stated first", `sep=;\n${sheet}`],
    ["the delimiter stated first by a spreadsheet", `\ufeff"sep=|";;;;\r\n${sheet.replaceAll(";", "|")}`],
    ["a timeline without headings", sheet.replace("Milstolpe;Tid;;;\n", "")]
  ])("a sheet saved with its titles and %s has exactly its three tables", (_, csv) => {
    const tables = tablesOf(csv)
    expect(drawn(tables)).toEqual(threeTables)
    expect(tables.map(({ rows }) => rows.map(({ number }) => number))).toEqual([[1, 2], [1, 2, 3], [1]])
    expect(remarksOf(tables)).toEqual([])
  })

  it("a sheet saved with its titles gives a remark on the omitted rows above the headings", () => {
    const csv = `Anna;Stab;070\nOmråde;Mål;Tid\nWebb;Alla;2024`
    expect(remarksOf(tablesOf(csv))).toEqual(["TableLeftOut Anna | Stab | 070"])
  })

  it("a lone text above repeated headings is a title after an empty row, and otherwise a row", () => {
    const csv = "Område;Mål;Tid\nWebb;Alla;2024\nBilaga\nOmråde;Mål;Tid\nElab;Infört;2023"
    expect(named(csv).map(([name, , rows]) => [name, rows])).toEqual([["", 3]])
    expect(named(csv.replace("Bilaga", "\nBilaga")).map(([name, , rows]) => [name, rows])).toEqual([
      ["", 1],
      ["Bilaga", 1]
    ])
  })

  it("a remark on omitted rows never cuts a character in half", () => {
    const csv = `Tidslinje;;\n${"x".repeat(999)}😀;b;c\nOmråde;Mål;Tid\nWebb;Alla;2024`
    for (const { remarks } of tablesOf(csv)) for (const { words } of remarks) expect(words.isWellFormed()).toBe(true)
  })

  it("a sheet saved with its titles reads no milestone from the lines between titles", () => {
    const csv = `Tidslinje och aktiviteter;;\nUppdaterad 2024-06-17;;\nAktiviteter;;\nOmråde;Mål;Tid\nWebb;Alla;2024`
    expect(drawn(tablesOf(csv)).map(({ kind }) => kind)).toEqual(["activities"])
  })
})

describe("A file without titles", () => {
  it("a file without titles has ongoing activities only, with lone texts and empty rows among them", () => {
    const csv = "Område;Mål;Tid\nWebb;Alla;2024\n;;\nKlara aktiviteter;;\nSDV;Införd;2026"
    expect(tablesOf(csv)).toMatchObject([{ name: "", kind: "activities", remarks: [] }])
    expect(drawn(tablesOf(csv))[0]?.rows).toEqual([
      ["Webb", "Alla", "2024"],
      ["Klara aktiviteter"],
      ["SDV", "Införd", "2026"]
    ])
  })

  it("a file without titles may have its deadlines under Tidplan, and an exact heading wins over a similar one", () => {
    expect(tablesOf("Område;Tid (månad);Tidplan\nWebb;6;2024")[0]).toMatchObject({
      headings: { deadline: "Tidplan" },
      rows: [{ cells: { deadline: "2024" }, unknown: [{ heading: "Tid (månad)", words: "6" }] }]
    })
  })

  it("a file without titles and deadlines is refused because the heading Tid is missing", () => {
    expect(refusalOf("Område;Kostnad;Status\nWebb;1 mkr;Pågår")).toEqual(["noDeadline", "Område, Kostnad, Status"])
    expect(refusalOf("Plan\n\nOmråde;Mål;Kostnad\nWebb;Alla;1 mkr")).toEqual(["noDeadline", "Område, Mål, Kostnad"])
    expect(refusalOf("Namn;Telefon\nAnna;070")).toEqual(["noHeadings", "Namn, Telefon"])
  })

  it("a file without titles is read only to the first row beyond the limit", () => {
    expect(refusalOf(`Område;Mål;Tid\n${"a\n".repeat(200_000)}`)).toEqual(["tooManyRows", ">100000"])
    expect(refusalOf(`Område;Mål;Tid\na;b;c\n${";;\n".repeat(1_048_576)}`)).toEqual(["tooManyRows", ">100000"])
  })

  it("the line of a stray quote is counted from the start of the file, including the line that states the delimiter", () => {
    expect(refusalOf('sep=;\nOmråde;Mål;Tid\nWebb;A"l;2024')).toEqual(["strayQuote", "3"])
  })
})

describe("The column Tabell", () => {
  it("the column Tabell may be filled once, for the rows that follow without a gap", () => {
    const csv = "Tabell;Område;Tid\nAktiviteter;Webb;2024\n;SDV;2026\nKlara aktiviteter;Elab;2023\n;Tal;2023"
    expect(named(csv)).toEqual([
      ["Aktiviteter", "activities", 2],
      ["Klara aktiviteter", "completed", 2]
    ])
  })

  it.each(["\n", "\n;;\n"])("the column Tabell must be filled in the first row and below an empty one (%j)", (gap) => {
    expect(named(`Tabell;Område;Tid\n;Tal;2023\nAktiviteter;Webb;2024${gap}${gap};SDV;2026`)).toEqual([
      ["", null, 2],
      ["Aktiviteter", "activities", 1]
    ])
  })

  it("the column Tabell applies to the row after a row of several lines", () => {
    expect(named('Tabell;Område;Tid\nAktiviteter;"Webb\n\noch\nmer";2024\n;SDV;2026')).toEqual([
      ["Aktiviteter", "activities", 2]
    ])
  })

  it("the second of two Tabell columns is kept as words under an unknown heading", () => {
    const [table] = tablesOf("Tabell;Område;Tid;Tabell\nAktiviteter;Webb;2024;Klara aktiviteter\n;SDV;2026;x")
    expect(table?.kind).toBe("activities")
    expect(table?.rows.map(({ unknown }) => unknown)).toEqual([
      [{ heading: "Tabell", words: "Klara aktiviteter" }],
      [{ heading: "Tabell", words: "x" }]
    ])
  })
})
