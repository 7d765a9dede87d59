/**
 * The grids of a file that may be a sheet of answers, within the bounds of every document.
 */
import * as Effect from "effect/Effect"
import { foreignFormat } from "../EditionReader.ts"
import type { Grid } from "../formats/grid/Grid.ts"
import { maxBytes } from "../formats/Limits.ts"
import { hasZipEnd } from "../formats/office/ZipEnd.ts"
import { UnreadableDocument } from "../UnreadableDocument.ts"

/** A file in the folder of the answers: its name without folders, and its bytes. */
export interface AnswerFile {
  readonly document: string
  readonly bytes: Uint8Array
}

/** Reads the grids of an Office file; none of another file that may be a document. */
export const sheetGrids = Effect.fnUntraced(function* ({
  bytes,
  document
}: AnswerFile): Effect.fn.Return<ReadonlyArray<Grid>, UnreadableDocument> {
  const fail = (problem: UnreadableDocument["problem"], detail = "") =>
    new UnreadableDocument({ document, problem, detail })
  if (bytes.length > maxBytes) return yield* fail("tooLarge", `${Math.ceil(bytes.length / 1_048_576)} MB`)
  if (!hasZipEnd(bytes)) {
    const problem = foreignFormat(bytes)
    return problem === "oldFormat" || problem === "encrypted" ? yield* fail(problem) : []
  }
  const [{ officeGrids }, { Unreadable, refuseBadWords }] = yield* Effect.promise(() =>
    Promise.all([import("../formats/office/OfficeGrids.ts"), import("../formats/office/Unreadable.ts")])
  )
  const read = yield* Effect.promise(() =>
    officeGrids(bytes)
      .then((grids) => {
        for (const { rows } of grids)
          for (const { cells } of rows)
            for (const { struck, text } of cells.values()) refuseBadWords(`${text}${struck}`, "")
        return grids
      })
      .catch((error: unknown) => {
        if (error instanceof Unreadable) return error
        throw error
      })
  )
  return read instanceof Unreadable ? yield* fail(read.problem, read.detail) : read
})
