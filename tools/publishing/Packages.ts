/**
 * The packages that are published, and how they are packed: as a publisher does, from what the compiler emits.
 */
import { execFile } from "node:child_process"
import { mkdirSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"

const execute = promisify(execFile)
export const root = join(import.meta.dirname, "../..")

/** What a package says of itself, as far as it matters here. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly publishConfig?: { readonly exports?: Readonly<Record<string, unknown>> }
}

/** A package and the folder of its sources. */
export interface Published {
  readonly folder: string
  readonly manifest: Manifest
}

export const published: ReadonlyArray<Published> = readdirSync(join(root, "packages"))
  .sort()
  .map((name) => join(root, "packages", name))
  .map((folder) => ({
    folder,
    manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest
  }))
  .filter(({ manifest }) => manifest.private !== true)

/** The name of a package's tarball. */
export const tarballOf = ({ manifest: { name, version } }: Published): string =>
  `${name.replace("@", "").replace("/", "-")}-${version}.tgz`

/** Runs the package manager that runs this, or the one that the README names. */
const pnpm = async (folder: string, ...args: ReadonlyArray<string>): Promise<void> => {
  const running = process.env["npm_execpath"]
  const [command, before] =
    running?.endsWith("pnpm.cjs") === true || running?.endsWith("pnpm.mjs") === true
      ? [process.execPath, [running]]
      : ["npx", ["-y", "pnpm@12"]]
  await execute(command, [...before, ...args], { cwd: folder, maxBuffer: 64 * 1024 * 1024 })
}

/** Builds every package and packs it into a folder; answers with the paths of the tarballs. */
export const packAll = async (to: string): Promise<ReadonlyArray<string>> => {
  mkdirSync(to, { recursive: true })
  await pnpm(root, "run", "build")
  for (const { folder } of published) await pnpm(folder, "pack", "--pack-destination", to)
  return published.map((each) => join(to, tarballOf(each)))
}
