/**
 * Checkpoints, read from the files that hand them out: notes, reports, copies and proofs.
 */
import { handedOut } from "@frist/evidence/files/CheckpointLines"
import type { ReportMark } from "@frist/evidence/files/ReportMark"
import { isPdf } from "@frist/editions/formats/pdf/PdfMark"
import * as Effect from "effect/Effect"
import { refused } from "../failures/Failure.ts"
import { bytesOf } from "../files/FileBytes.ts"
import { documentFailure, nameOf } from "../files/UnreadableFile.ts"
import type { Session } from "../Session.ts"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"

/** A checkpoint, the file that it was found in, and the report that it is of. */
export interface FiledCheckpoint {
  readonly file: string
  readonly note: string
  readonly report:
    | {
        readonly bytes: Uint8Array
        readonly mark: ReportMark
        /** The format that another program has saved it in; null where that is the one it was made in. */
        readonly savedAs: "PDF" | null
      }
    | undefined
}

/** Reads the checkpoints of a file; refused if it hands out none. */
export const checkpointsOf = Effect.fnUntraced(function* (file: string, session: Session) {
  const bytes = yield* bytesOf(file, session)
  const savedAs = isPdf(bytes) ? ("PDF" as const) : null
  const { mark, notes } = handedOut(savedAs === null ? bytes : yield* wordsOfPdf(file, bytes, session))
  if (notes.length === 0) return yield* refused(evidenceTexts[session.phrase.language].noCheckpoint(nameOf(file)))
  const report = mark === undefined ? undefined : { bytes, mark, savedAs }
  return notes.map((note): FiledCheckpoint => ({ file, note, report }))
})

/** Reads the paragraphs of a PDF as a text, each on a line. */
const wordsOfPdf = Effect.fnUntraced(function* (file: string, bytes: Uint8Array, { phrase }: Session) {
  const { readParagraphs } = yield* Effect.promise(() => import("@frist/editions/formats/pdf/PdfEdition"))
  const paragraphs = yield* readParagraphs(nameOf(file), bytes).pipe(
    Effect.mapError((error) => documentFailure(error, phrase))
  )
  return new TextEncoder().encode(paragraphs.join("\n"))
})
