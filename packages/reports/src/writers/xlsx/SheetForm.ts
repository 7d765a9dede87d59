/**
 * What makes a sheet of a workbook a form: the cells to fill in, between which the tabulator moves, and their prompts.
 */
import { isForAnswers, type CellPrompt } from "../../asking/AnswerSheet.ts"
import { type Element, el } from "../../Element.ts"
import { elementsIf } from "../../ooxml/OfficeXml.ts"
import type { ReportTable } from "../../Report.ts"
import { cellReference } from "./XlsxCells.ts"

/** The cells to fill in: the first of them, and each column with its prompt. */
export interface SheetForm {
  readonly first: string
  readonly columns: ReadonlyArray<{ readonly cells: string; readonly heading: string; readonly prompt: CellPrompt }>
}

/** Returns the form of a table below one row of headings; null if no column is filled in. */
export const formOf = (
  { columns, rows }: Pick<ReportTable, "columns" | "rows">,
  prompts: ReadonlyMap<string, CellPrompt>
): SheetForm | null => {
  const first = columns.findIndex(isForAnswers)
  if (first === -1 || rows.length === 0) return null
  return {
    first: cellReference(2, first),
    columns: columns.flatMap(({ heading, key }, at) => {
      const prompt = prompts.get(key)
      const cells = `${cellReference(2, at)}:${cellReference(rows.length + 1, at)}`
      return prompt === undefined ? [] : [{ cells, heading, prompt }]
    })
  }
}

/** The most letters of a prompt's title and of its words. */
const [mostTitle, mostWords] = [32, 255]

/** The elements of a sheet that is a form. */
export const formMarkup = {
  /**
   * Locks the cells that are not filled in, without a password. Rows and columns may still be made higher and wider, and cells
   * set in another way.
   */
  protection: (form: SheetForm | null): ReadonlyArray<Element> =>
    elementsIf(form !== null, el("sheetProtection", { sheet: 1, formatCells: 0, formatColumns: 0, formatRows: 0 })),
  /** Suggests words, and takes any others. */
  prompts: (form: SheetForm | null): ReadonlyArray<Element> =>
    form === null || form.columns.length === 0
      ? []
      : [
          el(
            "dataValidations",
            { count: form.columns.length },
            ...form.columns.map(({ cells, heading, prompt: { choices, words } }) =>
              el(
                "dataValidation",
                {
                  ...(choices.length === 0 ? {} : { type: "list" }),
                  allowBlank: 1,
                  showInputMessage: 1,
                  showErrorMessage: 0,
                  promptTitle: heading.slice(0, mostTitle),
                  prompt: words.slice(0, mostWords),
                  sqref: cells
                },
                ...elementsIf(choices.length > 0, el("formula1", {}, `"${choices.join(",")}"`))
              )
            )
          )
        ]
}
