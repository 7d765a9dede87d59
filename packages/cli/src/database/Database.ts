/**
 * The database that `--db` names. A password that the address leaves out is that of `PGPASSWORD`, as for other programs.
 */
import { type DatabaseAddress, parseAddress } from "@frist/store/DatabaseAddress"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"

/** Returns the database at that address; `undefined` for a text that is no address. */
export const databaseOf = (given: string, password = process.env["PGPASSWORD"] ?? ""): DatabaseAddress | undefined => {
  const parsed = parseAddress(given)
  if (Result.isFailure(parsed)) return undefined
  const address = parsed.success
  if (address.kind === "file" || password === "") return address
  const url = new URL(Redacted.value(address.url))
  if (url.password === "") url.password = encodeURIComponent(password)
  return { ...address, url: Redacted.make(url.href) }
}
