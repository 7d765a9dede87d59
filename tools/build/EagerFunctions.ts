/**
 * Makes the compile cache hold the functions that common commands run. V8 caches what it compiles eagerly, which is what
 * stands in parentheses; all else is compiled again in each process. What runs is what a build ran with coverage.
 */
import { spawnSync } from "node:child_process"
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { parseAst } from "rolldown/parseAst"

/** The functions of each file that ran, as "start:end" of their text. */
type Ran = Map<string, Set<string>>

interface Coverage {
  readonly result: ReadonlyArray<{
    readonly url: string
    readonly functions: ReadonlyArray<{
      readonly ranges: readonly [{ readonly startOffset: number; readonly endOffset: number; readonly count: number }]
    }>
  }>
}

/** Rewrites the files of a bundle after running its command with each of these arguments, on a database of its own. */
export const compileEagerly = async (bundle: string, runs: ReadonlyArray<ReadonlyArray<string>>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "frist-eager-"))
  try {
    const env = {
      ...process.env,
      FRIST_DB: join(folder, "frist.db"),
      LOCALAPPDATA: folder,
      NODE_V8_COVERAGE: join(folder, "coverage"),
      XDG_CACHE_HOME: folder
    }
    for (const args of runs) {
      const { status, stderr } = spawnSync(process.execPath, [join(bundle, "frist.cjs"), ...args], {
        encoding: "utf8",
        env
      })
      if (status !== 0) throw new Error(`frist ${args.join(" ")} ended with ${status}: ${stderr}`)
    }
    for (const [name, ran] of await functionsIn(join(folder, "coverage"), bundle)) {
      const file = join(bundle, name)
      await writeFile(file, withEager(await readFile(file, "utf8"), ran))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const functionsIn = async (folder: string, bundle: string): Promise<Ran> => {
  const all: Ran = new Map()
  for (const report of await readdir(folder)) {
    const { result }: Coverage = JSON.parse(await readFile(join(folder, report), "utf8"))
    for (const { functions, url } of result) {
      const name = basename(url)
      // The entry turns the cache on, and is not in it.
      if (name === "frist.cjs" || !url.endsWith(`/${basename(bundle)}/${name}`)) continue
      const ran = all.get(name) ?? new Set()
      all.set(name, ran)
      for (const {
        ranges: [whole]
      } of functions)
        if (whole.count > 0) ran.add(`${whole.startOffset}:${whole.endOffset}`)
    }
  }
  return all
}

/** Returns a script with parentheses around the functions that ran. Declarations become variables at its beginning. */
export const withEager = (script: string, ran: ReadonlySet<string>): string => {
  const program = parseAst(script, { sourceType: "commonjs" })
  const hasRun = ({ end, start }: { readonly start: number; readonly end: number }) => ran.has(`${start}:${end}`)
  const marks: Array<readonly [at: number, mark: string]> = []
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return
    if (isExpression(node) && hasRun(node)) marks.push([node.start, "("], [node.end, ")"])
    for (const child of Object.values(node)) visit(child)
  }
  visit(program.body)
  marks.sort(([a], [b]) => a - b)
  const marked = (start: number, end: number): string => {
    let text = ""
    let from = start
    for (const [at, mark] of marks) {
      if (at <= start || at >= end) continue
      text += script.slice(from, at) + mark
      from = at
    }
    return text + script.slice(from, end)
  }
  let first = ""
  let rest = ""
  let from = 0
  for (const statement of program.body) {
    if (statement.type !== "FunctionDeclaration" || statement.id === null || !hasRun(statement)) continue
    const { end, id, start } = statement
    first += `var ${id.name}=(${script.slice(start, id.start)}${marked(id.end, end)});`
    rest += marked(from, start)
    from = end
  }
  return first + rest + marked(from, script.length)
}

interface Expression {
  readonly start: number
  readonly end: number
}

const isExpression = (node: object): node is Expression =>
  "type" in node && (node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression")
