/**
 * What a PDF says: its tables, as its structure or its ruled lines state them, or why it states none.
 */
import { Unreadable } from "../office/Unreadable.ts"
import { hasPoint } from "./PdfBox.ts"
import type { ColourAt } from "./PdfCells.ts"
import { type PdfPage, pdfPages } from "./PdfFile.ts"
import { gridsOf } from "./PdfGrids.ts"
import { ruledParts } from "./PdfRuledTables.ts"
import { runningHeads } from "./PdfRunningHeads.ts"
import { tablesOf } from "./PdfTables.ts"
import type { PdfContent } from "./PdfThread.ts"

/** Reads a PDF. Fails with `Unreadable` where it states no table. */
export const pdfContent = async (bytes: Uint8Array): Promise<PdfContent> => {
  const isPictured = hasPicture(bytes)
  const pages = await pdfPages(bytes)
  const hasWords = pages.some(({ loose, marked }) => loose.length > 0 || marked.size > 0)
  if (!hasWords) throw new Unreadable(isPictured ? "scanned" : "notTagged")
  const colourAt = coloursOf(pages)
  const tagged = tablesOf(pages.map(({ parts }) => parts))
  if (tagged.length > 0) return { grids: gridsOf(tagged, colourAt) }
  const isRunning = runningHeads(pages)
  const ruled = tablesOf(pages.map((page, at) => ruledParts(page, at + 1, isRunning)))
  if (ruled.length > 0) return { grids: gridsOf(ruled, colourAt) }
  throw new Unreadable("notTagged")
}

/** Returns the colours of the rectangles that pages fill: of those at a point the one that is drawn last. */
const coloursOf =
  (pages: ReadonlyArray<PdfPage>): ColourAt =>
  (page, x, y) =>
    pages[page - 1]?.fills.findLast((fill) => hasPoint(fill, x, y))?.colour ?? null

/** Whether a file has pictures. Their descriptions are never packed. */
const hasPicture = (bytes: Uint8Array): boolean =>
  /\/Subtype\s{0,10}\/Image/u.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"))
