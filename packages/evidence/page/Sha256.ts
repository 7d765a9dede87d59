/**
 * SHA-256 where there is no Node: in a page, at once, as the code that verifies needs it.
 */
import { sha256 as hash } from "@noble/hashes/sha2.js"

/** 32 bytes. */
export const sha256 = (bytes: Uint8Array): Uint8Array => hash(bytes)
