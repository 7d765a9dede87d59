/**
 * Reads an edition from a PDF: its tagged tables, else those whose ruled lines close a grid. Bounded, and total over any
 * bytes.
 */
import type { Edition } from "../../Edition.ts"
import type * as Effect from "effect/Effect"
import { readGridEdition } from "../office/GridEdition.ts"
import type { ReadingOptions } from "../../ReadingOptions.ts"
import type { UnreadableDocument } from "../../UnreadableDocument.ts"
import { readInThread } from "./PdfThread.ts"

/** Reads the edition in a PDF file's bytes. `document` is its name without folders. */
export const readPdf = (
  document: string,
  bytes: Uint8Array,
  options: ReadingOptions = {}
): Effect.Effect<Edition, UnreadableDocument> =>
  readGridEdition(document, bytes, options, async (file) => (await readInThread(file)).grids)
