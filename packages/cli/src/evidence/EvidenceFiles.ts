/**
 * The files of evidence: checkpoints read, proofs and notes written, and the progress of reading a log.
 */
import { UnreadableDocument } from "@frist/editions/UnreadableDocument"
import { checkpointsIn } from "@frist/evidence/CheckpointLines"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { readFile } from "node:fs/promises"
import { basename } from "node:path"
import { problemOf } from "../files/DocumentFile.ts"
import { refused } from "../Failure.ts"
import { writeNewFile } from "../files/NewFile.ts"
import { type Session } from "../Session.ts"
import { documentFailure } from "../files/DocumentFile.ts"

/** Returns the name of a file for messages. */
export const nameOf = (file: string): string => basename(file) || file

/** Reads a file of any kind. */
export const bytesOf = (file: string, { phrase }: Session) =>
  Effect.tryPromise({
    try: () => readFile(file),
    catch: (error) =>
      documentFailure(new UnreadableDocument({ document: nameOf(file), problem: problemOf(error), detail: "" }), phrase)
  })

/** A checkpoint, and the file that it was found in. */
export interface FiledCheckpoint {
  readonly file: string
  readonly note: string
}

/** Reads the checkpoints in a file; refused where there is none. */
export const checkpointsOf = Effect.fnUntraced(function* (file: string, session: Session) {
  const notes = checkpointsIn(yield* bytesOf(file, session))
  if (notes.length === 0) return yield* refused(evidenceTexts[session.phrase.language].noCheckpoint(nameOf(file)))
  return notes.map((note): FiledCheckpoint => ({ file, note }))
})

/** Writes to a new file and prints a sentence about it, or prints the text where no file is given. */
export const writeOut = (
  out: Option.Option<string>,
  text: string,
  sentence: (file: string) => string,
  session: Session
) =>
  Option.isNone(out)
    ? Console.log(text.trimEnd())
    : Effect.andThen(writeNewFile(out.value, text, session), Console.log(sentence(out.value)))

/** Shows progress on a terminal: `show` the number of events, `clear` the line at the end. */
export const progress = ({ phrase }: Session) => {
  const { reading } = evidenceTexts[phrase.language]
  return {
    show: (events: number): Effect.Effect<void> =>
      Effect.sync(() => {
        if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${reading(phrase.text.plural.events(events))}`)
      }),
    clear: Effect.sync(() => {
      if (process.stderr.isTTY) process.stderr.write("\r\u001b[K")
    })
  }
}
