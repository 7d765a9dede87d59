/**
 * Where the log is: a file, or a database on a server; and what it is called where others may read, without a password.
 */
import * as Redacted from "effect/Redacted"

export type Database =
  | { readonly kind: "file"; readonly name: string }
  | { readonly kind: "server"; readonly name: string; readonly url: Redacted.Redacted }

/** The text without the passwords of the addresses in it, well-formed or not. */
export const withoutPasswords = (text: string): string =>
  text
    .replace(/(\bpostgres(?:ql)?:\/\/[^\s:@/[]*):[^]*@/giu, "$1@")
    .replace(/(\bpostgres(?:ql)?:\/\/[^\s:@/[]*):(?!\d{1,5}(?:[^\w]|$))\S*/giu, "$1")
    .replace(/([?&](?:ssl)?password=)[^&\s]*/giu, "$1…")

/**
 * What `--db` names; `undefined` for an address that is none. A password that the address leaves out is that of
 * `PGPASSWORD`, as for other programs.
 */
export const databaseOf = (given: string, password = process.env["PGPASSWORD"] ?? ""): Database | undefined => {
  if (!isAddress(given)) return { kind: "file", name: given }
  if (!URL.canParse(given)) return undefined
  const url = new URL(given)
  if (url.password === "" && password !== "") url.password = encodeURIComponent(password)
  const user = url.username === "" ? "" : `${url.username}@`
  return { kind: "server", name: `${url.protocol}//${user}${url.host}${url.pathname}`, url: Redacted.make(url.href) }
}

const isAddress = (given: string): boolean => /^postgres(?:ql)?:\/\//iu.test(given)
