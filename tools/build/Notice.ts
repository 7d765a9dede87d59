/**
 * The notice of a bundle: every package of others that is in it, with its licence, as their licences ask.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** A package of others, as it says itself. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** The text of its licence. */
  readonly text: string
}

/** Returns the packages that the modules of a bundle come from, by name. Fails if one does not say its licence. */
export const packagesOf = (modules: Iterable<string>): ReadonlyArray<BundledPackage> => {
  const folders = new Map<string, string>()
  for (const module of modules) {
    const [, folder, name] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//u.exec(module.replaceAll("\\", "/")) ?? []
    if (folder !== undefined && name !== undefined) folders.set(name, folder)
  }
  return [...folders]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, folder]) => {
      const about: { readonly version: string; readonly license?: string } = JSON.parse(
        readFileSync(join(folder, "package.json"), "utf8")
      )
      if (about.license === undefined) throw new Error(`${name} does not say its licence.`)
      return { name, version: about.version, licence: about.license, text: licenceIn(folder) }
    })
}

const licenceIn = (folder: string): string => {
  const file = readdirSync(folder).find((each) => /^licen[cs]e(?:-mit)?(?:\.(?:md|txt))?$/iu.test(each))
  return file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").trim() : ""
}

/** Returns the notice: what is said of the files that are shipped unchanged, and then each package. */
export const noticeText = (files: string, packages: ReadonlyArray<BundledPackage>): string =>
  [
    files.trimEnd(),
    "The command and the pages that it writes contain parts of these packages:",
    packages.map(({ licence, name, version }) => `${name} ${version}, ${licence}`).join("\n"),
    ...packages.filter(({ text }) => text !== "").map(({ name, text }) => `---- ${name} ----\n\n${text}`)
  ].join("\n\n") + "\n"
