/**
 * A sheet that asks as a workbook: how to answer, the rows to fill in, and the mark, on a sheet each.
 */
import type { AnswerSheet } from "../../asking/AnswerSheet.ts"
import { workbookFile } from "./XlsxReport.ts"

/** Returns the bytes of the workbook. The first sentence names the sheet to answer on. */
export const write = (sheet: AnswerSheet): Uint8Array => {
  const { how, prompts, tab } = sheet
  const sentences = [{ lead: null, text: tab }, ...how.sentences]
  const sections = sheet.sections.map((section) =>
    section.blocks.includes(how) ? { ...section, blocks: [{ ...how, sentences }] } : section
  )
  return workbookFile({ ...sheet, sections }, prompts)
}
