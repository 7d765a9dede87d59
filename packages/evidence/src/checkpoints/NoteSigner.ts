/**
 * Signs notes with Ed25519.
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto"
import { bytesOfBase64 } from "../Bytes.ts"
import { type Note, verifierKey, type VerifierKey, verifierKeyText } from "./Note.ts"

/** A private key, and the public key that verifies its signatures. */
export interface Signer {
  readonly key: VerifierKey
  readonly privateKey: KeyObject
}

const encoder = new TextEncoder()

/** The DER prefixes of a private and a public key (RFC 8410). */
const seedFrame = Buffer.from("302e020100300506032b657004220420", "hex")
const publicFrame = Buffer.from("302a300506032b6570032100", "hex")

const publicOf = (privateKey: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(publicFrame.length))

/** Parses a key `PRIVATE+KEY+name+id+…`; `undefined` for any other text. */
const ofNoteKey = (text: string): Signer | undefined => {
  const [, name = "", id = "", encoded = ""] = /^PRIVATE\+KEY\+([^+]*)\+([^+]*)\+(.*)$/su.exec(text) ?? []
  const bytes = bytesOfBase64(encoded)
  if (bytes?.length !== 33 || bytes[0] !== 1) return undefined
  const der = Buffer.concat([seedFrame, bytes.subarray(1)])
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" })
  const key = verifierKey(name, publicOf(privateKey))
  return /^[^\s+]+$/u.test(name) && verifierKeyText(key).startsWith(`${name}+${id}+`) ? { key, privateKey } : undefined
}

/** Returns the signer of a key file: a note key, or an Ed25519 key in PEM, which is named after the log. */
export const signerOf = (text: string, origin: string): Signer | undefined => {
  if (text.startsWith("PRIVATE+KEY+")) return ofNoteKey(text.trimEnd())
  try {
    const privateKey = createPrivateKey(text)
    return privateKey.asymmetricKeyType === "ed25519"
      ? { key: verifierKey(origin, publicOf(privateKey)), privateKey }
      : undefined
  } catch {
    return undefined
  }
}

/** Returns the text with a signature. */
export const signed = (text: string, { key, privateKey }: Signer): Note => ({
  text,
  signatures: [
    { name: key.name, keyId: key.keyId, signature: new Uint8Array(sign(null, encoder.encode(text), privateKey)) }
  ]
})
