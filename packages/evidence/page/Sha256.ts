/**
 * SHA-256 without Node, and synchronous, as the verifier needs it.
 */
import { sha256 as hash } from "@noble/hashes/sha2.js"

/** Writes the hash into 32 bytes of a target. */
export const sha256Into = (target: Uint8Array, start: number, bytes: Uint8Array): void => target.set(hash(bytes), start)

/** Returns the hash: 32 bytes. */
export const sha256 = (bytes: Uint8Array): Uint8Array => hash(bytes)
