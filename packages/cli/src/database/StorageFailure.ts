/**
 * What is wrong with the database, in one sentence that says what to do and fits what it is: a file, or a server.
 */
import type { CommandTexts } from "../texts/CommandPhrases.ts"
import type { EventLogError } from "@frist/store/EventLog"
import { existsSync } from "node:fs"
import type { DatabaseAddress } from "@frist/store/DatabaseAddress"
import { type Failure, storage } from "../Failure.ts"

/** What was done: a missing file is made by who writes, and tables by who migrates. */
export type Doing = "reading" | "writing" | "migrating"

/** In brackets stands what the store saw, where that says more. */
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
  return storage(sentence.replace(/[.]$/u, ` (${error.detail}).`))
}

/** A server's reasons are told apart more finely, by the SQLSTATE that the store names. */
const onServer = ({ reason, sqlState: state }: EventLogError, doing: Doing): keyof CommandTexts["errors"]["server"] => {
  if (reason === "refused" && (state === undefined || state.startsWith("28"))) return "notLetIn"
  if (state === "25006") return "readOnly"
  if (reason === "refused" && doing === "migrating") return "mayNotMigrate"
  if (state === "53300") return "noConnections"
  return state === "3D000" ? "noDatabase" : reason
}
