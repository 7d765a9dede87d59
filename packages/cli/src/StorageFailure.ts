/**
 * What is wrong with the database, in one sentence that says what to do and fits what it is: a file, or a server.
 */
import type { Texts } from "@frist/documents"
import type { EventLogError } from "@frist/store/EventLog"
import { existsSync } from "node:fs"
import type { Database } from "./Database.ts"
import { type Failure, storage } from "./Failure.ts"

/** In brackets stands what the store saw, where that says more. `create`: a missing file would have been made. */
export const storageFailure = (
  database: Database,
  create: boolean,
  error: EventLogError,
  { errors }: Texts
): Failure => {
  const { kind, name } = database
  if (kind === "file" && error.reason === "unreachable" && !create && !existsSync(name)) {
    return storage(errors.storage.missing(name))
  }
  const seen = error.detail.startsWith(`${name}: `) ? error.detail.slice(name.length + 2) : error.detail
  const sentence = kind === "file" ? errors.storage[error.reason](name) : errors.server[onServer(error)](name)
  return storage(sentence.replace(/[.]$/u, ` (${seen}).`))
}

/** A server's reasons are told apart more finely, by the SQLSTATE that the store names. */
const onServer = ({ detail, reason }: EventLogError): keyof Texts["errors"]["server"] => {
  const state = /, SQLSTATE ([0-9A-Z]{5})$/u.exec(detail)?.[1]
  if (reason === "refused" && (state === undefined || state.startsWith("28"))) return "notLetIn"
  if (state === "25006") return "readOnly"
  if (state === "53300") return "noConnections"
  return state === "3D000" ? "noDatabase" : reason
}
