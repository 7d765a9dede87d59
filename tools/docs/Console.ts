/**
 * The commands that pages show, run for real: a block marked `console` holds lines that begin with `$ frist`, and below
 * each what it prints. A line `…` stands for any number of lines that the page leaves out, and `~/` for a folder of the
 * page's own. On a page about a server, blocks marked `sql` are run too.
 */
import { run } from "@frist/cli/main"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as TestConsole from "effect/testing/TestConsole"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "./Blocks.ts"
import { pageDatabase } from "./PageDatabase.ts"

/** A command; or SQL, which a page shows without what it answers. */
export interface Shown {
  readonly command: string
  readonly output: string
}

const block = /^```(console|sql)\n([^]*?)^```$/gmu
const sql = "sql: "

/** The blocks of a page, each a list of commands with what the page says they print. */
export const blocksOf = (page: string): ReadonlyArray<ReadonlyArray<Shown>> =>
  Array.from(page.matchAll(block), ([, kind, body = ""]) =>
    kind === "sql" ? [{ command: sql + body, output: "" }] : shownIn(body)
  )

const shownIn = (body: string): ReadonlyArray<Shown> =>
  body
    .split(/^(?=\$ )/mu)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const [first = "", ...output] = part.split("\n")
      return { command: first.slice(2), output: output.join("\n").trim() }
    })

/** The page with other outputs in the same blocks. */
export const withBlocks = (page: string, blocks: ReadonlyArray<ReadonlyArray<Shown>>): string => {
  let at = 0
  return page.replace(block, (before, kind: string) => {
    const shown = blocks[at++] ?? []
    if (kind === "sql") return before
    const body = shown.map(({ command, output }) => `$ ${command}\n${output === "" ? "" : `\n${output}\n`}`)
    return `\`\`\`console\n${body.join("\n")}\`\`\``
  })
}

const wordsOf = (command: string): ReadonlyArray<string> =>
  Array.from(command.matchAll(/"([^"]*)"|(\S+)/gu), ([, quoted, bare]) => quoted ?? bare ?? "")

/** The environment in which pages are written: 88 characters wide, without colour, by the strategist. */
const environment = { COLUMNS: "88", NO_COLOR: "1", FRIST_ACTOR: "Strategen" }

/**
 * Runs the commands of one page in order, on a database of their own, from the root of the repository: in a file, or on a
 * server, for a page that speaks of one.
 */
export const runAll = async (commands: ReadonlyArray<string>, server?: string): Promise<ReadonlyArray<string>> => {
  const database = commands.some((command) => command.startsWith(sql)) ? await pageDatabase(server) : undefined
  const folder = mkdtempSync(join(tmpdir(), "frist-docs-"))
  const before = { directory: process.cwd(), variables: { ...process.env } }
  process.chdir(root)
  Object.assign(process.env, environment)
  const config = ConfigProvider.fromEnv({
    env: { ...environment, FRIST_DB: database?.address ?? join(folder, "frist.db") }
  })
  try {
    const outputs: Array<string> = []
    for (const command of commands) {
      if (database !== undefined && command.startsWith(sql)) {
        await database.run(command.slice(sql.length))
        outputs.push("")
        continue
      }
      const [program, ...typed] = wordsOf(command)
      const words = typed.map((word) => (word.startsWith("~/") ? join(folder, word.slice(2)) : word))
      if (program !== "frist") throw new Error(`A console block runs frist, not ${program}.`)
      const printed = await Effect.runPromise(
        Effect.gen(function* () {
          yield* run(database === undefined ? words : words.map(database.real))
          return [...(yield* TestConsole.logLines), ...(yield* TestConsole.errorLines)].join("\n").trim()
        }).pipe(Effect.provide([TestConsole.layer, ConfigProvider.layer(config)]))
      )
      outputs.push((database === undefined ? printed : database.shown(printed)).replaceAll(join(folder, "/"), "~/"))
    }
    return outputs
  } finally {
    process.chdir(before.directory)
    for (const name of Object.keys(environment)) delete process.env[name]
    Object.assign(process.env, before.variables)
    rmSync(folder, { recursive: true, force: true })
    await database?.drop()
  }
}

/** Whether an output is what the page shows, `…` aside. */
export const agrees = (shown: string, printed: string): boolean => {
  const parts = shown.split(/^…$/mu).map((part) => part.trim())
  if (parts.length === 1) return shown.trim() === printed
  let rest = printed
  return parts.every((part, at) => {
    const found =
      at === 0
        ? rest.startsWith(part)
          ? 0
          : -1
        : at === parts.length - 1
          ? rest.endsWith(part)
            ? rest.length - part.length
            : -1
          : rest.indexOf(part)
    rest = found === -1 ? rest : rest.slice(found + part.length)
    return found !== -1
  })
}
