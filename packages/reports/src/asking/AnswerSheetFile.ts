/**
 * A sheet that asks as a file. Its writers are those of reports, loaded on demand.
 */
import type { AnswerSheet } from "./AnswerSheet.ts"

/** The formats of a sheet, named as their files end. */
export type SheetFormat = "docx" | "xlsx"

/** Writes a sheet in a format. The same sheet gives the same bytes. */
export const writeAnswerSheet = async (format: SheetFormat, sheet: AnswerSheet): Promise<Uint8Array> =>
  format === "docx"
    ? (await import("../writers/docx/DocxAnswerSheet.ts")).write(sheet)
    : (await import("../writers/xlsx/XlsxAnswerSheet.ts")).write(sheet)
