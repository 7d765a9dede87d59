/**
 * Measures the wait for `frist board` on the sample plan, against a Node that does nothing. The limit for the built
 * command is a ratio of 4.
 */
import { execFileSync, spawnSync } from "node:child_process"
import { readdirSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { type Benchmark, paired } from "./paired.ts"

const root = join(import.meta.dirname, "../..")

export const benchmark: Benchmark = async (folder) => {
  const { NODE_COMPILE_CACHE: _, ...rest } = process.env
  const env = { ...rest, FRIST_DB: join(folder, "frist.db"), XDG_CACHE_HOME: folder, LOCALAPPDATA: folder }
  const node = (...args: ReadonlyArray<string>) => {
    const { status, stderr } = spawnSync(process.execPath, args, { env })
    if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`)
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }))
  execFileSync(process.execPath, [join(root, "tools/build/command.ts"), join(folder, "dist")])
  const built = join(folder, "dist/frist.cjs")
  const sources = join(root, "packages/cli/src/bin.ts")
  const plan = join(root, "examples/plan")
  for (const file of readdirSync(plan).filter((name) => name.endsWith(".csv"))) {
    // An edition with findings of severity error is recorded, and the command ends with 1.
    spawnSync(
      process.execPath,
      [built, "import", join(plan, file), "--held-on", basename(file, ".csv"), "--plan", "sample"],
      {
        env
      }
    )
  }
  return paired(
    15,
    ["node -e 0", () => node("-e", "0")],
    ["frist board, built", () => node(built, "board")],
    ["frist --version, built", () => node(built, "--version")],
    ["frist board, from sources", () => node(sources, "board")]
  )
}
