/**
 * SHA-256 of some bytes: Node's own. The page that verifies a bundle has another module in this one's place.
 */
import { hash } from "node:crypto"

/** 32 bytes. Asked for as text, which Node makes three times as fast as a buffer. */
export const sha256 = (bytes: Uint8Array): Uint8Array => {
  const text = hash("sha256", bytes, "binary")
  const sum = new Uint8Array(32)
  for (let at = 0; at < 32; at += 1) sum[at] = text.charCodeAt(at)
  return sum
}
