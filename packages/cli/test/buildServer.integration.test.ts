/**
 * The installed command and the published packages find the migrations of a server.
 */
import { afterAll, beforeAll, expect, it } from "@effect/vitest"
import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { databaseForAll } from "../../store/test/PgDatabases.ts"

const cli = join(import.meta.dirname, "..")
const store = join(cli, "../store")
const sample = join(cli, "../../examples/plan/2023-12-15.csv")
const folder = mkdtempSync(join(tmpdir(), "frist-build-"))
const built = join(folder, "dist/frist.cjs")
const server = databaseForAll()

const frist = (...args: ReadonlyArray<string>) => {
  const { NODE_COMPILE_CACHE: _, ...rest } = process.env
  const cache = join(folder, "cache")
  const env = { ...rest, LOCALAPPDATA: cache, XDG_CACHE_HOME: cache, NODE_OPTIONS: "", FRIST_DB: server() }
  const { status, stderr, stdout } = spawnSync(process.execPath, [built, ...args], {
    cwd: folder,
    encoding: "utf8",
    env
  })
  return { status, stderr, stdout }
}

beforeAll(() => {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }))
  execFileSync(process.execPath, [join(cli, "../../tools/build/command.ts"), join(folder, "dist")])
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it("the installed command migrates a server, twice safely, and imports and shows an edition", () => {
  expect(frist("board")).toMatchObject({ status: 3, stderr: expect.stringContaining("kör frist migrate") })
  expect(frist("migrate", "--partitions", "4")).toMatchObject({ status: 0, stderr: "" })
  expect(frist("migrate")).toMatchObject({ status: 0, stdout: expect.stringContaining("Inget behövde göras") })
  expect(frist("import", sample, "--held-on", "2023-12-15")).toMatchObject({ status: 0, stderr: "" })
  const board = frist("board", "--format", "json", "--today", "2024-01-01")
  expect(board).toMatchObject({ status: 0, stderr: "" })
  expect(JSON.parse(board.stdout).activities.length).toBeGreaterThan(10)
})

it("the installed command examines a server", () => {
  const { stdout } = frist("doctor", "--format", "json")
  const codes = JSON.parse(stdout).findings.map(({ code }: { readonly code: string }) => code)
  expect(codes).toEqual(expect.arrayContaining(["serverAnswers", "versionKnown", "triggersStand", "newsArrive"]))
  expect(codes).not.toContain("examinationFailed")
})

it("the installed command loads no driver of a server for a file", () => {
  const trace = join(folder, "trace.cjs")
  writeFileSync(
    trace,
    `const own = require("module"), load = own._load, seen = new Set()
     own._load = (name, ...rest) => (seen.add(name), load(name, ...rest))
     process.on("exit", () => process.stderr.write([...seen].join(" ")))`
  )
  const loaded = (db: string) =>
    spawnSync(process.execPath, ["--require", trace, built, "board", "--db", db], { cwd: folder, encoding: "utf8" })
      .stderr
  const file = join(folder, "some.db")
  const opened = spawnSync(process.execPath, [built, "open", "Plan", "--plan", "p", "--db", file])
  expect(opened.status).toBe(0)
  expect(loaded(file)).toContain("./file.cjs")
  expect(loaded(file)).not.toMatch(/Server\.cjs|node:net|node:tls/u)
  expect(loaded(server())).toMatch(/Server\.cjs/u)
})

it("SQL migrations are copied beside the published code", () => {
  execFileSync(process.execPath, [join(cli, "../../tools/build/migrations.ts"), folder])
  const sources = join(store, "src/postgres/migrations")
  const names = readdirSync(sources)
  expect(names.length).toBeGreaterThan(4)
  for (const name of names) {
    expect(readFileSync(join(folder, "store/dist/postgres/migrations", name))).toEqual(
      readFileSync(join(sources, name))
    )
    expect(readFileSync(join(folder, "dist/migrations", name))).toEqual(readFileSync(join(sources, name)))
  }
})
