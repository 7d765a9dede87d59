/**
 * Figures as text, JSON and CSV.
 */
import { Measures } from "@frist/projections/Measures"
import { beforeAll, describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { join } from "node:path"
import { csvCells, folder, frist, fristJson } from "./frist.ts"

const dir = folder()
const db = join(dir, "measures.db")
const on = ["--on", "2024-06-17", "--db", db]
const measure = (...words: ReadonlyArray<string>) => frist("measure", "elab", ...words, ...on)

beforeAll(async () => {
  await frist("open", "Digital strategi", "--plan", "strategi", ...on)
  await frist("register", "elab", "--area", "Elab", "--deadline", "2024", ...on)
  await frist("register", "sdv", "--area", "SDV", "--deadline", "2026", ...on)
  await measure("ärenden", "11292", "--unit", "st", "--period", "2021")
  await measure("ärenden", "15711", "--unit", "st", "--period", "2022")
  await measure("ärenden", "16000", "--unit", "st", "--period", "2022")
  await measure("användning", "70,5", "--unit", "%", "--qualifier", "about")
})

describe("frist measures", () => {
  it("shows each series with its change, and what contradicts it", async () => {
    const { exitCode, out } = await frist("measures", "--db", db, "--today", "2024-06-17")
    const text = out.replace(/[\s\u00a0]+/gu, " ")
    expect(exitCode).toBe(0)
    expect(text).toContain("Elab: ärenden, hela år (serie 1)")
    expect(text).toContain("2022 15 711 st +39,1 %")
    expect(text).toContain("15 711 st (2022) går inte ihop med serie 2: 16 000 st (2022)")
    expect(text).toContain("ca 70,5 %")
    expect(out).not.toContain("SDV")
  })

  it("is in English with --lang en, and shows one activity by part of its id", async () => {
    const { out } = await frist("measures", "ela", "--lang", "en", "--db", db)
    expect(out.replace(/\s+/gu, " ")).toContain("15,711 (2022) contradicts series 2: 16,000 (2022)")
    expect((await frist("measures", "sdv", "--db", db)).out).toContain("Inga.")
    expect(await frist("measures", "finns-inte", "--db", db)).toMatchObject({ exitCode: 1 })
  })

  it("as JSON is the documented, versioned shape", async () => {
    const view = await fristJson("measures", "--db", db)
    expect(view).toMatchObject({ view: "frist/measures", version: 1, plan: "strategi" })
    expect(Schema.decodeUnknownSync(Measures, { onExcessProperty: "error" })(view)).toEqual(view)
  })

  it("as CSV has a row for each figure, with its series and contradictions", async () => {
    const { out } = await frist("measures", "--format", "csv", "--db", db)
    const [columns = [], ...lines] = csvCells(out)
    const rows = lines.map((cells) => Object.fromEntries(cells.map((cell, at) => [columns[at], cell])))
    expect(rows.map(({ contradicts, series, value }) => [series, value, contradicts])).toEqual([
      ["1", "11292", ""],
      ["1", "15711", "6"],
      ["2", "16000", "5"],
      ["3", "70.5", ""]
    ])
  })

  it("fits terminals of any width", async () => {
    const text = await frist("measures", "--db", db)
    for (const line of text.out.split("\n")) expect(line.length).toBeLessThanOrEqual(120)
  })
})
