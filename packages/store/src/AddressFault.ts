/**
 * The reasons why a text is not the address of a log.
 */
import * as Schema from "effect/Schema"

const sentences = {
  blank: "No log is named: give a file, or a server as postgres://user@host/database.",
  controlCharacter: "The address of the log contains a line break, a NUL or another control character: leave it out.",
  inMemory: "`:memory:` is not a file: use @frist/store/memory, or `memory:` with @frist/promises.",
  otherScheme: "The address has a scheme other than postgres://: name a file by its path alone.",
  keywords: "The address is a list of connection keywords: write it as postgres://user@host/database.",
  malformed:
    "The address of the server is not a URL: write it as postgres://user@host/database, with special characters of the password percent-encoded, such as @ as %40.",
  parameter:
    "The address has an unsupported parameter, or a parameter with an unsupported value: use target_session_attrs (read-write, read-only, any, prefer-standby), prepare (true, false), sslmode, application_name, options or connect_timeout.",
  hosts:
    "The hosts in the address are not a list: separate them by commas, before the database, as postgres://user@one:5432,other:5432/database.",
  optionalTls:
    "With several hosts in the address, TLS cannot be optional: write sslmode=verify-full, or sslmode=disable.",
  server: "The address is that of a server, and a file is needed: name a file, or use @frist/store/postgres.",
  file: "The address is that of a file, and a server is needed: write it as postgres://user@host/database, or use @frist/store/sqlite."
} as const

/**
 * The fault of an address. `server` and `file` are addresses of the other kind, given to an adapter that cannot use
 * them.
 */
export const AddressFault = Schema.Literals(Object.keys(sentences) as ReadonlyArray<keyof typeof sentences>)
export type AddressFault = typeof AddressFault.Type

/** Returns the sentence that says what is wrong and what to write. It never contains the address. */
export const addressSentence = (fault: AddressFault): string => sentences[fault]
