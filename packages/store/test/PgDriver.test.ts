/**
 * The PostgreSQL driver is an optional peer dependency: only the modules under `postgres/` may load it.
 */
import { readdirSync, readFileSync } from "node:fs"
import { dirname, relative, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

const packages = fileURLToPath(new URL("../../", import.meta.url))
const src = resolve(packages, "store/src")

const modules = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"))

/** The modules that a module imports or re-exports when it is loaded: types are erased. */
const importsOf = (file: string): ReadonlyArray<string> =>
  [...readFileSync(file, "utf8").matchAll(/(?:^|\n)(?:import|export) (?!type )[^"]*?from "([^"]+)"/gu)].map(
    ([, specifier = ""]) => {
      const [, name, path] = /^@frist\/([a-z]+)\/(.+)$/u.exec(specifier) ?? []
      if (name !== undefined) return resolve(packages, name, "src", `${path}.ts`)
      return specifier.startsWith(".") ? resolve(dirname(file), specifier) : specifier
    }
  )

/** Everything that is loaded with a module: files, and packages by their specifiers. */
const loadedWith = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  for (const each of importsOf(file)) {
    if (seen.has(each)) continue
    seen.add(each)
    if (each.startsWith("/")) loadedWith(each, seen)
  }
  return seen
}

const loadsDriver = (file: string): boolean =>
  [...loadedWith(resolve(src, file))].some((each) => each.startsWith("@effect/sql-pg"))

it("a module outside postgres/ never loads the driver", () => {
  const loading = modules.filter(loadsDriver)
  expect(loading).toContain(relative(src, resolve(src, "postgres/PgEventLog.ts")))
  expect(loading.filter((file) => !file.startsWith("postgres"))).toEqual([])
})
