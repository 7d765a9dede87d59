/**
 * The packages that are published, packed as a publisher packs them.
 */
import { execFile } from "node:child_process"
import { globSync, mkdirSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"

const execute = promisify(execFile)
/** The root of the repository. */
export const root = join(import.meta.dirname, "../..")

/** Returns the TypeScript files of a folder of the repository, by their paths in that folder. */
export const sourcesIn = (folder: string): ReadonlyArray<string> =>
  // pnpm links dependencies into `node_modules`: reading those takes half a minute.
  globSync("**/*.ts", { cwd: join(root, folder), exclude: (name) => name === "node_modules" })

/** The fields of a package's manifest that are used here. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly publishConfig?: { readonly exports?: Readonly<Record<string, unknown>> }
}

/** A package and the folder of its sources. */
export interface Published {
  readonly folder: string
  readonly manifest: Manifest
}

/** Every package that is published. */
export const published: ReadonlyArray<Published> = readdirSync(join(root, "packages"))
  .sort()
  .map((name) => join(root, "packages", name))
  .map((folder) => ({
    folder,
    manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest
  }))
  .filter(({ manifest }) => manifest.private !== true)

/** Returns the name of a package's tarball. */
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

/** Builds every package, packs it into a folder, and resolves with the paths of the tarballs. */
export const packAll = async (to: string): Promise<ReadonlyArray<string>> => {
  mkdirSync(to, { recursive: true })
  await pnpm(root, "run", "build")
  for (const { folder } of published) await pnpm(folder, "pack", "--pack-destination", to)
  return published.map((each) => join(to, tarballOf(each)))
}
