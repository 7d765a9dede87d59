/**
 * What a PDF says: its tables, as its structure or its ruled lines state them, or why it states none; or its paragraphs.
 */
import type { Grid } from "../grid/Grid.ts"
import { Unreadable } from "../office/Unreadable.ts"
import { hasPoint } from "./PdfBox.ts"
import type { ColourAt } from "./PdfCells.ts"
import { type PdfPage, pdfPages } from "./PdfFile.ts"
import { gridsOf } from "./PdfGrids.ts"
import { everyParagraph } from "./PdfParagraphs.ts"
import { ruledParts } from "./PdfRuledTables.ts"
import { runningHeads } from "./PdfRunningHeads.ts"
import type { PagePart } from "./PdfStructure.ts"
import { tablesOf } from "./PdfTables.ts"

/** Reads the tables of a PDF. Fails with `Unreadable` where it states none. */
export const pdfGrids = async (bytes: Uint8Array): Promise<ReadonlyArray<Grid>> => {
  const isPictured = hasPicture(bytes)
  const pages = await pdfPages(bytes)
  const hasWords = pages.some(({ loose, marked }) => loose.length > 0 || marked.size > 0)
  if (!hasWords) throw new Unreadable(isPictured ? "scanned" : "notTagged")
  const tagged = pages.map(({ parts }) => parts)
  const hasTags = tagged.some((parts) => parts.some((part) => "table" in part))
  const parts = hasTags ? tagged : untagged(pages)
  const tables = tablesOf(parts)
  if (tables.length === 0) throw new Unreadable("notTagged")
  if (isReport(parts)) throw new Unreadable("ownReport")
  return gridsOf(tables, { colourAt: coloursOf(pages), looseOn: (page) => pages[page - 1]?.loose ?? [] })
}

/** The paragraphs at the end of a report that say how it is made again, and some more. */
const lastOfReport = 12

/** Whether pages are a report that Frist wrote: a PDF does not say which of its columns Frist counted. */
const isReport = (pages: ReadonlyArray<ReadonlyArray<PagePart>>): boolean =>
  everyParagraph(pages.slice(-2))
    .slice(-lastOfReport)
    .some((paragraph) => /(?:^|\s)frist report --plan /u.test(paragraph))

/** Reads every paragraph of a PDF. Fails with `Unreadable`. */
export const pdfParagraphs = async (bytes: Uint8Array): Promise<ReadonlyArray<string>> => {
  const pages = await pdfPages(bytes)
  const isTagged = pages.some(({ parts }) => parts.length > 0)
  return everyParagraph(isTagged ? pages.map(({ parts }) => parts) : untagged(pages))
}

/** Returns the parts of pages without their structure. */
const untagged = (pages: ReadonlyArray<PdfPage>): ReadonlyArray<ReadonlyArray<PagePart>> => {
  const isRunning = runningHeads(pages)
  return pages.map((page, at) => ruledParts(page, at + 1, isRunning))
}

/** Returns the colours of the rectangles that pages fill: of those at a point the one that is drawn last. */
const coloursOf =
  (pages: ReadonlyArray<PdfPage>): ColourAt =>
  (page, x, y) =>
    pages[page - 1]?.fills.near(y).findLast((fill) => hasPoint(fill, x, y))?.colour ?? null

/** Whether a file has pictures. Their descriptions are never packed. */
const hasPicture = (bytes: Uint8Array): boolean =>
  /\/Subtype\s{0,10}\/Image/u.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"))
