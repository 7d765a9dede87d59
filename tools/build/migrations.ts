/**
 * Completes what the compiler emits: copies the SQL files of migrations beside the compiled code, which reads them there.
 * An argument names another folder to write to; default: `packages`.
 */
import { cp } from "node:fs/promises"
import { join } from "node:path"

const packages = join(import.meta.dirname, "../../packages")
const into = process.argv[2] ?? packages
const migrations = "postgres/migrations"

for (const name of ["store", "readmodels"]) {
  await cp(join(packages, name, "src", migrations), join(into, name, "dist", migrations), { recursive: true })
}
