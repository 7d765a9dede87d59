/**
 * Small files that hold as much as large ones: the command ends with one sentence, in little time and memory. And a large
 * one, in little memory.
 */
import { describe, expect, it } from "@effect/vitest"
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { docx, row, tbl, tc, tr, xlsx } from "../../editions/test/office.ts"

const headings = ["Område", "Mål", "Tid", "Status"]
const bin = new URL("../src/bin.ts", import.meta.url).pathname
const dir = mkdtempSync(join(tmpdir(), "frist-hostile-"))
const usage = join(dir, "usage.json")

/** Writes what a process used when it ends. On Linux, `maxRSS` begins with the memory of the process that started it. */
const preload = `data:text/javascript,${encodeURIComponent(
  `import { existsSync, readFileSync, writeFileSync } from "node:fs"; process.on("exit", () => { const { maxRSS, systemCPUTime, userCPUTime } = process.resourceUsage(); const own = existsSync("/proc/self/status") ? /VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8")) : null; writeFileSync(${JSON.stringify(usage)}, JSON.stringify({ megabytes: (own === null ? maxRSS : Number(own[1])) / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 })) })`
)}`

/** Imports the bytes with the command, and returns what it printed and used. */
const imported = (name: string, bytes: Uint8Array) => {
  const file = join(dir, name)
  writeFileSync(file, bytes)
  const args = ["--import", preload, bin, "import", file, "--held-on", "2024-01-15", "--db", join(dir, "frist.db")]
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
