/**
 * Makes an edition of the grids of a file. Total: every file becomes an edition or one reason why not.
 */
import type { Edition, EditionTable } from "../../Edition.ts"
import * as Effect from "effect/Effect"
import { hash } from "node:crypto"
import type { Grid } from "../grid/Grid.ts"
import { packedGrids } from "../grid/PackedGrids.ts"
import { readTables } from "../grid/ReadTables.ts"
import { readByOf, type ReadingOptions } from "../../ReadingOptions.ts"
import { UnreadableDocument } from "../../UnreadableDocument.ts"
import { Unreadable, refuseBadWords } from "./Unreadable.ts"

/** Reads the edition in a file, given the function that reads its grids. It may fail with `Unreadable`. */
export const readGridEdition = (
  document: string,
  bytes: Uint8Array,
  options: ReadingOptions,
  gridsIn: (bytes: Uint8Array, signal: AbortSignal) => Promise<ReadonlyArray<Grid>>
): Effect.Effect<Edition, UnreadableDocument> =>
  orUnreadable(document, async (signal) => {
    const read = tablesOf(await gridsIn(bytes, signal), options)
    return { document, sha256: hash("sha256", bytes), readBy: readByOf(options), ...read }
  })

/** Runs what may throw `Unreadable`, which becomes the error of a document. `signal` is aborted by an interruption. */
export const orUnreadable = <A>(
  document: string,
  run: (signal: AbortSignal) => Promise<A>
): Effect.Effect<A, UnreadableDocument> =>
  Effect.gen(function* () {
    const read = yield* Effect.promise((signal) =>
      run(signal).catch((error: unknown) => {
        if (error instanceof Unreadable) return error
        throw error
      })
    )
    if (!(read instanceof Unreadable)) return read
    const { detail, head, problem } = read
    return yield* new UnreadableDocument({ document, problem, detail, head })
  })

const tablesOf = (grids: ReadonlyArray<Grid>, options: ReadingOptions): Pick<Edition, "cells" | "tables" | "texts"> => {
  const read = readTables(grids, options)
  if ("problem" in read) throw new Unreadable(read.problem, read.detail, read.head)
  const { tables } = read
  tables.forEach(refuseBadText)
  return { tables, texts: grids.flatMap(({ before }) => before), cells: packedGrids(grids) }
}

const refuseBadText = ({ headings, name, remarks, rows }: EditionTable): void => {
  refuseBadWords(name, "")
  for (const heading of Object.values(headings)) refuseBadWords(heading, name)
  for (const { words } of remarks) refuseBadWords(words, name)
  for (const row of rows) {
    const where = `${name} ${row.number}`.trim()
    for (const words of Object.values(row.cells)) refuseBadWords(words, where)
    for (const { heading, words } of row.unknown) refuseBadWords(`${heading}${words}`, where)
    for (const { words } of row.remarks) refuseBadWords(words, where)
  }
}
