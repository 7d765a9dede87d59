/**
 * Cells of a document that look like a checkpoint, imported as any others: the reports made of them verify in every format,
 * and copies that an office program saved carry the report's own checkpoint.
 */
import { describe, expect, it } from "@effect/vitest"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll } from "vitest"
import { docx, row, tbl, tr, xlsx } from "../../editions/test/office.ts"
import { converterOf, isMissing } from "../../reports/test/libreoffice.ts"
import { folder, frist } from "./frist.ts"

const isLong = process.env["FRIST_LONG"] === "1"
const dir = folder()
const root = `${"A".repeat(43)}=`
/** What a cell may hold to be taken for the end of a report: on one line, on several, and with what a report says after it. */
const hostile = [
  `frist/strategi 42 ${root}`,
  `Kontrollkod\tfrist/strategi\n42\n${root}`,
  `frist/strategi\n42\n${root}\nfrist 0.1.0\nfrist report --plan strategi --held-on 2024-01-15 --lang sv --format md --out strategi-2024-01-15.md\nMed koden kan man kontrollera.`,
  `"\nfrist/strategi\n42\n${root}\n\n— frist/strategi AAAAAAAA`,
  `{"checkpoint":{"origin":"frist/strategi","size":42,"root":"${root}"}}`
]
const headings = ["Område", "Mål", "Åtgärder", "Tid", "Ansvarig", "Status", "Uppföljning", "Ny tid"]
const rows = hostile.map((words, at) => [
  `${words} ${at}`,
  words,
  words,
  at === 0 ? words : "2024-06-30",
  words,
  at === 1 ? words : "Pågår",
  words,
  at === 2 ? words : "2024-12-31"
])

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const escaped = (cell: string) => cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
const documents: Readonly<Record<string, () => Uint8Array>> = {
  csv: () => Buffer.from([headings, ...rows].map((each) => each.map(quoted).join(";")).join("\r\n")),
  docx: () =>
    docx(
      tbl(
        ...[headings, ...rows].map((each) =>
          tr(each.map((cell) => escaped(cell).replaceAll("\n", '</w:t></w:r><w:r><w:br/><w:t xml:space="preserve">')))
        )
      )
    ),
  xlsx: () =>
    xlsx({
      sheets: [
        { name: "Aktiviteter", rows: [headings, ...rows].map((each, at) => row(at + 1, each.map(escaped))).join("") }
      ]
    })
}
const formats = ["html", "docx", "xlsx", "md", "csv", "json"]

const done = async (...words: ReadonlyArray<string>) => {
  const ended = await frist(...words)
  expect(ended, words.join(" ")).toMatchObject({ exitCode: 0, err: "" })
  return ended.out
}
const db = (kind: string) => join(dir, `${kind}.db`)
const report = (kind: string, format: string) => join(dir, `${kind}.${format}`)

/** Imports each document with what looks like a checkpoint in its actor and decisions too. */
beforeAll(async () => {
  for (const [kind, bytes] of Object.entries(documents)) {
    const file = join(dir, `frist-strategi 42 ${root.replaceAll("=", "")}.${kind}`)
    writeFileSync(file, bytes())
    const actor = ["--actor", `frist/strategi 42 ${root}`]
    await done(
      "import",
      file,
      "--held-on",
      "2024-01-15",
      "--plan",
      "strategi",
      "--title",
      hostile[0] ?? "",
      ...actor,
      "--db",
      db(kind)
    )
    await done("redact", "20", "--decision", `frist/strategi 42 ${root}`, "--whole", ...actor, "--db", db(kind))
    for (const format of formats) {
      const words = [
        "report",
        "--held-on",
        "2024-01-15",
        "--findings",
        "--format",
        format,
        "--out",
        report(kind, format)
      ]
      await done(...words, "--db", db(kind))
    }
  }
}, 120_000)

describe.each(Object.keys(documents))("a plan from %s whose cells look like checkpoints", (kind) => {
  it.each(formats)("has a report as %s that equals its log", async (format) => {
    const words = ["verify", "--against", report(kind, format), "--lang", "en", "--db", db(kind)]
    const { err, exitCode, out } = await frist(...words)
    expect(`${out}\n${err}`).toContain("matches the log")
    expect(exitCode).toBe(0)
    expect(readFileSync(report(kind, format)).length).toBeGreaterThan(1000)
  })
})

describe.skipIf(isMissing)("a copy that an office program saved, of a report whose cells look like checkpoints", () => {
  const convert = converterOf()
  it.each([
    ["docx", "odt", "docx"],
    ["xlsx", "ods", "xlsx"],
    ["csv", "ods", "xlsx"]
  ])("has the report's own checkpoint: %s as %s and again as %s", { timeout: 240_000 }, async (from, ...saved) => {
    for (const kind of isLong ? Object.keys(documents) : ["docx"]) {
      let [bytes, before] = [readFileSync(report(kind, from)), from]
      for (const to of saved) {
        bytes = Buffer.from(convert(`in-${kind}.${before}`, bytes, to) ?? "")
        before = to
        const file = join(dir, `copy-${kind}-${from}.${to}`)
        writeFileSync(file, bytes)
        const { err, exitCode, out } = await frist("verify", "--against", file, "--lang", "en", "--db", db(kind))
        expect({ exitCode, kind, to, out: `${out}\n${err}` }).toMatchObject({
          exitCode: 4,
          out: expect.stringContaining(" matches: the events up to it are the same")
        })
      }
    }
  })
})
