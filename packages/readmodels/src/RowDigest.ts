/**
 * A digest of rows: the same for the same rows, in every adapter and order.
 */
import { createHash } from "node:crypto"
import type { ModelRow } from "./ReadModel.ts"

/** Returns the SHA-256, in hex, of the rows as sorted lines of JSON. */
export const digestOf = (rows: ReadonlyArray<ModelRow>): string => {
  const hash = createHash("sha256")
  for (const line of rows.map((row) => JSON.stringify(row)).sort()) hash.update(`${line}\n`)
  return hash.digest("hex")
}
