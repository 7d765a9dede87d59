/**
 * Whether a note is signed by a key: asked by the command and by a bundle's page.
 */
import { isSignature } from "./Ed25519.ts"
import { type Note, type NoteSignature, readCheckpointNote, type VerifierKey } from "./Note.ts"
import { sameBytes } from "./Bytes.ts"

const encoder = new TextEncoder()

const claimedBy = ({ signatures }: Note, { keyId, name }: VerifierKey): ReadonlyArray<NoteSignature> =>
  signatures.filter((each) => each.name === name && sameBytes(each.keyId, keyId))

/** Whether the note bears a signature of that key, and each that claims to be of it is. */
export const isSignedBy = (note: Note, key: VerifierKey): boolean => {
  const own = claimedBy(note, key)
  const message = encoder.encode(note.text)
  return own.length > 0 && own.every(({ signature }) => isSignature(signature, message, key.key))
}

/** Whether the checkpoint that a text is bears a signature of that key: null where none claims to be of it. */
export const checkpointSignedBy = (text: string, key: VerifierKey): boolean | null => {
  const note = readCheckpointNote(text)?.note
  return note === undefined || claimedBy(note, key).length === 0 ? null : isSignedBy(note, key)
}
