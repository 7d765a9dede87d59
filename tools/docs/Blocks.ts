/**
 * The pages of the documentation, and their blocks of code that are not run as commands.
 */
import { globSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

/** The root of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url))

/** Returns the path of every page of the documentation in the repository, READMEs of packages included. */
export const documents = (): ReadonlyArray<string> => [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "packages")).map((name) => `packages/${name}/README.md`),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`)
]

/** Reads a file by its path in the repository. */
export const textOf = (path: string): string => readFileSync(join(root, path), "utf8")

/** Returns the blocks of a kind on a page. */
export const blocks = (page: string, kind: string): ReadonlyArray<string> =>
  Array.from(page.matchAll(/^```(\w*)\n([^]*?)^```$/gmu))
    .filter(([, of]) => of === kind)
    .map(([, , body = ""]) => body)

/** Returns the kind of every block on a page. */
export const kinds = (page: string): ReadonlyArray<string> =>
  Array.from(page.matchAll(/^```(\w*)\n[^]*?^```$/gmu), ([, kind = ""]) => kind)

/** Returns the path of every TypeScript file that git may track under a folder of the repository. */
export const sourcesIn = (folder: string): ReadonlyArray<string> =>
  globSync("**/*.ts", {
    cwd: join(root, folder),
    // Not read at all: pnpm links each package's dependencies there.
    exclude: (name) => name === "node_modules" || name === "dist"
  })
    .filter((name) => !name.endsWith(".d.ts"))
    .sort()
    .map((name) => join(root, folder, name))

/** Returns the sources of examples and packages, which are compiled and tested. */
export const compiled = (): ReadonlyArray<string> =>
  ["examples", "packages"].flatMap(sourcesIn).map((file) => readFileSync(file, "utf8"))
