/**
 * A PDF as pdf.js opens it, page by page: its structure and what it draws. Nothing in it is run, and no other file is
 * opened.
 */
import {
  AnnotationMode,
  type PDFDocumentProxy,
  PasswordException,
  VerbosityLevel,
  getDocument
} from "pdfjs-dist/legacy/build/pdf.mjs"
import * as parser from "pdfjs-dist/legacy/build/pdf.worker.mjs"
import { Unreadable } from "../office/Unreadable.ts"
import { PlacedBoxes } from "./PdfBackdrops.ts"
import { PdfBudget, maxPages } from "./PdfBudget.ts"
import { drawingOf } from "./PdfDrawing.ts"
import { pagesIn, paragraphsOf } from "./PdfElements.ts"
import { PdfFonts } from "./PdfFonts.ts"
import type { Fill } from "./PdfPainting.ts"
import type { Box, RuledLine } from "./PdfBox.ts"
import { identity, matrixIn } from "./PdfMatrix.ts"
import { PdfObjects } from "./PdfObjects.ts"
import { type PagePieces, piecesOf } from "./PdfPieces.ts"
import { checkStreams } from "./PdfStreams.ts"
import { type PagePart, type StructureNode, isInline, pageParts } from "./PdfStructure.ts"

/** A page. `box` is its size as shown. */
export interface PdfPage extends PagePieces {
  readonly box: Box
  readonly parts: ReadonlyArray<PagePart>
  readonly fills: PlacedBoxes<Fill>
  readonly rules: ReadonlyArray<RuledLine>
}

/** Reads the pages of a PDF. Fails with `Unreadable`. */
export const pdfPages = async (bytes: Uint8Array): Promise<ReadonlyArray<PdfPage>> => {
  try {
    return await pagesOf(bytes)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(error instanceof PasswordException ? "encrypted" : "damagedPdf")
  }
}

// Where pdf.js looks for its parser before it would start a thread for it: this is one already.
Object.assign(globalThis, { pdfjsWorker: parser })

const pagesOf = async (bytes: Uint8Array): Promise<ReadonlyArray<PdfPage>> => {
  const opening = getDocument({
    // A copy: pdf.js takes what it is given away from others.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    // Pictures are not read, and must not cost the time and memory of being unpacked.
    maxImageSize: 0,
    disableFontFace: true,
    // The code of each glyph, and whether its font has numbers for codes.
    fontExtraProperties: true,
    // Fonts that the file lacks are not looked for: only their letters count.
    useSystemFonts: true,
    useWasm: false,
    enableXfa: false
  })
  const pdf = await opening.promise
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // What is encrypted is not packed as it lies in the file; pdf.js decrypts it first.
  if (!(await isEncrypted(pdf))) checkStreams(file)
  const objects = new PdfObjects(file)
  if (pagesIn(objects) > pdf.numPages) throw new Unreadable("hiddenPages")
  if (pdf.numPages < 1) throw new Unreadable("damagedPdf")
  const paragraphAt = paragraphsOf(objects, isInline)
  if (pdf.numPages > maxPages) throw new Unreadable("unpacksTooLarge", `${pdf.numPages}`)
  const layers = await pdf.getOptionalContentConfig()
  const budget = new PdfBudget((layer) => layer === null || layers.isVisible(layer))
  const fonts = new PdfFonts()
  const pages: Array<PdfPage> = []
  let isLost = false
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { height, transform, width } = page.getViewport({ scale: 1 })
    const box = { left: 0, top: 0, right: width, bottom: height }
    const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
    const fontOf = (name: unknown) =>
      fonts.named(name, () => {
        const key = String(name)
        return page.commonObjs.has(key) && Object(page.commonObjs.get(key)).composite === true
      })
    const drawing = drawingOf(operators, { box, fontOf, matrix: matrixIn(transform) ?? identity }, budget)
    const pieces = piecesOf(drawing, box, budget)
    const tree: StructureNode | null = await page.getStructTree()
    const { fills, rules } = drawing
    const { isWhole, parts } = pageParts(tree, pieces, { number, paragraphAt }, budget)
    isLost ||= !isWhole
    pages.push({ ...pieces, box, fills: new PlacedBoxes(fills, box, budget), rules, parts })
    page.cleanup()
  }
  // Where the structure has the tables, text that it lost would be missing without a word.
  if (isLost && pages.some(({ parts }) => parts.some((part) => "table" in part))) throw new Unreadable("damagedPdf")
  return pages
}

/** Whether a file is encrypted, also with a password that nobody needs to know. */
const isEncrypted = async (pdf: PDFDocumentProxy): Promise<boolean> =>
  Object((await pdf.getMetadata()).info).EncryptFilterName !== null
