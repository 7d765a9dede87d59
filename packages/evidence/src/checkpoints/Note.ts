/**
 * Signed notes as in C2SP signed-note: a text, an empty line, and a line for each signature. Only Ed25519 is known;
 * signatures of other kinds are kept and ignored, as the format requires.
 */
import { base64, bytesOfBase64, bytesOfHex, hex, sameBytes } from "../Bytes.ts"
import { type Checkpoint, readCheckpoint } from "./Checkpoint.ts"
import { sha256 } from "../Sha256.ts"

/** A signature of a note. */
export interface NoteSignature {
  /** The name of the key. */
  readonly name: string
  /** The first four bytes of the hash of name and key. */
  readonly keyId: Uint8Array
  readonly signature: Uint8Array
}

/** A text with its signatures. */
export interface Note {
  /** The text that is signed, with its last newline. */
  readonly text: string
  readonly signatures: ReadonlyArray<NoteSignature>
}

/** A public key with its name and id. */
export interface VerifierKey {
  readonly name: string
  readonly keyId: Uint8Array
  /** The public key: 32 bytes. */
  readonly key: Uint8Array
}

const ed25519 = 1
const encoder = new TextEncoder()
const isName = (name: string): boolean => /^[^\s+]+$/u.test(name)

/** The first byte of a key gives its algorithm. */
const tagged = (key: Uint8Array): Uint8Array => Uint8Array.of(ed25519, ...key)

/** Returns the key with the name, and its id. */
export const verifierKey = (name: string, key: Uint8Array): VerifierKey => ({
  name,
  key,
  keyId: sha256(Uint8Array.of(...encoder.encode(`${name}\n`), ...tagged(key))).slice(0, 4)
})

/** Writes a key as `name+id+key`. */
export const verifierKeyText = ({ key, keyId, name }: VerifierKey): string =>
  `${name}+${hex(keyId)}+${base64(tagged(key))}`

/** Parses a key, such as `example.com/log+530d903a+AekyeRrm…`; `undefined` for any other text. */
export const readVerifierKey = (text: string): VerifierKey | undefined => {
  const [, name = "", id = "", encoded = ""] = /^([^+]*)\+([^+]*)\+(.*)$/su.exec(text) ?? []
  const [bytes, keyId] = [bytesOfBase64(encoded), bytesOfHex(id)]
  if (!isName(name) || bytes?.length !== 33 || bytes[0] !== ed25519 || keyId === undefined) return undefined
  const key = verifierKey(name, bytes.slice(1))
  return sameBytes(key.keyId, keyId) ? key : undefined
}

const signatureLine = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u

/** Parses a signed note; `undefined` for a text without a signature or with an invalid line. */
export const readNote = (whole: string): Note | undefined => {
  if (hasControls(whole) || !whole.endsWith("\n")) return undefined
  const end = whole.lastIndexOf("\n\n")
  if (end === -1) return undefined
  const signatures: Array<NoteSignature> = []
  const lines = whole.slice(end + 2, -1).split("\n")
  for (const line of lines) {
    const [, name, encoded = ""] = signatureLine.exec(line) ?? []
    const bytes = bytesOfBase64(encoded)
    if (name === undefined || !isName(name) || bytes === undefined || bytes.length < 5) return undefined
    signatures.push({ name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) })
  }
  return { text: whole.slice(0, end + 1), signatures }
}

const hasControls = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if ((code < 32 && code !== 10) || code === 127) return true
  }
  return false
}

/** Writes a note; a text without signatures is written as it is. */
export const noteText = ({ signatures, text }: Note): string =>
  signatures.length === 0
    ? text
    : `${text}\n${signatures
        .map(({ keyId, name, signature }) => `— ${name} ${base64(Uint8Array.of(...keyId, ...signature))}\n`)
        .join("")}`

/** A checkpoint with the note it is in, signed or not. */
export interface CheckpointNote {
  readonly checkpoint: Checkpoint
  readonly note: Note
}

/** The lines that a checkpoint has before its extensions. */
const ownLines = 3

/**
 * Parses a checkpoint, signed or not. Its signatures are not verified. Extension lines, which C2SP allows after the root,
 * are part of what is signed and say nothing here.
 */
export const readCheckpointNote = (text: string): CheckpointNote | undefined => {
  const note = text.includes("\n\n") ? readNote(text) : { text, signatures: [] }
  if (note === undefined || hasControls(note.text) || !note.text.endsWith("\n")) return undefined
  const lines = note.text.slice(0, -1).split("\n")
  // A signature belongs below an empty line; one among the extensions would go unverified.
  if (lines.some((line) => line === "" || line.startsWith("— "))) return undefined
  const checkpoint = readCheckpoint(`${lines.slice(0, ownLines).join("\n")}\n`)
  return checkpoint && { checkpoint, note }
}
