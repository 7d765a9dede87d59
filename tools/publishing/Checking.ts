/**
 * Examines a tarball with publint, and with are-the-types-wrong in its profile for ESM only.
 */
import { execFile } from "node:child_process"
import { join } from "node:path"

const bin = join(import.meta.dirname, "node_modules/.bin")

/** Runs a program; resolves with its output if it found something. */
const complaint = (program: string, ...args: ReadonlyArray<string>): Promise<string | undefined> =>
  new Promise((resolve) => {
    execFile(join(bin, program), args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve(error === null ? undefined : `${program}: ${stdout}${stderr}`)
    )
  })

/** Returns everything that is wrong with a tarball. */
export const complaints = async (tarball: string): Promise<ReadonlyArray<string>> => {
  const found = await Promise.all([
    complaint("publint", "run", tarball, "--strict"),
    complaint("attw", tarball, "--profile", "esm-only", "--no-color", "--no-emoji")
  ])
  return found.filter((each) => each !== undefined)
}
