/**
 * Reads a PDF in the thread of the tests: its rules do not need one of their own, only its bounds do.
 */
import type { Grid } from "../../src/formats/grid/Grid.ts"
import { readGridEdition } from "../../src/formats/office/GridEdition.ts"
import { vi } from "vitest"

// pdf.js says that it cannot draw here.
vi.spyOn(console, "warn").mockImplementation(() => undefined)
vi.spyOn(console, "log").mockImplementation(() => undefined)
const { pdfGrids } = await import("../../src/formats/pdf/PdfContent.ts")

/** Reads an edition. */
export const readPdf = (bytes: Uint8Array) => readGridEdition("uppföljning.pdf", bytes, {}, pdfGrids)

/** Returns the grids of a PDF; fails where it states none. */
export const gridsOf: (bytes: Uint8Array) => Promise<ReadonlyArray<Grid>> = pdfGrids

/** Returns the words of the cells of a grid, row by row; an empty cell is not there. */
export const wordsOf = (grid: Grid | undefined): ReadonlyArray<ReadonlyArray<string>> =>
  (grid?.rows ?? []).map(({ cells }) => [...cells].sort(([a], [b]) => a - b).map(([, { text }]) => text))
