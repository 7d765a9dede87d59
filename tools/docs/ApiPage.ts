/**
 * Generates the page of the API from the manifests and sources of the packages.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { exportsOf, opening, packages } from "./Sources.ts"

/** A module that a package exports: the name to import it by, and its source. */
export interface PublicModule {
  readonly from: string
  readonly file: string
}

/** Returns every module that a published package exports. */
export const publicModules = (): ReadonlyArray<PublicModule> =>
  readdirSync(packages)
    .sort()
    .flatMap((folder) => {
      const { name, publishConfig } = JSON.parse(readFileSync(join(packages, folder, "package.json"), "utf8"))
      const exports: Readonly<Record<string, { readonly default?: string }>> = publishConfig.exports
      return Object.entries(exports).flatMap(([path, { default: to }]): ReadonlyArray<PublicModule> => {
        if (to === undefined) return []
        if (path === "./*") {
          const sources = join(packages, folder, "src")
          return readdirSync(sources, { recursive: true, encoding: "utf8" })
            .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
            .sort()
            .map((file) => ({ from: `${name}/${file.replace(/\.ts$/u, "")}`, file: join(sources, file) }))
        }
        const file = join(packages, folder, to.replace("./dist/", "src/").replace(/\.js$/u, ".ts"))
        return [{ from: name + path.slice(1), file }]
      })
    })

/** Returns the first sentence, escaped for a table. */
const first = (text: string): string => (/^.*?[.:](?= [A-Z`]|$)/u.exec(text)?.[0] ?? text).replaceAll("|", "\\|")

export const apiPage = (): string =>
  [
    "# API",
    "",
    "Every module that a package exports, with every name in it. Generated from the sources. A name that is not listed is not exported and may change without notice.",
    "",
    ...publicModules().flatMap(({ file, from }) => [
      `## ${from}`,
      "",
      opening(readFileSync(file, "utf8")),
      "",
      "| name | |",
      "|---|---|",
      ...exportsOf(file).map(({ name, says }) => `| \`${name}\` | ${first(says)} |`),
      ""
    ])
  ].join("\n")
