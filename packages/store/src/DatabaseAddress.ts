/**
 * The address of a log: a file, or a database on a PostgreSQL server. Every entry that takes an address checks it here,
 * before a file is made or a server is asked.
 */
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { type AddressFault, addressSentence } from "./AddressFault.ts"
import { EventLogError } from "./EventLog.ts"

/** The location of a log. `name` is safe to show: it has no password. */
export type DatabaseAddress =
  | { readonly kind: "file"; readonly name: string }
  | { readonly kind: "server"; readonly name: string; readonly url: Redacted.Redacted }

/** A connection string of libpq, which is a list of `keyword=value`. */
const keywords =
  /^\s*(?:host|hostaddr|port|dbname|user|password|passfile|service|sslmode|application_name|options|connect_timeout)\s*=/u

/** `scheme://`, and the schemes that other programs use without slashes. A single letter is a drive of Windows. */
const scheme = /^\s*(?:[a-z][a-z0-9+.-]+:\/\/|(?:file|sqlite3?|postgres(?:ql)?|mysql|jdbc|data|memory):)/iu

const hasControls = (text: string): boolean => /\p{Cc}/u.test(text)

/** Parses an address, or returns why the text is not one. Opens nothing. */
export const parseAddress = (text: string): Result.Result<DatabaseAddress, AddressFault> => {
  if (text.trim() === "") return Result.fail("blank")
  if (hasControls(text)) return Result.fail("controlCharacter")
  if (text.trim().toLowerCase() === ":memory:") return Result.fail("inMemory")
  if (keywords.test(text)) return Result.fail("keywords")
  if (!scheme.test(text)) return Result.succeed({ kind: "file", name: text })
  if (!/^postgres(?:ql)?:/iu.test(text)) return Result.fail("otherScheme")
  if (!/^postgres(?:ql)?:\/\//iu.test(text) || !URL.canParse(text)) return Result.fail("malformed")
  const url = new URL(text)
  const user = url.username === "" ? "" : `${url.username}@`
  return Result.succeed({
    kind: "server",
    name: `${url.protocol}//${user}${url.host}${url.pathname}`,
    url: Redacted.make(url.href)
  })
}

const refused = (fault: AddressFault): EventLogError =>
  new EventLogError({ reason: "invalid", detail: addressSentence(fault), address: fault })

/** Returns the path of a file; `invalid` for any other text. */
export const checkedFilename = (filename: string): Result.Result<string, EventLogError> =>
  Result.flatMap(Result.mapError(parseAddress(filename), refused), ({ kind, name }) =>
    kind === "file" ? Result.succeed(name) : Result.fail(refused("server"))
  )

/** Returns the address of a server as it was given; `invalid` for any other text. */
export const checkedUrl = (url: Redacted.Redacted): Result.Result<Redacted.Redacted, EventLogError> =>
  Result.flatMap(Result.mapError(parseAddress(Redacted.value(url)), refused), ({ kind }) =>
    kind === "server" ? Result.succeed(url) : Result.fail(refused("file"))
  )

/** Returns the text without the passwords of the addresses in it, well-formed or not. */
export const withoutPasswords = (text: string): string =>
  text
    .replace(/(\bpostgres(?:ql)?:\/\/[^\s:@/[]*):[^]*@/giu, "$1@")
    .replace(/(\b[a-z][a-z0-9+.-]+:\/\/[^\s:@/[]*):\S*@/giu, "$1@")
    .replace(/(\bpostgres(?:ql)?:\/\/[^\s:@/[]*):(?!\d{1,5}(?:[^\w]|$))\S*/giu, "$1")
    .replace(/([?&](?:ssl)?password=)[^&\s]*/giu, "$1…")
    .replace(/((?:^|\s)(?:ssl)?password\s*=\s*)(?:'(?:[^'\\]|\\.)*'?|\S+)/giu, "$1…")
