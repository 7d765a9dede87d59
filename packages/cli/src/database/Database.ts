/**
 * The database that `--db` names.
 */
import type { AddressFault } from "@frist/store/AddressFault"
import { type DatabaseAddress, parseAddress } from "@frist/store/DatabaseAddress"
import { withPassword } from "@frist/store/ServerAddress"
import * as Result from "effect/Result"

/**
 * Parses the address of a database, or says what is wrong with it. A password that the address leaves out is taken from
 * `PGPASSWORD`, as other programs do.
 */
export const databaseOf = (
  given: string,
  password = process.env["PGPASSWORD"] ?? ""
): Result.Result<DatabaseAddress, AddressFault> =>
  Result.map(parseAddress(given), (address) =>
    address.kind === "file" || password === "" ? address : { ...address, url: withPassword(address.url, password) }
  )
