/**
 * The page of everything that the packages publish, made from their manifests and sources: each name with its
 * description, its signature, and an example or a page that uses it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { signaturesOf } from "./Signature.ts"
import { exportsOf, opening, packages } from "./Sources.ts"

/** A module that a package publishes, by the name it is imported by, and its source. */
export interface PublicModule {
  readonly from: string
  readonly file: string
}

interface Manifest {
  readonly name: string
  readonly publishConfig: { readonly exports: Readonly<Record<string, { readonly default?: string }>> }
}

/** Every module that is published for everyone: what lies under `internal/` is for Frist's own packages. */
export const publicModules = (): ReadonlyArray<PublicModule> =>
  readdirSync(packages)
    .filter((folder) => existsSync(join(packages, folder, "package.json")))
    .sort()
    .flatMap((folder) => {
      const { name, publishConfig }: Manifest = JSON.parse(readFileSync(join(packages, folder, "package.json"), "utf8"))
      return Object.entries(publishConfig.exports).flatMap(([path, { default: to }]): ReadonlyArray<PublicModule> => {
        if (to === undefined || path.includes("*")) return []
        const file = join(packages, folder, to.replace("./dist/", "src/").replace(/\.js$/u, ".ts"))
        return [{ from: name + path.slice(1), file }]
      })
    })

const root = join(packages, "..")

const filesIn = (folder: string, ending: string): ReadonlyArray<string> =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !/node_modules|\.test\.ts$|reference\/api\.md$/u.test(name))
    .sort()
    .map((name) => `${folder}/${name}`)

/** The shortest example that imports the name from the module, else the first page that speaks of it. */
const usedIn = (): ((from: string, name: string) => string | undefined) => {
  const examples = filesIn("examples", ".ts")
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
    .sort((a, b) => a.text.length - b.text.length)
  const pages = [...filesIn("packages", "README.md"), ...filesIn("docs", ".md")]
    .filter((path) => !/docs\/(?:sv|decisions)\//u.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
  return (from, name) => {
    const imported = new RegExp(`\\b${name}\\b[^;"]*\\} from "${from}"|\\* as ${name} from "${from}"`, "u")
    const example = examples.find(({ text }) => imported.test(text))
    const mentioned = new RegExp(`\`${name}\\b|\\b${name}\\(`, "u")
    return (example ?? pages.find(({ text }) => mentioned.test(text)))?.path
  }
}

const link = (path: string): string =>
  path.startsWith("docs/reference/")
    ? `[${path.slice(15)}](${path.slice(15)})`
    : path.startsWith("docs/")
      ? `[${path.slice(5)}](../${path.slice(5)})`
      : `[${path}](../../${path})`

/** A published name, as the page shows it. */
export interface DocumentedName {
  readonly from: string
  readonly name: string
  readonly says: string
  readonly signature: string
  /** A link to an example, a page, or another name whose signature has this one. */
  readonly seen: string | undefined
}

/** Returns every published name, in the order of modules and sources. */
export const documentedNames = (): ReadonlyArray<DocumentedName> => {
  const shownIn = usedIn()
  const names = publicModules().flatMap(({ file, from }) => {
    const signatures = signaturesOf(file)
    return exportsOf(file).map(({ name, says }) => ({ from, name, says, signature: signatures.get(name) ?? name }))
  })
  return names.map((each) => {
    const shown = shownIn(each.from, each.name)
    if (shown !== undefined) return { ...each, seen: link(shown) }
    const word = new RegExp(`\\b${each.name}\\b`, "u")
    const user = names.find((other) => other.name !== each.name && word.test(other.signature))
    return { ...each, seen: user === undefined ? undefined : `[${user.name}](#${user.name.toLowerCase()})` }
  })
}

export const apiPage = (): string => {
  const names = documentedNames()
  return [
    "# API",
    "",
    `The ${names.length} names that the packages publish, made from the sources. Import a name from the module under whose heading it stands. Modules under \`internal/\` serve Frist's own packages and change without notice.`,
    "",
    ...publicModules().flatMap(({ file, from }) => [
      `## ${from}`,
      "",
      opening(readFileSync(file, "utf8")),
      "",
      ...names
        .filter((each) => each.from === from)
        .flatMap(({ name, says, seen, signature }) => [
          `### ${name}`,
          "",
          says,
          "",
          "```text",
          signature,
          "```",
          "",
          ...(seen === undefined ? [] : [`See ${seen}.`, ""])
        ])
    ])
  ].join("\n")
}
