/**
 * SHA-256 with Node. The page of a bundle has another module in place of this one.
 */
import { hash } from "node:crypto"

/** Returns the hash: 32 bytes. Node returns text three times as fast as a buffer. */
export const sha256 = (bytes: Uint8Array): Uint8Array => {
  const text = hash("sha256", bytes, "binary")
  const sum = new Uint8Array(32)
  for (let at = 0; at < 32; at += 1) sum[at] = text.charCodeAt(at)
  return sum
}
