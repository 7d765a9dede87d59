/**
 * The first thing to run: imports the editions of the sample plan, shows how two of its deadlines moved, writes the report,
 * and says what to try. A line that begins with `$` is a command to type; here it runs in this process. The database and the
 * report are written beside this file, or in the folder that is named.
 */
import { run } from "@frist/cli/CommandLine"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { readdirSync, rmSync } from "node:fs"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"

const here = (path: string) => relative(process.cwd(), fileURLToPath(new URL(path, import.meta.url)))
const into = process.argv[2] ?? here(".")
const [db, report] = [join(into, "sample.db"), join(into, "sample.html")]
for (const file of [db, `${db}-wal`, `${db}-shm`, report]) rmSync(file, { force: true })
process.env["FRIST_ACTOR"] ??= "Strategen"

// A reader that closes early, as `pnpm start | head` does, misses lines; the report is still written.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
})

/** Runs a command, and returns what it printed; ends this process if it failed. */
const frist = async (...words: ReadonlyArray<string>): Promise<string> => {
  const printed: Array<string> = []
  const kept: Console.Console = { ...console, log: (...parts) => void printed.push(parts.join(" ")) }
  const asked = run([...words, "--db", db]).pipe(Effect.provideService(Console.Console, kept))
  const exitCode = await Effect.runPromise(asked)
  if (exitCode !== 0) process.exit(exitCode)
  return printed.join("\n").trim()
}

const texts = {
  sv: {
    read: `Tre utgåvor av en sjukhusplan är inlästa i ${db}, var och en jämförd med den före:`,
    moved: "Så har två slutdatum flyttats:",
    report: (day: string) => `Rapporten till mötet ${day}, att öppna i en webbläsare:`,
    next: "Prova sedan:",
    own: "se hur er egen tabell skulle läsas; inget sparas",
    ownFile: "FIL.docx",
    serve: "planen i en webbläsare, med alla ändringar av varje slutdatum",
    verify: "pröva att loggen är orörd sedan rapporten skrevs",
    json: "samma ändringar som data, för program"
  },
  en: {
    read: `Three editions of a hospital's plan are in ${db}, each compared with the one before:`,
    moved: "How two of its deadlines moved:",
    report: (day: string) => `The report for the meeting of ${day}, to open in a browser:`,
    next: "Then try:",
    own: "how your own table would be read; nothing is recorded",
    ownFile: "FILE.docx",
    serve: "the plan in a browser, with every change of each deadline",
    verify: "check that the log is the one that the report was made from",
    json: "the same changes as data, for programs"
  }
}
const text = texts[process.env["FRIST_LANG"] === "en" ? "en" : "sv"]

console.log(`${text.read}\n`)
// Each edition is named after the day of its review.
const days = readdirSync(here("plan/"))
  .filter((name) => name.endsWith(".docx"))
  .map((name) => name.slice(0, 10))
  .sort()
for (const day of days) {
  const [first] = (
    await frist("import", here(`plan/${day}.docx`), "--held-on", day, "--title", "Digital strategi")
  ).split("\n")
  console.log(`  ${first}`)
}

console.log(`\n${text.moved}`)
for (const activity of ["sdv", "webbtidbokning-ogon"])
  console.log(`\n$ ./frist slips ${activity} --chart --db ${db}\n\n${await frist("slips", activity, "--chart")}`)

const last = days.at(-1) ?? ""
await frist("report", "--held-on", last, "--out", report)
console.log(`\n${text.report(last)} ${report}\n\n${text.next}\n`)
const tries = [
  [`import ${text.ownFile} --columns`, text.own],
  [`serve --db ${db}`, text.serve],
  [`verify --against ${report} --db ${db}`, text.verify],
  [`slips --format json --db ${db}`, text.json]
] as const
for (const [command, purpose] of tries) console.log(`  ./frist ${command}\n      ${purpose}`)
