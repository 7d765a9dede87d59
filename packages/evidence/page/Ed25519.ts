/**
 * Ed25519 where there is no Node: in a page, at once, and in browsers that know nothing of it.
 */
import { ed25519 } from "@noble/curves/ed25519.js"

/** Whether that is the signature of the message by the public key, as strictly as RFC 8032 has it. */
export const isSignature = (signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean => {
  try {
    return ed25519.verify(signature, message, key, { zip215: false })
  } catch {
    return false
  }
}
