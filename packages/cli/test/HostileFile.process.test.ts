/**
 * Small files that hold as much as large ones: the command ends with one sentence, in little time and memory. And a large
 * one, in little memory.
 */
import { describe, expect, it } from "@effect/vitest"
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { zip } from "../../editions/test/zip.ts"
import { docx, row, tbl, tc, tr, xlsx } from "../../editions/test/office.ts"
import { pagePacked, text } from "../../editions/test/pdf/pdf.ts"

const headings = ["Område", "Mål", "Tid", "Status"]
const bin = new URL("../src/bin.ts", import.meta.url).pathname
const dir = mkdtempSync(join(tmpdir(), "frist-hostile-"))
const usage = join(dir, "usage.json")

/** Writes what a process used when it ends. On Linux, `maxRSS` begins with the memory of the process that started it. */
const preload = `data:text/javascript,${encodeURIComponent(
  `import { existsSync, readFileSync, writeFileSync } from "node:fs"; process.on("exit", () => { const { maxRSS, systemCPUTime, userCPUTime } = process.resourceUsage(); const own = existsSync("/proc/self/status") ? /VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8")) : null; writeFileSync(${JSON.stringify(usage)}, JSON.stringify({ megabytes: (own === null ? maxRSS : Number(own[1])) / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 })) })`
)}`

/** Runs the command with the bytes in a file, and returns what it printed and used. */
const given = (name: string, bytes: Uint8Array, words: (file: string) => ReadonlyArray<string>) => {
  const file = join(dir, name)
  writeFileSync(file, bytes)
  const args = ["--import", preload, bin, ...words(file), "--db", join(dir, "frist.db")]
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" })
  const used: { readonly megabytes: number; readonly seconds: number } = JSON.parse(readFileSync(usage, "utf8"))
  return { status, lines: `${stdout}${stderr}`.trim().split("\n"), used, kilobytes: bytes.length / 1024 }
}

const merged = (): Uint8Array => {
  const first = tr([tc("x".repeat(1_000_000), '<w:vMerge w:val="restart"/>'), "Alla", "2024-12-31", "Pågår"])
  const others = Array.from({ length: 3000 }, (_, at) =>
    tr([tc("", "<w:vMerge/>"), `Mål ${at}`, "2024-12-31", "Pågår"])
  )
  return docx(tbl(tr(headings), first, ...others))
}

const shared = (): Uint8Array => {
  const cells = Array.from(
    { length: 18_000 },
    (_, at) => `<row r="${at + 2}"><c r="B${at + 2}" t="s"><v>0</v></c></row>`
  )
  return xlsx({
    sheets: [{ name: "Aktiviteter", rows: row(1, headings) + cells.join("") }],
    strings: `<si><t>${"x".repeat(30_000)}</t></si>`
  })
}

const imported = (name: string, bytes: Uint8Array) =>
  given(name, bytes, (file) => ["import", file, "--held-on", "2024-01-15"])

/** A ZIP file with a part that unpacks to much more than it takes, and to more than it states where `size` is given. */
const bomb = (name: string, megabytes: number, filling: string, size?: number): Uint8Array =>
  zip([
    {
      name,
      content: Buffer.alloc(megabytes * 1024 * 1024, filling),
      ...(size === undefined ? {} : { claim: { size } })
    }
  ])

const parts = (count: number, offset?: number): Uint8Array =>
  zip(
    Array.from({ length: count }, (_, at) => ({
      name: `word/${at}`,
      content: at === 0 ? Buffer.alloc(1_000_000, "<") : "",
      ...(offset === undefined ? {} : { claim: { offset } })
    }))
  )

const letters = text(20, 20, "x".repeat(1000))
const against = (file: string) => ["verify", "--against", file]
const proof = (file: string) => ["verify", "--proof", file]

describe("a foreign file that is verified", () => {
  it.each([
    ["200 KB that unpack to 200 MB", "bomb.docx", () => bomb("word/document.xml", 200, "<"), against],
    ["200 KB that state 100 bytes", "false.docx", () => bomb("word/document.xml", 200, "<", 100), against],
    ["a bomb of shared texts", "bomb.xlsx", () => bomb("xl/sharedStrings.xml", 200, "<si>"), against],
    ["32 MB of a field", "field.docx", () => bomb("word/document.xml", 31, "<w:instrText "), against],
    ["32 MB of tabs", "tabs.docx", () => bomb("word/document.xml", 31, "<w:tab "), against],
    ["20,000 parts", "parts.docx", () => parts(20_000), against],
    ["parts that share bytes", "sharing.docx", () => parts(5_000, 0), against],
    ["a PDF page of 500 MB", "page.pdf", () => pagePacked(Buffer.alloc(500_000_000, " ")), against],
    ["a PDF of ten million letters", "letters.pdf", () => pagePacked(letters.repeat(10_000)), against],
    ["a megabyte of <", "tags.html", () => Buffer.from(`<html>${"<".repeat(1_000_000)}`), against],
    ["a megabyte of entities", "entities.html", () => Buffer.from(`<html>${"&#".repeat(500_000)}`), against],
    ["a megabyte of soft hyphens", "hyphens.md", () => Buffer.from(`x ${"\u00ad".repeat(500_000)} 8`), against],
    ["a megabyte of brackets as JSON", "deep.json", () => Buffer.from(`{"a":${"[".repeat(1_000_000)}`), against],
    ["a megabyte of brackets as a proof", "deep-proof.json", () => Buffer.from("[".repeat(1_000_000)), proof],
    [
      "a megabyte of braces as a copy",
      "deep.ndjson",
      () => Buffer.from("{".repeat(1_000_000)),
      (file: string) => ["restore", file]
    ],
    [
      "a megabyte of brackets as proposals",
      "deep-draft.json",
      () => Buffer.from("[".repeat(1_000_000)),
      (file: string) => ["apply", file]
    ]
  ])("%s ends with one sentence, in little time and memory", (_, name, bytes, words) => {
    const { lines, status, used } = given(name, bytes(), words)
    expect(status).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(name)
    // The thread that reads a PDF may hold 512 MB.
    expect(used.megabytes).toBeLessThan(name.endsWith(".pdf") ? 800 : 400)
    expect(used.seconds).toBeLessThan(8)
  })
})

describe("a small file that holds much", () => {
  it.each([
    ["a Word cell merged over 3,000 rows", "merged.docx", merged],
    ["an Excel text used 18,000 times", "shared.xlsx", shared]
  ])("%s is refused with one sentence, within 256 MB", (_, name, bytes) => {
    const { kilobytes, lines, status, used } = imported(name, bytes())
    expect(kilobytes).toBeLessThan(100)
    expect(status).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(name)
    expect(used.megabytes).toBeLessThan(256)
    // Time of the processor, loading the sources included; the wall clock says more about the machine.
    expect(used.seconds).toBeLessThan(8)
  })
})

describe("a large file", () => {
  it("ten thousand rows are imported within 300 MB", () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, n) =>
        `Område ${n % 17};Mål ${n}: alla bokar tid på webben;2024-12-31;Pågår;Arbetet fortsätter ${n};2025-06-30`
    )
    const table = `Område;Mål;Tid;Status;Uppföljning;Ny tid\n${rows.join("\n")}`
    const { lines, status, used } = imported("aktiviteter.csv", Buffer.from(table))
    expect(status, lines.join("\n")).toBe(0)
    expect(used.megabytes).toBeLessThan(300)
  })
})
