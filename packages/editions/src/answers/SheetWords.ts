/**
 * What a file says that may be a sheet of answers: grids, and what is beside them. Within the bounds of every document.
 */
import * as Effect from "effect/Effect"
import { foreignFormat } from "../EditionReader.ts"
import type { DocumentComment, Grid } from "../formats/grid/Grid.ts"
import { maxBytes } from "../formats/Limits.ts"
import { hasZipEnd } from "../formats/office/ZipEnd.ts"
import { UnreadableDocument } from "../UnreadableDocument.ts"

/** A file in the folder of the answers: its name without folders, and its bytes. */
export interface AnswerFile {
  readonly document: string
  readonly bytes: Uint8Array
}

/** The words of a file: its grids, the lines of text around them, and its comments. */
export interface SheetWords {
  readonly grids: ReadonlyArray<Grid>
  readonly lines: ReadonlyArray<string>
  readonly comments: ReadonlyArray<DocumentComment>
}

const noWords: SheetWords = { grids: [], lines: [], comments: [] }

/** Reads the words of an Office file; none of another file that may be a document. */
export const sheetWords = Effect.fnUntraced(function* ({
  bytes,
  document
}: AnswerFile): Effect.fn.Return<SheetWords, UnreadableDocument> {
  const fail = (problem: UnreadableDocument["problem"], detail = "") =>
    new UnreadableDocument({ document, problem, detail })
  if (bytes.length > maxBytes) return yield* fail("tooLarge", `${Math.ceil(bytes.length / 1_048_576)} MB`)
  if (!hasZipEnd(bytes)) {
    const problem = foreignFormat(bytes)
    return problem === "oldFormat" || problem === "encrypted" ? yield* fail(problem) : noWords
  }
  const [{ officeWords }, { Unreadable }] = yield* Effect.promise(() =>
    Promise.all([import("../formats/office/OfficeGrids.ts"), import("../formats/office/Unreadable.ts")])
  )
  const read = yield* Effect.promise(() =>
    officeWords(bytes)
      .then(({ after, comments, grids }): SheetWords => ({
        grids,
        lines: [...grids.flatMap(({ before }) => before), ...after],
        comments
      }))
      .catch((error: unknown) => {
        if (error instanceof Unreadable) return error
        throw error
      })
  )
  return read instanceof Unreadable ? yield* fail(read.problem, read.detail) : read
})
