/**
 * The main task on the sample plan: import its editions, and print the board, the completed list and every moved deadline.
 * Each line that begins with `$` is a command to type; here they run in this process.
 */
import { run } from "@frist/cli/CommandLine"
import * as Effect from "effect/Effect"
import { readdirSync, rmSync } from "node:fs"
import { relative } from "node:path"
import { fileURLToPath } from "node:url"

const here = (path: string) => relative(process.cwd(), fileURLToPath(new URL(path, import.meta.url)))
const db = here("sample.db")
for (const ending of ["", "-wal", "-shm"]) rmSync(db + ending, { force: true })

/** Prints a command and runs it. */
const frist = async (...words: ReadonlyArray<string>) => {
  console.log(`\n$ frist ${words.map((word) => (/\s/u.test(word) ? `"${word}"` : word)).join(" ")}\n`)
  const exitCode = await Effect.runPromise(run(words))
  if (exitCode !== 0) process.exit(exitCode)
}

process.env["FRIST_DB"] = db
process.env["FRIST_ACTOR"] ??= "Strategen"
const plan = "digital-strategi"
const editions = readdirSync(here("plan/")).filter((name) => name.endsWith(".csv"))

// Each edition is named after the day of its review.
for (const name of editions.sort()) {
  await frist(
    "import",
    here(`plan/${name}`),
    "--held-on",
    name.slice(0, 10),
    "--plan",
    plan,
    "--title",
    "Digital strategi"
  )
}
await frist("board", "--as-of", "2024-12-16")
await frist("completed", "--as-of", "2024-12-16")
await frist("slips", "--as-of", "2024-12-16")

console.log(`
The log is in ${db}. Go on with it, for example:

  npx -y pnpm@12 frist history webbtidbokning-ogon --db ${db}
  npx -y pnpm@12 frist board --as-of 2024-01-01 --db ${db}
  npx -y pnpm@12 frist move webbtidbokning-ogon "hösten 2025" --reason "Nyanställda först" --db ${db}
`)
