/**
 * The address of a log: a file, or a database on a PostgreSQL server. Every entry that takes an address checks it here,
 * before a file is made or a server is asked.
 */
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { resolve } from "node:path"
import { type AddressFault, addressSentence } from "./AddressFault.ts"
import { EventLogError } from "./EventLog.ts"
import { parseServer, type ServerAddress } from "./ServerAddress.ts"

/** The location of a log. `name` is safe to show: it has no password. */
export type DatabaseAddress =
  | { readonly kind: "file"; readonly name: string }
  | { readonly kind: "server"; readonly name: string; readonly url: Redacted.Redacted }

/** Returns the address of a database as `PlanMoved` has it: without a login, and a file by its whole path. */
export const placeOf = ({ kind, name }: DatabaseAddress): string =>
  kind === "file" ? resolve(name) : name.replace(/\/\/[^/@]*@/u, "//")

/** The keywords of connection strings, of libpq and of other programs. */
const keyword =
  "(?:host(?:addr)?|port|dbname|data(?:base| source)|initial catalog|db|server|user(?:name)?|user id|uid|(?:ssl)?password|passwd|pwd|passfile|service(?:file)?|sslmode|application_name|options|connect_timeout)"

/** A connection string, which is a list of `keyword=value`. */
const keywords = new RegExp(`(?:^|[\\s;,'"])${keyword}\\s*=`, "iu")

/**
 * `scheme://`, `scheme:/`, and the schemes that other programs use without slashes. A single letter is a drive of
 * Windows.
 */
const scheme = /^\s*(?:[a-z][a-z0-9+.-]+:\/|(?:file|sqlite3?|postgres(?:ql)?|mysql|jdbc|data|memory):)/iu

/** A path that is written as one: absolute, from this folder, or from a drive of Windows. */
const path = /^(?:\.{0,2}\/(?!\/)|\.{0,2}\\|~\/|[a-z]:[\\/])/iu

/** What begins as the address of a server, however it is misspelt: `postgres//u@h`, `"postgres://u@h"`. */
const nearly = /:\/\/|^\W*(?:postgre|pgsql|psql)\w*\W*\/\//iu

/** A user and a password before a host, as in addresses without their scheme: `u:secret@h/d`. */
const hasLogin = (text: string): boolean => {
  const colon = text.indexOf(":")
  return colon !== -1 && text.includes("@", colon)
}

const hasControls = (text: string): boolean => /\p{Cc}/u.test(text)

/** Parses an address, or returns why the text is not one. Opens nothing. */
export const parseAddress = (text: string): Result.Result<DatabaseAddress, AddressFault> => {
  if (text.trim() === "") return Result.fail("blank")
  if (hasControls(text)) return Result.fail("controlCharacter")
  if (text.trim().toLowerCase() === ":memory:") return Result.fail("inMemory")
  if (path.test(text) && !text.includes("://")) return Result.succeed({ kind: "file", name: text })
  if (keywords.test(text)) return Result.fail("keywords")
  if (!scheme.test(text)) {
    // Refused without being shown: it may hold a password.
    return nearly.test(text) || hasLogin(text) ? Result.fail("malformed") : Result.succeed({ kind: "file", name: text })
  }
  if (!/^postgres(?:ql)?:/iu.test(text)) return Result.fail("otherScheme")
  if (!/^postgres(?:ql)?:\/\//iu.test(text)) return Result.fail("malformed")
  return Result.map(parseServer(text), ({ name }) => ({ kind: "server", name, url: Redacted.make(text) }))
}

const refused = (fault: AddressFault): EventLogError =>
  new EventLogError({ reason: "invalid", detail: addressSentence(fault), address: fault })

/** Returns the path of a file; `invalid` for any other text. */
export const checkedFilename = (filename: string): Result.Result<string, EventLogError> =>
  Result.flatMap(Result.mapError(parseAddress(filename), refused), ({ kind, name }) =>
    kind === "file" ? Result.succeed(name) : Result.fail(refused("server"))
  )

/** Returns the servers of an address; `invalid` for any other text. */
export const checkedServer = (url: Redacted.Redacted): Result.Result<ServerAddress, EventLogError> =>
  Result.flatMap(Result.mapError(parseAddress(Redacted.value(url)), refused), (address) =>
    address.kind === "server"
      ? Result.mapError(parseServer(Redacted.value(address.url)), refused)
      : Result.fail(refused("file"))
  )

const login = /(?<![a-z0-9+.-])([a-z][a-z0-9+.-]*):\/\/[^\s:@/[]*:/giu
const inQuery = /([?&](?:ssl)?password=)[^&\s]*/giu
const asKeyword = /((?:^|[\s;,])(?:(?:ssl)?password|passwd|pwd)\s*=\s*)(?:'(?:[^'\\]|\\.)*'?|[^\s;]+)/giu

/** Returns the text without the passwords of the addresses in it, well-formed or not. */
export const withoutPasswords = (text: string): string =>
  withoutLogins(text).replace(inQuery, "$1…").replace(asKeyword, "$1…")

const withoutLogins = (text: string): string => {
  const kept: Array<string> = []
  const lastAt = text.lastIndexOf("@")
  let from = 0
  for (const found of text.matchAll(login)) {
    if (found.index < from) continue
    const start = found.index + found[0].length
    const word = /^\S*/u.exec(text.slice(start, start + most))?.[0] ?? ""
    const isServer = /^postgres(?:ql)?$/iu.test(found[1] ?? "")
    const inWord = word.lastIndexOf("@")
    // The password of a server may hold spaces, where somebody wrote it as it is.
    const at = isServer ? lastAt : inWord === -1 ? -1 : start + inWord
    if (at < start && (!isServer || /^\d{1,5}(?!\w)/u.test(word))) continue
    kept.push(text.slice(from, start - 1))
    from = at < start ? start + word.length : at
  }
  return kept.join("") + text.slice(from)
}

/** The most characters of a password without a space. */
const most = 2000
