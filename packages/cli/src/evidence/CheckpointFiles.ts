/**
 * Checkpoints, read from the files that hand them out: notes, reports, copies and proofs.
 */
import { handedOut } from "@frist/evidence/CheckpointLines"
import type { ReportMark } from "@frist/evidence/ReportMark"
import * as Effect from "effect/Effect"
import { refused } from "../failures/Failure.ts"
import { bytesOf } from "../files/FileBytes.ts"
import { nameOf } from "../files/UnreadableFile.ts"
import type { Session } from "../Session.ts"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"

/** A checkpoint, the file that it was found in, and the report that it is of. */
export interface FiledCheckpoint {
  readonly file: string
  readonly note: string
  readonly report: { readonly bytes: Uint8Array; readonly mark: ReportMark } | undefined
}

/** Reads the checkpoints of a file; refused if it hands out none. */
export const checkpointsOf = Effect.fnUntraced(function* (file: string, session: Session) {
  const bytes = yield* bytesOf(file, session)
  const { mark, notes } = handedOut(bytes)
  if (notes.length === 0) return yield* refused(evidenceTexts[session.phrase.language].noCheckpoint(nameOf(file)))
  const report = mark === undefined ? undefined : { bytes, mark }
  return notes.map((note): FiledCheckpoint => ({ file, note, report }))
})
