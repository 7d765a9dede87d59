/**
 * Reads an edition from a document or workbook of Office or OpenDocument. Bounded, and total over any bytes.
 */
import type { Edition } from "../../Edition.ts"
import type * as Effect from "effect/Effect"
import type { ReadingOptions } from "../../ReadingOptions.ts"
import type { UnreadableDocument } from "../../UnreadableDocument.ts"
import { readGridEdition } from "./GridEdition.ts"
import { officeGrids } from "./OfficeGrids.ts"

/** Reads the edition in a ZIP file's bytes. `document` is its name without folders. */
export const readOffice = (
  document: string,
  bytes: Uint8Array,
  options: ReadingOptions = {}
): Effect.Effect<Edition, UnreadableDocument> => readGridEdition(document, bytes, options, officeGrids)
