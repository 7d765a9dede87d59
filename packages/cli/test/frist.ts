/**
 * The command line for tests: in this process, on databases in temporary folders.
 */
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as TestConsole from "effect/testing/TestConsole"
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll } from "vitest"
import { run } from "../src/CommandLine.ts"

/** The result of a run of the command. */
export interface Ended {
  readonly exitCode: number
  readonly out: string
  readonly err: string
}

const ended = (...words: ReadonlyArray<string>): Effect.Effect<Ended> =>
  Effect.gen(function* () {
    const exitCode = yield* run(words)
    const out = (yield* TestConsole.logLines).join("\n")
    const err = (yield* TestConsole.errorLines).join("\n")
    return { exitCode, out, err }
  }).pipe(Effect.provide(TestConsole.layer))

/** Runs `frist` with these words. */
export const frist = (...words: ReadonlyArray<string>): Promise<Ended> => Effect.runPromise(ended(...words))

/** Runs `frist` with these words in this environment. */
export const fristIn = (env: Readonly<Record<string, string>>, ...words: ReadonlyArray<string>): Promise<Ended> =>
  Effect.runPromise(Effect.provide(ended(...words), ConfigProvider.layer(ConfigProvider.fromEnv({ env }))))

/** Runs `frist` and returns the JSON it printed; throws if it failed. */
export const fristJson = async (...words: ReadonlyArray<string>): Promise<unknown> => {
  const ended = await frist(...words, "--format", "json")
  if (ended.exitCode !== 0) throw new Error(`${words.join(" ")}: ${ended.err}`)
  return JSON.parse(ended.out)
}

/** Returns the rows of CSV whose cells hold neither quotation marks nor line breaks. */
export const csvCells = (csv: string): ReadonlyArray<ReadonlyArray<string>> =>
  csv
    .replace("\ufeff", "")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(";").map((cell) => cell.replaceAll('"', "")))

/** Makes a folder that is removed after the tests of the file. */
export const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), "frist-"))
  afterAll(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const plan = fileURLToPath(new URL("../../../examples/plan/", import.meta.url))
export const first = join(plan, "2023-12-15.csv")
export const second = join(plan, "2024-06-17.csv")

/** Makes a database with the first edition of the sample plan. */
export const sample = async (into: string): Promise<string> => {
  const db = join(into, `${crypto.randomUUID()}.db`)
  const ended = await frist("import", first, "--held-on", "2023-12-15", "--plan", "sample", "--db", db)
  if (ended.exitCode !== 0) throw new Error(ended.err)
  return db
}

/** Copies a database that no command has open. */
export const copied = (db: string): string => {
  const copy = join(dirname(db), `${crypto.randomUUID()}.db`)
  for (const part of ["", "-wal"]) if (existsSync(db + part)) copyFileSync(db + part, copy + part)
  return copy
}

/** Returns every byte in a folder, by file name: a refused command must not change them. */
export const contents = (of: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(of, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith("-shm"))
      .map((entry) => [entry.name, readFileSync(join(of, entry.name)).toString("base64")])
  )
