/**
 * Verifies Ed25519 signatures without Node: synchronously, and in browsers without Ed25519.
 */
import { ed25519 } from "@noble/curves/ed25519.js"

/** Returns whether it is the signature of the message by the public key, as strictly as RFC 8032. */
export const isSignature = (signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean => {
  try {
    return ed25519.verify(signature, message, key, { zip215: false })
  } catch {
    return false
  }
}
