/**
 * Packs every package and prints what publint and are-the-types-wrong find. Keeps the tarballs in the folder named as the
 * argument; without one, deletes them.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { complaints } from "./Checking.ts"
import { packAll } from "./Packages.ts"

const kept = process.argv[2]
const folder = kept ?? mkdtempSync(join(tmpdir(), "frist-pack-"))
for (const tarball of await packAll(folder)) {
  const wrong = await complaints(tarball)
  console.log(
    `${basename(tarball)}  ${Math.round(statSync(tarball).size / 1024)} kB  ${wrong.length === 0 ? "nothing found" : ""}`
  )
  for (const each of wrong) console.log(each)
  if (wrong.length > 0) process.exitCode = 1
}
if (kept === undefined) rmSync(folder, { recursive: true, force: true })
