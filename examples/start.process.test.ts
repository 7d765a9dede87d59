/**
 * `pnpm start`: what a newcomer sees first, in both languages and on a narrow terminal.
 */
import { describe, expect, it } from "@effect/vitest"
import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const started = (language: string) => {
  const folder = mkdtempSync(join(tmpdir(), "frist-start-"))
  try {
    const env = { ...process.env, COLUMNS: "80", FRIST_LANG: language }
    const out = execFileSync(process.execPath, [join(import.meta.dirname, "start.ts"), folder], {
      encoding: "utf8",
      env
    })
    return { files: readdirSync(folder), lines: out.replaceAll(folder, "examples").trimEnd().split("\n") }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe("pnpm start", () => {
  it("prints the number of events that the README shows for the same edition", () => {
    const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8").split("\n")
    const { lines } = started("sv")
    const first = lines.find((line) => line.endsWith("uppföljning 2023-12-15."))
    expect(readme).toContain(first?.trim())
  })

  it.each([
    ["sv", /^ {2}Inläst: 11 pågående, 21 klara, .*uppföljning 2024-12-16\.$/u, /^SDV .*: 3 gånger$/u],
    ["en", /^ {2}Read: 11 ongoing, 21 completed, .*2024-12-16\.$/u, /^SDV .*: 3 times$/u]
  ])("prints a line an edition, two charts and four things to try in 60 lines (%s)", (language, edition, moved) => {
    const { files, lines } = started(language)
    expect(lines.length).toBeLessThanOrEqual(60)
    expect(lines.filter((line) => edition.test(line))).toHaveLength(1)
    expect(lines.filter((line) => moved.test(line))).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith("$ ./frist slips "))).toHaveLength(2)
    expect(lines.filter((line) => line.startsWith("  ./frist "))).toHaveLength(4)
    expect(lines.join("\n")).toContain("examples/sample.html")
    expect(files.filter((name) => !/-(?:wal|shm)$/u.test(name))).toEqual(["sample.db", "sample.html"])
  })
})
