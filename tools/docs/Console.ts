/**
 * Runs the commands that pages show. A block marked `console` holds lines that begin with `$ frist`, or with `$ ./frist`
 * where the reader has a clone, each followed by its output. A line `…` means any number of lines that the page omits, and `~/` a temporary folder of the page. On a
 * page about a server, blocks marked `sql` are run too.
 */
import { run } from "@frist/cli/CommandLine"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as TestConsole from "effect/testing/TestConsole"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "./Blocks.ts"
import { pageDatabase } from "./PageDatabase.ts"

/** A command with its output; or SQL, whose result pages do not show. */
export interface Shown {
  readonly command: string
  readonly output: string
}

const block = /^```(console|sql)\n([^]*?)^```$/gmu
const sql = "sql: "

/** Returns the blocks of a page, each a list of commands with the outputs that the page shows. */
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

/** Returns the page with other outputs in the same blocks. */
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

/** The environment of all pages: 88 characters wide, without colour, the strategist as actor. */
const environment = { COLUMNS: "88", NO_COLOR: "1", FRIST_ACTOR: "Strategen" }

/**
 * Runs the commands of one page in order, from the root of the repository, and returns their outputs. The page has its
 * own database: a file, or one on the server if the page has SQL.
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
      if (program !== "frist" && program !== "./frist") throw new Error(`A console block runs frist, not ${program}.`)
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

/** Whether an output is the one that the page shows, except for the lines that `…` omits. */
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
