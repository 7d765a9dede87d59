/**
 * SHA-256 without Node, and synchronous, as the verifier needs it.
 */
import { sha256 as hash } from "@noble/hashes/sha2.js"

/** Returns the hash: 32 bytes. */
export const sha256 = (bytes: Uint8Array): Uint8Array => hash(bytes)
