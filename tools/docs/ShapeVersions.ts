/**
 * Guards published shapes against unannounced changes. `reference/json/versions.json` has the hash of each version;
 * another hash requires another version and a line in the changelog.
 */
import { hash } from "node:crypto"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

/** For each shape and each of its versions: the SHA-256 of its JSON Schema, and the release that it came with. */
export type Versions = Readonly<
  Record<string, Readonly<Record<string, { readonly sha256: string; readonly since: string }>>>
>

/** A shape as it is now: its version, and the hash of its JSON Schema without its names. */
export interface Shape {
  readonly name: string
  readonly version: number
  readonly sha256: string
}

const path = fileURLToPath(new URL("../../docs/reference/json/versions.json", import.meta.url))
const changelogPath = fileURLToPath(new URL("../../CHANGELOG.md", import.meta.url))

/** Reads the versions that are kept. */
export const keptVersions = (): Versions => JSON.parse(readFileSync(path, "utf8"))
/** Reads the changelog. */
export const changelog = (): string => readFileSync(changelogPath, "utf8")

/** Returns the unreleased version by the changelog; `undefined` if all are released. */
export const unreleased = (text: string): string | undefined => /^## (\S+) \(unreleased\)$/mu.exec(text)?.[1]

/** Returns the shape of a JSON Schema. Its version is in the schema, or 1 if the schema has none. */
export const shapeOf = (name: string, page: string): Shape => {
  const { $id: _, title: __, ...schema } = JSON.parse(page)
  const version = schema.properties?.version?.enum?.[0] ?? 1
  return { name, version: Number(version), sha256: hash("sha256", JSON.stringify(schema)) }
}

/** Returns what is wrong with the shapes as they are now, in sentences that say what to do. */
export const complaints = (shapes: ReadonlyArray<Shape>, kept: Versions, text: string): ReadonlyArray<string> => {
  const names = new Set(shapes.map(({ name }) => name))
  const gone = Object.keys(kept).filter((name) => !names.has(name))
  return [
    ...gone.map(
      (name) =>
        `${name} is gone, and others may still read it. Say so in CHANGELOG.md and delete it from versions.json.`
    ),
    ...shapes.flatMap(({ name, sha256, version }) => {
      const before = kept[name]?.[version]
      return [
        ...(before === undefined ? [`${name} ${version} is new: run \`pnpm run docs\`, which notes it.`] : []),
        ...(before !== undefined && before.sha256 !== sha256
          ? [`${name} ${version} has changed: give it version ${version + 1} and say so in CHANGELOG.md.`]
          : []),
        ...(version > 1 && !text.includes(`\`${name}\` ${version}`)
          ? [`CHANGELOG.md does not say what is new in \`${name}\` ${version}.`]
          : [])
      ]
    })
  ]
}

/**
 * Returns the versions with new ones added. A noted version keeps its hash, unless no release has carried it and `again`
 * is set.
 */
export const noted = (shapes: ReadonlyArray<Shape>, kept: Versions, text: string, again: boolean): Versions => {
  const release = unreleased(text)
  const versions: Record<string, Record<string, { readonly sha256: string; readonly since: string }>> = {}
  for (const [name, each] of Object.entries(kept)) versions[name] = { ...each }
  for (const { name, sha256, version } of shapes) {
    const own = (versions[name] ??= {})
    const before = own[version]
    if (before !== undefined && !(again && before.since === release)) continue
    own[version] = { sha256, since: before?.since ?? release ?? "" }
  }
  return Object.fromEntries(Object.entries(versions).sort(([a], [b]) => (a < b ? -1 : 1)))
}
