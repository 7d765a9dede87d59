/**
 * `frist verify --against` makes a report again from the log as it was: a doctored text does not pass.
 */
import { describe, expect, it } from "@effect/vitest"
import { archived, unarchived } from "@frist/evidence/bundle/BundleArchive"
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll } from "vitest"
import { folder, frist, sample, second } from "./frist.ts"

const dir = folder()
const own = (): string => mkdtempSync(join(dir, "own-"))
const formats = ["html", "docx", "xlsx", "md", "csv", "json"] as const
let db = ""
const report = (format: string): string => join(dir, `report.${format}`)

const done = async (...words: ReadonlyArray<string>) => {
  const ended = await frist(...words)
  expect(ended, words.join(" ")).toMatchObject({ exitCode: 0, err: "" })
  return ended.out
}
const verified = (file: string, ...words: ReadonlyArray<string>) =>
  frist("verify", "--against", file, "--lang", "en", "--db", db, ...words)

/** Makes reports of the first review in every format, and records another edition. */
beforeAll(async () => {
  db = await sample(dir)
  for (const format of formats) await done("report", "--held-on", "2023-12-15", "--out", report(format), "--db", db)
  await frist("import", second, "--held-on", "2024-06-17", "--db", db)
}, 60_000)

/** Writes a report with a change to its text, or to a part of its archive. */
const changed = (format: string, change: (text: string) => string, part = /document|sheet|sharedStrings/u): string => {
  const bytes = readFileSync(report(format))
  const file = join(own(), `changed.${format}`)
  if (format !== "docx" && format !== "xlsx") {
    writeFileSync(file, change(bytes.toString("utf8")))
    return file
  }
  const parts = Object.entries(unarchived(bytes) ?? {}).map(([name, content]) => [
    name,
    part.test(name) && name.endsWith(".xml") ? Buffer.from(change(Buffer.from(content).toString("utf8"))) : content
  ])
  writeFileSync(file, archived(Object.fromEntries(parts)))
  return file
}

describe("the text of a report", () => {
  it.each(formats)(
    "matches the log as %s, also when packed or ended otherwise",
    { timeout: 60_000 },
    async (format) => {
      const ended = await verified(report(format))
      expect(ended).toMatchObject({ exitCode: 0, err: "" })
      expect(ended.out).toContain(`The text of report.${format} matches the log`)
      // Packed otherwise, or with the line ends of Windows.
      const otherwise = changed(format, (text) =>
        format === "docx" || format === "xlsx" ? text : text.replace(/\r?\n/gu, "\r\n")
      )
      expect(await verified(otherwise)).toMatchObject({ exitCode: 0 })
    }
  )

  it.each(formats)("is found doctored as %s, and where", { timeout: 60_000 }, async (format) => {
    const file = changed(format, (text) => text.replaceAll("SDV", "VDS"))
    const ended = await verified(file)
    expect(ended).toMatchObject({ exitCode: 1, err: expect.stringContaining("does not say what the log says") })
    expect(ended.out).toMatch(
      /The text of changed\.[a-z]+ differs from the log: after “.*” it says “.*VDS.*”, but the log gives “.*SDV/u
    )
    const { out } = await verified(file, "--format", "json")
    expect(JSON.parse(out)).toMatchObject({ holds: false, reports: [{ text: "differs", why: null }] })
  })

  it("is found doctored where no word is changed", async () => {
    for (const change of [
      (text: string) => text.replace("<script>", "<script>/**/"),
      (text: string) => text.replace('id="log">{', 'id="log">{"x":1,'),
      (text: string) => text.replace("<style>", "<style>#moved{display:none}")
    ]) {
      const ended = await verified(changed("html", change))
      expect(ended).toMatchObject({ exitCode: 1 })
      expect(ended.out).toContain("its words are the same, but something else was changed")
    }
    const styled = changed("docx", (text) => `${text} `, /styles/u)
    expect((await verified(styled)).out).toContain("something else was changed")
  })

  it("is not compared, and does not end with 0, when it cannot be", { timeout: 60_000 }, async () => {
    const saved = changed("docx", (text) => text.replace(">Frist<", ">Microsoft Office Word<"), /app/u)
    const older = changed("md", (text) => text.replace(/frist \d\S+/u, "frist 0.1.0").replace("SDV", "VDS"))
    const otherwise = changed("md", (text) =>
      text.replace("--plan sample ", "--plan other ").replace("--out sample-", "--out other-")
    )
    for (const [file, why] of [
      [saved, "another program saved it again (Microsoft Office Word)"],
      [older, "another version made the report (frist 0.1.0)"],
      [otherwise, "the report does not say how frist report makes it again"]
    ] as const) {
      const ended = await verified(file)
      expect(ended.out).toContain(`was not compared, since ${why}`)
      expect(ended).toMatchObject({ exitCode: 4, err: expect.stringContaining("The log is intact, but the text of") })
    }
  })

  it(
    "is made again as of a day, with findings, in English, and after a later name of the log",
    { timeout: 60_000 },
    async () => {
      const other = join(own(), "plan.db")
      copyFileSync(db, other)
      const file = join(own(), "report.html")
      const asked = [
        "--today",
        "2024-02-01",
        "--known-at",
        "2100-01-01",
        "--anchor",
        "sdv",
        "--findings",
        "--lang",
        "en"
      ]
      await done("report", "--held-on", "2023-12-15", ...asked, "--out", file, "--db", other)
      await done("note", "sdv", "Något mer", "--on", "2024-07-01", "--db", other)
      await done("seal", "--origin", "example.se/plan", "--db", other)
      const ended = await frist("verify", "--against", file, "--lang", "en", "--db", other)
      expect(ended).toMatchObject({ exitCode: 0, err: "" })
      expect(ended.out).toContain("matches the log")
    }
  )

  it("is not called doctored when content was redacted since", { timeout: 60_000 }, async () => {
    const other = join(own(), "plan.db")
    copyFileSync(db, other)
    await done("note", "sdv", "Anna Andersson är sjuk", "--on", "2024-06-17", "--db", other)
    const file = join(own(), "report.html")
    await done("report", "--held-on", "2024-06-17", "--out", file, "--db", other)
    const { entries } = JSON.parse(await done("history", "sdv", "--format", "json", "--db", other))
    await done("redact", String(entries.at(-1).position), "--decision", "Dnr 1", "--db", other)
    const ended = await frist("verify", "--against", file, "--lang", "en", "--db", other)
    expect(ended).toMatchObject({ exitCode: 4 })
    expect(ended.out).toContain("content may have been redacted since it was made")
  })
})
