/**
 * Reads an edition from a PDF: its tagged tables, else those whose ruled lines close a grid. Bounded, and total over any
 * bytes.
 */
import type { Edition } from "../../Edition.ts"
import * as Effect from "effect/Effect"
import { maxBytes } from "../Limits.ts"
import { orUnreadable, readGridEdition } from "../office/GridEdition.ts"
import { Unreadable } from "../office/Unreadable.ts"
import type { ReadingOptions } from "../../ReadingOptions.ts"
import type { UnreadableDocument } from "../../UnreadableDocument.ts"
import { readInThread } from "./PdfThread.ts"

/** Reads the edition in a PDF file's bytes. `document` is its name without folders. */
export const readPdf = (
  document: string,
  bytes: Uint8Array,
  options: ReadingOptions = {}
): Effect.Effect<Edition, UnreadableDocument> =>
  readGridEdition(document, bytes, options, (file, signal) => readInThread("grids", file, signal))

/** Reads every paragraph of a PDF, those in tables included, in reading order. */
export const readParagraphs = (
  document: string,
  bytes: Uint8Array
): Effect.Effect<ReadonlyArray<string>, UnreadableDocument> =>
  orUnreadable(document, (signal) =>
    bytes.length > maxBytes
      ? Promise.reject(new Unreadable("tooLarge", `${Math.ceil(bytes.length / 1_048_576)} MB`))
      : readInThread("paragraphs", bytes, signal)
  )
