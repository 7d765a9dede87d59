/**
 * What commands print: no text of the log reaches a terminal as a control sequence or turns what is printed after it.
 */
import { beforeAll, expect, it } from "@effect/vitest"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { folder, frist } from "./frist.ts"

const hostile = "x\u001b]0;ägd\u001b\\\u009b31m\u202e\u2066y\u001b[8m\u200f"
const unsafe =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\r(?!\n)/u

let db = ""
beforeAll(async () => {
  const dir = folder()
  db = join(dir, "plan.db")
  const file = join(dir, `fil${hostile.replaceAll("/", "")}.csv`)
  const table = [
    "Område;Mål;Tid;Status;Uppföljning;Ansvarig",
    `${hostile};${hostile};2024;Pågår;${hostile} 4 st 2023;${hostile}`
  ]
  writeFileSync(file, table.join("\n"))
  const words = ["--held-on", "2024-01-15", "--plan", "p", "--title", hostile, "--db", db]
  const imported = await frist("import", file, ...words)
  expect(imported.exitCode, imported.err).toBe(0)
  expect(imported.out).not.toMatch(unsafe)
  // A title that is not taken is quoted.
  expect((await frist("import", file, ...words, "--title", "annan")).out).not.toMatch(unsafe)
})

const views = [
  "board",
  "completed",
  "slips",
  "history",
  "timeline",
  "measures",
  "findings",
  "decisions",
  "editions",
  "verify"
]

it.each(views)("frist %s prints no control character in text, CSV or JSON", async (view) => {
  for (const format of ["text", "csv", "json"]) {
    const { err, out } = await frist(view, "--db", db, "--format", format)
    expect({ format, err: err.slice(0, 200) }).toMatchObject({ err: "" })
    expect(out, format).not.toMatch(unsafe)
    if (format === "json" && view === "board")
      expect(JSON.stringify(JSON.parse(out))).toContain(JSON.stringify(hostile).slice(1, -1))
  }
})

it.each(["md", "csv", "json", "html"])("frist report as %s prints no control character", async (format) => {
  const { err, out } = await frist("report", "--held-on", "2024-01-15", "--findings", "--db", db, "--format", format)
  expect(err).toBe("")
  expect(out).not.toMatch(unsafe)
})

it("an error that quotes a foreign text prints no control character", async () => {
  for (const words of [
    ["history", hostile],
    ["board", "--plan", hostile],
    ["import", hostile, "--held-on", "2024"]
  ]) {
    const { err, exitCode } = await frist(...words, "--db", db)
    expect(exitCode).not.toBe(0)
    expect(err).not.toMatch(unsafe)
  }
})

it("files of JSON that people open hold no control character, and the same texts", async () => {
  const dir = folder()
  const [draft, asked] = [join(dir, "draft.json"), join(dir, "asked")]
  const table = ["Område;Mål;Tid;Status;Uppföljning", `${hostile};${hostile};2025;Pågår;nytt ${hostile}`].join("\n")
  writeFileSync(join(dir, "a.csv"), table)
  const words = [join(dir, "a.csv"), "--held-on", "2024-06-15", "--propose", draft, "--db", db]
  expect(await frist("import", ...words)).toMatchObject({ exitCode: 0, err: "" })
  const asking = await frist("ask", "--review", "2099-01-01", "--out", asked, "--db", db)
  expect(asking.exitCode, asking.err).toBe(0)
  for (const file of [draft, join(asked, "frist-ask.json")]) {
    const text = readFileSync(file, "utf8")
    expect(text, file).not.toMatch(unsafe)
    expect(JSON.stringify(JSON.parse(text)), file).toContain("\u009b31m")
  }
})

it("an export keeps its bytes, with the text as it is stored", async () => {
  const { out } = await frist("export", "--db", db)
  expect(out).toContain("\u009b")
})
