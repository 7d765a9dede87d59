/**
 * PDF files as LibreOffice and Chromium write them: an edition is that of the Word file, and a report hands out its
 * checkpoint.
 */
import { describe, expect, it } from "@effect/vitest"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll } from "vitest"
import { wordOf } from "../../../examples/plan/word.ts"
import { browserOf, isMissing as isChromiumMissing } from "../../reports/test/chromium.ts"
import { converterOf, isMissing, pdfArchived, pdfTagged } from "../../reports/test/libreoffice.ts"
import { folder, frist } from "./frist.ts"

const dir = folder()
const convert = converterOf()
const opened = browserOf()
const days = ["2023-12-15", "2024-06-17", "2024-12-16"]

/** Returns what the log of a plan says, but for the documents that it was read from and the times of recording. */
const eventsOf = async (db: string): Promise<ReadonlyArray<unknown>> => {
  const out = join(dir, `${Math.random()}.ndjson`)
  await frist("export", "--out", out, "--db", db)
  const lines = readFileSync(out, "utf8").trim().split("\n")
  return lines.flatMap((line) => {
    const { activity, content, effectiveOn, provenance, source, type } = JSON.parse(line)
    const { column, row, table } = source ?? {}
    return content === undefined || type === "EditionKept"
      ? []
      : [{ activity, content, effectiveOn, provenance, source: { table, row, column } }]
  })
}

/** Imports the editions of the sample in a format, and returns the database. */
const imported = async (format: string, bytesOf: (day: string) => Uint8Array): Promise<string> => {
  const db = join(dir, `${format}.db`)
  for (const day of days) {
    const file = join(dir, `${day}.${format}`)
    writeFileSync(file, bytesOf(day))
    const { err, exitCode } = await frist("import", file, "--held-on", day, "--plan", "strategi", "--db", db)
    expect(exitCode, err).toBe(0)
  }
  return db
}

const word = (day: string): Uint8Array => wordOf(`${day}.csv`)

describe.skipIf(isMissing)("a tagged PDF", () => {
  it("gives the events of the Word file that LibreOffice made it from", { timeout: 300_000 }, async () => {
    const events = await eventsOf(await imported("docx", word))
    const pdf = await imported("pdf", (day) => convert(`${day}.docx`, word(day), pdfTagged) ?? new Uint8Array())
    expect(events.length).toBeGreaterThan(250)
    expect(await eventsOf(pdf)).toEqual(events)
  })
})

describe("a report as PDF", () => {
  const db = join(dir, "report.db")
  const report = (format: string) => join(dir, `rapport.${format}`)

  beforeAll(async () => {
    await frist(
      "import",
      join(import.meta.dirname, "../../../examples/plan/2023-12-15.csv"),
      "--held-on",
      "2023-12-15",
      "--plan",
      "strategi",
      "--db",
      db
    )
    for (const format of ["docx", "html"])
      await frist("report", "--held-on", "2023-12-15", "--out", report(format), "--db", db)
  })

  /** The report verifies, is not compared, and is no document to import. */
  const examined = async (file: string) => {
    const verified = await frist("verify", "--against", file, "--db", db, "--lang", "en")
    expect(verified).toMatchObject({ exitCode: 4, out: expect.stringMatching(/at event \d+, matches/u) })
    expect(verified.out).toContain("(PDF)")
    const again = await frist("import", file, "--held-on", "2024-01-15", "--db", db, "--lang", "en")
    expect(again).toMatchObject({ exitCode: 1, err: expect.stringContaining("is a report by Frist saved as a PDF") })
  }

  it.skipIf(isMissing)(
    "is PDF/A and PDF/UA by LibreOffice, and hands out its checkpoint",
    { timeout: 120_000 },
    async () => {
      const pdf = convert("rapport.docx", readFileSync(report("docx")), pdfArchived) ?? new Uint8Array()
      const text = Buffer.from(pdf).toString("latin1")
      expect(text).toContain("<pdfaid:part>2</pdfaid:part>")
      expect(text).toContain("<pdfuaid:part>1</pdfuaid:part>")
      writeFileSync(report("pdf"), pdf)
      await examined(report("pdf"))
    }
  )

  it.skipIf(isChromiumMissing)("hands out its checkpoint as Chromium prints it", { timeout: 120_000 }, async () => {
    const out = join(dir, "utskrift.pdf")
    await opened(readFileSync(report("html")), {}, async ({ page }) => {
      writeFileSync(out, await page.pdf({ tagged: true }))
    })
    await examined(out)
  })

  it("is not read as one where its text is not", async () => {
    const file = join(dir, "trasig.pdf")
    writeFileSync(file, "%PDF-1.7\nfrist/strategi\n1\n")
    expect(await frist("verify", "--against", file, "--db", db)).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/skadad PDF/u)
    })
  })
})
