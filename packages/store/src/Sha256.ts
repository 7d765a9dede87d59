/**
 * SHA-256 of some bytes: Node's own. The page that verifies a bundle has another module in this one's place.
 */
import { hash } from "node:crypto"

/** 32 bytes. */
export const sha256 = (bytes: Uint8Array): Uint8Array => hash("sha256", bytes, "buffer")
