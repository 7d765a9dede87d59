/**
 * Checkpoints, read from the files that hold them: notes, reports and bundles.
 */
import { checkpointsIn } from "@frist/evidence/CheckpointLines"
import * as Effect from "effect/Effect"
import { refused } from "../Failure.ts"
import { bytesOf } from "../files/FileBytes.ts"
import { nameOf } from "../files/UnreadableFile.ts"
import type { Session } from "../Session.ts"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"

/** A checkpoint, and the file that it was found in. */
export interface FiledCheckpoint {
  readonly file: string
  readonly note: string
}

/** Reads the checkpoints in a file; refused if there is none. */
export const checkpointsOf = Effect.fnUntraced(function* (file: string, session: Session) {
  const notes = checkpointsIn(yield* bytesOf(file, session))
  if (notes.length === 0) return yield* refused(evidenceTexts[session.phrase.language].noCheckpoint(nameOf(file)))
  return notes.map((note): FiledCheckpoint => ({ file, note }))
})
