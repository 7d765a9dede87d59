/**
 * The bytes of a document, read from a regular file of limited size.
 */
import { UnreadableDocument, type Problem } from "@frist/editions/UnreadableDocument"
import { maxBytes } from "@frist/editions/formats/Limits"
import * as Effect from "effect/Effect"
import { stat } from "node:fs/promises"
import { bytesUpTo } from "./FileBytes.ts"
import { nameOf, unreadableFile } from "./UnreadableFile.ts"

/** Reads a document of at most 32 MB. */
export const readDocument = Effect.fnUntraced(function* (file: string) {
  const fail = (problem: Problem, detail = "") => new UnreadableDocument({ document: nameOf(file), problem, detail })
  const found = yield* Effect.tryPromise({ try: () => stat(file), catch: (error) => unreadableFile(file, error) })
  if (!found.isFile()) return yield* fail("directory")
  if (found.size > maxBytes) return yield* fail("tooLarge", `${Math.ceil(found.size / 1_048_576)} MB`)
  const bytes = yield* bytesUpTo(file, { most: maxBytes, expected: found.size })
  return bytes ?? (yield* fail("tooLarge", ">32 MB"))
})
