/**
 * The command as it is installed: bundled into a folder without other packages.
 */
import { afterAll, beforeAll, expect, it } from "@effect/vitest"
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const cli = join(import.meta.dirname, "..")
const sample = join(cli, "../../examples/plan/2023-12-15.csv")
const folder = mkdtempSync(join(tmpdir(), "frist-build-"))
const built = join(folder, "dist/frist.cjs")
const db = join(folder, "frist.db")

const node = (...args: ReadonlyArray<string>) => {
  const { NODE_COMPILE_CACHE: _, ...rest } = process.env
  const cache = join(folder, "cache")
  const env = { ...rest, LOCALAPPDATA: cache, XDG_CACHE_HOME: cache, NODE_OPTIONS: "", FRIST_DB: db }
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", env })
  return { status, stderr, stdout }
}
/** Writes a module that makes Node print this warning when the process ends. */
const warning = (words: string) =>
  `data:text/javascript,process.once("beforeExit",()=>process.emitWarning("${words}","ExperimentalWarning"))`
const frist = (...args: ReadonlyArray<string>) => node(built, ...args)

beforeAll(() => {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }))
  execFileSync(process.execPath, [join(cli, "../../tools/build/command.ts"), join(folder, "dist")])
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it("the bundle prints version, help and completions before anything is loaded", () => {
  expect(frist("-v").stdout).toBe(frist("--version").stdout)
  for (const args of [["--help"], ["board", "-h"], ["import", "--help", "--lang=en"], ["--completions", "zsh"]])
    expect(frist(...args).stdout.length).toBeGreaterThan(300)
  expect(existsSync(join(folder, "cache"))).toBe(false)
  expect(node(join(cli, "src/bin.ts"), "--version")).toEqual(frist("--version"))
})

it("the notice names every package in the bundle, with its licence and the text of it", () => {
  const notice = readFileSync(join(folder, "dist/NOTICE"), "utf8")
  const named = [...notice.matchAll(/^(\S+) \d+\.\d+\.\S+, \S/gmu)].map(([, name]) => name)
  // What the bundle holds is not installed with the command: it depends on nothing.
  const forTests = new Set(["ical.js", "libxml2-wasm"])
  const depended = readdirSync(join(cli, "..")).flatMap((name): ReadonlyArray<string> => {
    const { dependencies = {}, devDependencies = {} }: Readonly<Record<string, object>> = JSON.parse(
      readFileSync(join(cli, "..", name, "package.json"), "utf8")
    )
    return Object.keys(name === "cli" ? { ...dependencies, ...devDependencies } : dependencies).filter(
      (each) => !each.startsWith("@frist/") && !forTests.has(each)
    )
  })
  // Fonts are shipped as files, which the first lines name.
  expect(depended.filter((name) => !named.includes(name) && name !== "@fontsource/noto-sans")).toEqual([])
  // Packages of packages.
  expect(named).toEqual(expect.arrayContaining(["xmlchars", "pend", "d3-color", "ansi-regex", "@noble/hashes"]))
  expect(notice).toContain("Noto Sans")
  expect(notice.match(/^---- \S+ ----$/gmu)?.length).toBeGreaterThanOrEqual(named.length - 3)
})

it("the bundle imports an edition and shows the board, with nothing on stderr", () => {
  expect(frist("import", sample, "--held-on", "2023-12-15")).toMatchObject({ status: 0, stderr: "" })
  const board = frist("board", "--format", "json", "--today", "2024-01-01")
  expect(board).toMatchObject({ status: 0, stderr: "" })
  expect(JSON.parse(board.stdout).activities.length).toBeGreaterThan(10)
  const table = frist("board")
  expect(table).toMatchObject({ status: 0, stderr: "" })
  expect(table.stdout).toContain("Självincheckning")
  expect(frist("completed", "--format", "csv")).toMatchObject({ status: 0, stderr: "" })
})

it("the bundle prints the same table as the sources", () => {
  const words = "漢字 e\u0301 👩‍👩‍👧 Åtgärd"
  expect(frist("register", "wide", "--area", words, "--goal", words, "--on", "2023-12-20")).toMatchObject({ status: 0 })
  const args = ["board", "--today", "2024-01-01"]
  expect(frist(...args).stdout).toContain("漢字")
  expect(frist(...args)).toEqual(node(join(cli, "src/bin.ts"), ...args))
})

it("the bundle writes the same Word and Excel files as the sources", { timeout: 120_000 }, () => {
  for (const format of ["docx", "xlsx"]) {
    const args = [
      "report",
      "--held-on",
      "2023-12-15",
      "--known-at",
      "2099-01-01T00:00:00Z",
      "--format",
      format,
      "--out"
    ]
    const [one, other] = [join(folder, `built.${format}`), join(folder, `sources.${format}`)]
    expect(frist(...args, one)).toMatchObject({ status: 0, stderr: "" })
    expect(node(join(cli, "src/bin.ts"), ...args, other)).toMatchObject({ status: 0 })
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true)
  }
})

it.each([[["--help"]], [["board", "-h"]], [["import", "--help", "--lang=en"]], [["--completions", "bash"]]])(
  "the bundle answers %j as the sources do",
  (args) => expect(frist(...args)).toEqual(node(join(cli, "src/bin.ts"), ...args))
)

it("the bundle prints the version of its package", () => {
  const { version } = JSON.parse(readFileSync(join(cli, "package.json"), "utf8"))
  expect(frist("--version")).toEqual({ status: 0, stdout: `frist v${version}\n`, stderr: "" })
})

it("the bundle ends with the exit codes of the command", () => {
  expect(frist("history", "no-such-activity").status).toBe(1)
  expect(frist("board", "--as-of", "2021-02-29").status).toBe(2)
  expect(frist("board", "--db", join(folder, "missing.db")).status).toBe(3)
  expect(existsSync(join(folder, "missing.db"))).toBe(false)
})

it("the bundle uses Node's compile cache", () => {
  expect(frist("board").status).toBe(0)
  const kept = readdirSync(join(folder, "cache/frist"), { recursive: true, withFileTypes: true })
  expect(kept.filter((entry) => entry.isFile()).length).toBeGreaterThan(2)
})

it("the bundle can be run by its name", () => {
  expect(readFileSync(built, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/u)
  if (process.platform !== "win32") expect(statSync(built).mode & 0o111).not.toBe(0)
})

it("the bundle on a Node without node:sqlite fails in one sentence", () => {
  const { status, stderr, stdout } = node("--no-experimental-sqlite", built, "board")
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" })
  expect(stderr).toMatch(/^frist needs Node 22\.13 or later; this is v[\d.]+: install a newer Node\.\n$/u)
})

it("the bundle hides Node's warning about SQLite, and no other", () => {
  const sqlite = "SQLite is an experimental feature and might change at any time"
  expect(node("--import", warning(sqlite), built, "board").stderr).toBe("")
  expect(node("--import", warning("Something else is"), built, "board").stderr).toContain("Something else is")
})
