/**
 * The mark of a sheet: the text by which its file is known again, whatever program saved it.
 */
import type { AskedSheet, AskFile } from "./AskFile.ts"

/** The first words of a mark, by which a sheet is known. */
const markBegins = "frist/ask 1"

/** Whether a text is the mark of a sheet. */
export const isSheetMark = (text: string): boolean => text.trimStart().startsWith(markBegins)

/** Returns the mark of a sheet, a line each: what it was asked, and its secret. */
export const markOf = (
  { log, plan, review, rows }: Pick<AskFile, "log" | "plan" | "review" | "rows">,
  sheet: Pick<AskedSheet, "key" | "rows">
): ReadonlyArray<string> => {
  const own = new Set(sheet.rows)
  return [
    markBegins,
    `sheet ${sheet.key}`,
    `plan ${plan}`,
    `review ${review}`,
    `rows ${rows
      .filter(({ number }) => own.has(number))
      .map(({ activity, number }) => `${number} ${activity}`)
      .join(", ")}`,
    `log ${log.size} ${log.root}`
  ]
}
