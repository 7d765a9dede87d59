/**
 * The bytes of a file, up to a limit, however the file grows while it is read.
 */
import type { UnreadableDocument } from "@frist/editions/UnreadableDocument"
import * as Effect from "effect/Effect"
import { open } from "node:fs/promises"
import { refused } from "../failures/Failure.ts"
import type { Session } from "../Session.ts"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { documentFailure, nameOf, unreadableFile } from "./UnreadableFile.ts"

/** Largest bundle, report, proof or key, in bytes: about a million events. Its text still fits in one string. */
const maxEvidenceBytes = 512 * 1024 * 1024

interface ReadLimits {
  /** The most bytes to read. */
  readonly most: number
  /** The size that the file is expected to have; it may have another. */
  readonly expected: number
}

/** Reads a file to its end. Returns `undefined`, and reads no further, where it has more than `most` bytes. */
export const bytesUpTo = (
  file: string,
  { expected, most }: ReadLimits
): Effect.Effect<Uint8Array | undefined, UnreadableDocument> =>
  Effect.tryPromise({
    try: async () => {
      const handle = await open(file)
      try {
        let buffer = new Uint8Array(Math.min(expected, most) + 1)
        let length = 0
        while (length <= most) {
          if (length === buffer.length) {
            const larger = new Uint8Array(Math.min(Math.max(2 * length, 65_536), most + 1))
            larger.set(buffer)
            buffer = larger
          }
          const { bytesRead } = await handle.read(buffer, length, buffer.length - length)
          if (bytesRead === 0) return buffer.subarray(0, length)
          length += bytesRead
        }
        return undefined
      } finally {
        await handle.close()
      }
    },
    catch: (error) => unreadableFile(file, error)
  })

/** Reads a file of any kind, of at most 512 MB; refused for a larger one. */
export const bytesOf = Effect.fnUntraced(function* (file: string, { phrase }: Session) {
  const bytes = yield* bytesUpTo(file, { most: maxEvidenceBytes, expected: 0 }).pipe(
    Effect.mapError((error) => documentFailure(error, phrase))
  )
  return bytes ?? (yield* refused(evidenceTexts[phrase.language].tooLarge(nameOf(file))))
})
