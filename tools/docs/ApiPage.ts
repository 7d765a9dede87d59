/**
 * Generates the page of the API from the manifests and sources of the packages.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { exportsOf, opening, packages } from "./Sources.ts"

/** A public module: the name to import it by, and its source. */
export interface PublicModule {
  readonly from: string
  readonly file: string
}

/** Returns the modules that packages publish by name: by no pattern, and not under `internal`. */
export const publicModules = (): ReadonlyArray<PublicModule> =>
  readdirSync(packages)
    .sort()
    .flatMap((folder) => {
      const { name, publishConfig } = JSON.parse(readFileSync(join(packages, folder, "package.json"), "utf8"))
      const exports: Readonly<Record<string, { readonly default?: string }>> = publishConfig.exports
      return Object.entries(exports).flatMap(([path, { default: to }]): ReadonlyArray<PublicModule> =>
        to === undefined || path.includes("*") || path.startsWith("./internal/")
          ? []
          : [
              {
                from: name + path.slice(1),
                file: join(packages, folder, to.replace("./dist/", "src/").replace(/\.js$/u, ".ts"))
              }
            ]
      )
    })

/** Returns the first sentence, escaped for a table. */
const first = (text: string): string => (/^.*?[.:](?= [A-Z`]|$)/u.exec(text)?.[0] ?? text).replaceAll("|", "\\|")

export const apiPage = (): string =>
  [
    "# API",
    "",
    "Every public module, with every name in it. Generated from the sources. A module that is not listed may change without notice.",
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
