/**
 * The blocks of code on a page that are not run as commands: TypeScript that stands in a file which is, and lines for a
 * shell.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

/** The root of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url))

/** Every page of the documentation, the packages' own included, by its path in the repository. */
export const documents = (): ReadonlyArray<string> => [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "packages")).map((name) => `packages/${name}/README.md`),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
    .map((name) => `docs/${name}`)
]

export const textOf = (path: string): string => readFileSync(join(root, path), "utf8")

/** The blocks of that kind on a page. */
export const blocks = (page: string, kind: string): ReadonlyArray<string> =>
  Array.from(page.matchAll(/^```(\w*)\n([^]*?)^```$/gmu))
    .filter(([, of]) => of === kind)
    .map(([, , body = ""]) => body)

/** Every kind of block on a page. */
export const kinds = (page: string): ReadonlyArray<string> =>
  Array.from(page.matchAll(/^```(\w*)\n[^]*?^```$/gmu), ([, kind = ""]) => kind)

/** The TypeScript that is compiled and run: examples with tests, and the packages themselves. */
export const compiled = (): ReadonlyArray<string> =>
  ["examples", "packages"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !/node_modules|\/dist\//u.test(name))
      .map((name) => readFileSync(join(root, folder, name), "utf8"))
  )
