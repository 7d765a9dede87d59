/**
 * Completes what the compiler emits: the SQL files, which are read where they lie beside the code. Takes another folder
 * as its argument.
 */
import { cp } from "node:fs/promises"
import { join } from "node:path"

const here = import.meta.dirname
const folder = process.argv[2] ?? join(here, "dist")

const migrations = "readmodels/postgres/migrations"
await cp(join(here, "src", migrations), join(folder, migrations), { recursive: true })
