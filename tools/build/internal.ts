/**
 * Closes the published packages: in what the compiler emitted, a module of another package that is not public is imported
 * from under `internal/`, which is where the published manifest has it.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const packages = join(import.meta.dirname, "../../packages")

interface Manifest {
  readonly name: string
  readonly publishConfig: { readonly exports: Readonly<Record<string, unknown>> }
}

const manifests = new Map(
  readdirSync(packages).map((folder) => {
    const manifest: Manifest = JSON.parse(readFileSync(join(packages, folder, "package.json"), "utf8"))
    return [folder, manifest] as const
  })
)

/** Returns the published name of a module: itself where it is public, else under `internal/`. */
const published = (whole: string, name: string, path: string): string => {
  const exports = manifests.get(name)?.publishConfig.exports ?? {}
  return `./${path}` in exports || path.startsWith("internal/") ? whole : `"@frist/${name}/internal/${path}"`
}

// The command is a bundle that holds what it needs.
for (const folder of [...manifests.keys()].filter((each) => each !== "cli")) {
  const dist = join(packages, folder, "dist")
  for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
    if (!/\.(?:js|d\.ts)$/u.test(name)) continue
    const file = join(dist, name)
    const emitted = readFileSync(file, "utf8")
    const closed = emitted.replace(/"@frist\/([a-z]+)\/([\w/.-]+)"/gu, published)
    if (closed !== emitted) writeFileSync(file, closed)
  }
}
