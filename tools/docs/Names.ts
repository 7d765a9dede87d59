/**
 * Finds exported names that break the style rules: one name with two meanings, or an export that only its own file
 * uses. Also lists the public names.
 */
import { readdirSync, readFileSync } from "node:fs"
import { relative } from "node:path"
import { publicModules } from "./ApiPage.ts"
import { root, sourcesIn } from "./Blocks.ts"
import { type ExportedName, exportsOf, packages, sourceOf } from "./Sources.ts"

/** Names that mean the same in every file that exports them, and what they mean. */
export const conventions: Readonly<Record<string, string>> = {
  layer: "the layer of the adapter or service that the file is named after",
  layerFromClient: "the layer of the adapter that the file is named after, on a client that the caller has",
  make: "the constructor of the service that the file is named after",
  write: "the function of a writer that turns a report into one file format"
}

/** Whether files export a name with one meaning: each is in the folder of another adapter of the same package. */
const areCounterparts = (paths: ReadonlyArray<string>): boolean => {
  const adapters = paths.map((path) => /^(.*\/src)\/(?:postgres|sqlite|memory)\//u.exec(path))
  return (
    new Set(adapters.map((each) => each?.[1])).size === 1 &&
    new Set(adapters.map((each) => each?.[0])).size === paths.length
  )
}

const exported = new Map(
  readdirSync(packages)
    .flatMap((name) => sourcesIn(`packages/${name}/src`))
    .map((file) => [file, exportsOf(file)] as const)
)

const declaredBy = (file: string): ReadonlyArray<string> =>
  (exported.get(file) ?? []).filter(({ declaredIn }) => declaredIn === file).map(({ name }) => name)

/** Returns each name that two or more sources declare and export with different meanings, and those files. */
export const ambiguousNames = (): ReadonlyMap<string, ReadonlyArray<string>> => {
  const files = new Map<string, Array<string>>()
  for (const file of exported.keys())
    for (const name of declaredBy(file)) files.set(name, [...(files.get(name) ?? []), relative(root, file)])
  return new Map(
    [...files].filter(([name, paths]) => paths.length > 1 && !(name in conventions) && !areCounterparts(paths))
  )
}

/** Returns, as `file#name`, each export that no other file uses and no public module gives. */
export const unusedExports = (): ReadonlyArray<string> => {
  const used = new Set(publicNames().map(({ declaredIn, name }) => `${declaredIn}#${name}`))
  for (const file of ["packages", "examples", "tools"].flatMap(sourcesIn)) {
    const text = readFileSync(file, "utf8")
    const words = new Set(text.match(/[\w$]+/gu))
    for (const [, specifier = ""] of text.matchAll(/(?:from |(?:import|resolve|URL)\(\s*)"([^"]+)"/gu)) {
      const whole = text.includes(`export * from "${specifier}"`)
      for (const { declaredIn, name } of exported.get(sourceOf(file, specifier) ?? "") ?? [])
        if (whole || words.has(name)) used.add(`${declaredIn}#${name}`)
    }
  }
  return [...exported.keys()]
    .flatMap((file) => declaredBy(file).map((name) => `${file}#${name}`))
    .filter((each) => !used.has(each))
    .map((each) => relative(root, each))
}

/** Returns each public name once, with the file that declares it. A schema and its type of the same name are one. */
export const publicNames = (): ReadonlyArray<ExportedName> => [
  ...new Map(
    publicModules()
      .flatMap(({ file }) => exported.get(file) ?? [])
      .map((each) => [`${each.declaredIn}#${each.name}`, each])
  ).values()
]
