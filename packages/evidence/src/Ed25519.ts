/**
 * Ed25519, the signatures of notes, where there is Node; a page has another module in its place.
 */
import { createPublicKey, verify } from "node:crypto"

/** The frame that a public key stands in as DER (RFC 8410). */
const frame = Buffer.from("302a300506032b6570032100", "hex")

/** Whether that is the signature of the message by the public key of 32 bytes (RFC 8032). */
export const isSignature = (signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean =>
  verify(null, message, createPublicKey({ key: Buffer.concat([frame, key]), format: "der", type: "spki" }), signature)
