/**
 * The failure of a database in one sentence with what to do, worded for a file or for a server.
 */
import type { CommandTexts } from "../texts/CommandPhrases.ts"
import type { EventLogError } from "@frist/store/EventLog"
import { existsSync } from "node:fs"
import type { DatabaseAddress } from "@frist/store/DatabaseAddress"
import { type Failure, storage } from "../failures/Failure.ts"

/** The kind of access: only writing creates a missing file, and only migrating creates tables. */
type Doing = "reading" | "writing" | "migrating"

/** Returns the failure of a database, with what the store saw in brackets. */
export const storageFailure = (
  database: DatabaseAddress,
  doing: Doing,
  error: EventLogError,
  { errors }: CommandTexts
): Failure => {
  const { kind, name } = database
  if (kind === "file" && error.reason === "unreachable" && doing !== "writing" && !existsSync(name)) {
    return storage(errors.storage.missing(name))
  }
  const sentence = kind === "file" ? errors.storage[error.reason](name) : errors.server[onServer(error, doing)](name)
  const seen = error.lag === undefined ? error.detail : errors.lag(error.lag)
  return storage(sentence.replace(/[.]$/u, ` (${seen}).`))
}

/** The SQLSTATE divides some of the store's reasons further. */
const onServer = (
  { detail, reason, sqlState: state }: EventLogError,
  doing: Doing
): keyof CommandTexts["errors"]["server"] => {
  if (reason === "refused" && (state === undefined || state.startsWith("28"))) return "notLetIn"
  if (state === "25006") return "readOnly"
  if (detail.includes("unsupported startup parameter")) return "pooler"
  if (reason === "refused" && doing === "migrating") return "mayNotMigrate"
  if (state === "53300") return "noConnections"
  return state === "3D000" ? "noDatabase" : reason
}
