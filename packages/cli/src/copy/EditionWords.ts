/**
 * What a copy has of kept editions, in words.
 */
import type { ExportedEditions } from "@frist/store/copy/LogExport"
import type { KeptTexts } from "../texts/KeptTexts.ts"

/** Returns a line for what a copy has of kept editions, and for what is missing; none where there is nothing to say. */
export const editionLines = ({ erased, kept, missing }: ExportedEditions, texts: KeptTexts): ReadonlyArray<string> => [
  ...(kept === 0 ? [] : [texts.exported(kept)]),
  ...(erased === 0 ? [] : [texts.someErased(erased)]),
  ...(missing === 0 ? [] : [texts.missing(missing)])
]
