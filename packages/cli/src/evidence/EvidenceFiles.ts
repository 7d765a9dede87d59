/**
 * The files of evidence: read whole, written whole or not at all.
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
import { refused, wrongUsage } from "../Failure.ts"
import { writingNewFile } from "../files/NewFile.ts"
import { documentFailure, type Session } from "../Session.ts"

/** What a file is called in sentences. */
export const nameOf = (file: string): string => basename(file) || file

export const bytesOf = (file: string, { phrase }: Session) =>
  Effect.tryPromise({
    try: () => readFile(file),
    catch: (error) =>
      documentFailure(new UnreadableDocument({ document: nameOf(file), problem: problemOf(error), detail: "" }), phrase)
  })

/** A checkpoint, and the file it was found in. */
export interface Named {
  readonly file: string
  readonly note: string
}

/** The checkpoints in a file, of which there is at least one. */
export const checkpointsOf = Effect.fnUntraced(function* (file: string, own: Session) {
  const notes = checkpointsIn(yield* bytesOf(file, own))
  if (notes.length === 0) return yield* refused(evidenceTexts[own.phrase.language].noCheckpoint(nameOf(file)))
  return notes.map((note): Named => ({ file, note }))
})

/** Writes a new file, and nothing over another. */
export const writeNew = (file: string, content: string | Uint8Array, { phrase }: Session) => {
  const { errors } = phrase.text
  return writingNewFile(
    file,
    (error) =>
      error instanceof Error && "code" in error && error.code === "EEXIST"
        ? refused(errors.fileExists(file))
        : wrongUsage(errors.cannotWrite(file)),
    (write) => write(content)
  )
}

/** To the file where one is named, with a sentence about it; else to the screen. */
export const writeOut = (out: Option.Option<string>, text: string, sentence: (file: string) => string, own: Session) =>
  Option.isNone(out)
    ? Console.log(text.trimEnd())
    : Effect.andThen(writeNew(out.value, text, own), Console.log(sentence(out.value)))

/** Says how far it has come, where somebody sees it. */
export const progress = ({ phrase }: Session) => {
  const { reading } = evidenceTexts[phrase.language]
  return {
    told: (events: number): Effect.Effect<void> =>
      Effect.sync(() => {
        if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${reading(phrase.text.plural.events(events))}`)
      }),
    done: Effect.sync(() => {
      if (process.stderr.isTTY) process.stderr.write("\r\u001b[K")
    })
  }
}
