/**
 * The bytes of a document, read from a regular file of limited size, and why a file cannot be read.
 */
import { UnreadableDocument, type Problem } from "@frist/editions/UnreadableDocument"
import { maxBytes } from "@frist/editions/formats/Limits"
import * as Effect from "effect/Effect"
import { open, stat } from "node:fs/promises"
import { basename } from "node:path"
import { type Failure, refused, wrongUsage } from "../Failure.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"

/** Returns the failure for a document that cannot be read: wrong usage where the path is not that of a file. */
export const documentFailure = (error: UnreadableDocument, { text }: CommandPhrases): Failure => {
  const sentence = text.problems[error.problem](error.document, error.detail)
  return error.problem === "missing" || error.problem === "directory" ? wrongUsage(sentence) : refused(sentence)
}

/** Returns the problem for an error of the file system. */
export const problemOf = (error: unknown): Problem => {
  const code = error instanceof Error && "code" in error ? error.code : undefined
  return code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG"
    ? "missing"
    : code === "EISDIR"
      ? "directory"
      : "forbidden"
}

/** Reads a document of at most 32 MB. */
export const readDocument = (file: string): Effect.Effect<Uint8Array, UnreadableDocument> => {
  const fail = (problem: Problem, detail = "") =>
    new UnreadableDocument({ document: basename(file) || file, problem, detail })
  return Effect.tryPromise({
    try: async () => {
      const found = await stat(file)
      if (!found.isFile()) throw fail("directory")
      if (found.size > maxBytes) throw fail("tooLarge", `${Math.ceil(found.size / 1_048_576)} MB`)
      const handle = await open(file)
      try {
        // The file may grow while it is read: one byte too many is enough to say so.
        const buffer = new Uint8Array(Math.min(found.size + 65_536, maxBytes + 1))
        let length = 0
        while (length < buffer.length) {
          const { bytesRead } = await handle.read(buffer, length, buffer.length - length)
          if (bytesRead === 0) return buffer.subarray(0, length)
          length += bytesRead
        }
        throw fail("tooLarge", ">32 MB")
      } finally {
        await handle.close()
      }
    },
    catch: (error) => (error instanceof UnreadableDocument ? error : fail(problemOf(error)))
  })
}
