/**
 * A project outside this workspace: npm installs the tarballs into an empty folder, where the examples are type-checked
 * and compiled.
 */
import { execFile } from "node:child_process"
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { root, sourcesIn } from "./Packages.ts"

const execute = promisify(execFile)

/** The environment without the settings of the package manager that runs the tests. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_(?:config|package|lifecycle)|^NODE_OPTIONS$|^VITEST/iu.test(name)
  )
)

/** Runs a program in a folder and resolves with its output. Rejects with all its output if it fails. */
export const run = async (
  cwd: string,
  env: Readonly<Record<string, string>>,
  command: string,
  ...args: ReadonlyArray<string>
): Promise<string> => {
  try {
    const { stdout } = await execute(command, args, {
      cwd,
      env: { ...environment, ...env },
      maxBuffer: 64 * 1024 * 1024
    })
    return stdout
  } catch (error) {
    const { stderr = "", stdout = "" } = error as { readonly stdout?: string; readonly stderr?: string }
    throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`, { cause: error })
  }
}

/** Whether npm reaches its registry. */
export const reachesRegistry = (): Promise<boolean> =>
  execute("npm", ["ping"], { timeout: 20_000, env: environment }).then(
    () => true,
    () => false
  )

const versions = (): Readonly<Record<string, string>> => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  const { dependencies } = JSON.parse(readFileSync(join(root, "examples/package.json"), "utf8"))
  const { peerDependencies } = JSON.parse(readFileSync(join(root, "packages/store/package.json"), "utf8"))
  return { ...devDependencies, ...dependencies, "@effect/sql-pg": peerDependencies["@effect/sql-pg"] }
}

/** The dependencies of the examples besides Frist: the driver is installed by those who use PostgreSQL. */
const beside = ["@effect/sql-pg", "hono", "@hono/node-server", "typescript", "@types/node"]

/** Creates the project. The compiled examples are in `out`. */
export const newcomer = async (
  folder: string,
  tarballs: ReadonlyArray<string>,
  more: ReadonlyArray<string> = []
): Promise<void> => {
  mkdirSync(join(folder, "src"), { recursive: true })
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }))
  const known = versions()
  const npm = ["install", "--no-audit", "--no-fund", "--prefer-offline"]
  await run(folder, {}, "npm", ...npm, ...tarballs, ...beside.map((name) => `${name}@${known[name]}`), ...more)
  const examples = sourcesIn("examples").filter((name) => !/\.test\.ts$|^start\.ts$|^plan\//u.test(name))
  for (const name of examples) cpSync(join(root, "examples", name), join(folder, "src", name), { recursive: true })
  const compilerOptions = {
    target: "es2024",
    // The types of Effect and Hono name types of browsers.
    lib: ["es2024", "dom"],
    module: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    rewriteRelativeImportExtensions: true,
    types: ["node"],
    rootDir: "src",
    outDir: "out"
  }
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["src"] }))
  cpSync(join(import.meta.dirname, "newcomer.mjs"), join(folder, "newcomer.mjs"))
  await run(folder, {}, process.execPath, "node_modules/typescript/bin/tsc")
}
