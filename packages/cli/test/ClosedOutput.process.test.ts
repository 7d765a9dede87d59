/**
 * A reader that closes the output early ends the command quietly, as it ends other tools.
 */
import { beforeAll, expect, it } from "@effect/vitest"
import { spawn, spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join, resolve } from "node:path"

const root = join(import.meta.dirname, "../../..")
const bin = join(root, "packages/cli/src/bin.ts")
const db = resolve("closed.db")

/** Runs a script whose output is closed after its first bytes, or before them. */
const closedAfter = (bytes: "some" | "none", script: string, ...args: ReadonlyArray<string>) =>
  new Promise<{ readonly code: number | null; readonly stderr: string }>((done) => {
    const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, FRIST_DB: db } })
    let stderr = ""
    child.stderr.on("data", (chunk) => (stderr += String(chunk)))
    if (bytes === "none") child.stdout.destroy()
    else child.stdout.once("data", () => child.stdout.destroy())
    child.on("close", (code) => done({ code, stderr }))
  })

beforeAll(() => {
  const edition = join(root, "examples/plan/2023-12-15.csv")
  spawnSync(process.execPath, [bin, "import", edition, "--held-on", "2023-12-15", "--db", db])
}, 60_000)

it.each([["board"], ["slips", "--format", "json"], ["export"], ["verify"], ["--help"]])(
  "%s whose output is closed before it prints ends quietly, with the code of a closed pipe",
  { timeout: 30_000 },
  async (...args) => {
    expect(await closedAfter("none", bin, ...args)).toEqual({ code: 141, stderr: "" })
  }
)

it("the first thing to run writes its report, whoever reads its output", { timeout: 60_000 }, async () => {
  const into = resolve(".")
  expect(await closedAfter("some", join(root, "examples/start.ts"), into)).toEqual({ code: 0, stderr: "" })
  expect(existsSync(join(into, "sample.html"))).toBe(true)
})
