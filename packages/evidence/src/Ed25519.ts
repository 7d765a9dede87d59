/**
 * Verifies Ed25519 signatures with Node. The page of a bundle has another module in place of this one.
 */
import { createPublicKey, verify } from "node:crypto"

/** The DER prefix of a public key (RFC 8410). */
const frame = Buffer.from("302a300506032b6570032100", "hex")

/** Returns whether it is the signature of the message by the public key of 32 bytes (RFC 8032). */
export const isSignature = (signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean =>
  verify(null, message, createPublicKey({ key: Buffer.concat([frame, key]), format: "der", type: "spki" }), signature)
