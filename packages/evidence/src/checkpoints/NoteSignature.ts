/**
 * Verifies the signatures of notes, for the command and for the page of a bundle.
 */
import { isSignature } from "../Ed25519.ts"
import { type Note, type NoteSignature, readCheckpointNote, type VerifierKey } from "./Note.ts"
import { sameBytes } from "../Bytes.ts"

const encoder = new TextEncoder()

const claimedBy = ({ signatures }: Note, { keyId, name }: VerifierKey): ReadonlyArray<NoteSignature> =>
  signatures.filter((each) => each.name === name && sameBytes(each.keyId, keyId))

/** Returns whether the note has a signature of this key, and every signature that claims to be of this key is valid. */
export const isSignedBy = (note: Note, key: VerifierKey): boolean => {
  const own = claimedBy(note, key)
  const message = encoder.encode(note.text)
  return own.length > 0 && own.every(({ signature }) => isSignature(signature, message, key.key))
}

/** Returns whether the signatures of this key on a checkpoint are valid; null if it has none. */
export const checkpointSignedBy = (text: string, key: VerifierKey): boolean | null => {
  const note = readCheckpointNote(text)?.note
  return note === undefined || claimedBy(note, key).length === 0 ? null : isSignedBy(note, key)
}
