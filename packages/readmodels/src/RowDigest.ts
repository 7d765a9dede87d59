/**
 * A digest of rows: the same for the same rows, wherever they are kept and in whatever order they come.
 */
import { createHash } from "node:crypto"
import type { Row } from "./ReadModel.ts"

/** SHA-256, in hex, over the rows as lines of JSON in the order of these lines. */
export const digestOf = (rows: ReadonlyArray<Row>): string => {
  const hash = createHash("sha256")
  for (const line of rows.map((row) => JSON.stringify(row)).sort()) hash.update(`${line}\n`)
  return hash.digest("hex")
}
