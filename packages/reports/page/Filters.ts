/**
 * Filters that hide rows of a table by area and by status.
 */
import type { Spoken } from "../src/words/Spoken.ts"
import { createElement } from "./DomNodes.ts"

/** The controls of a table's filters. */
export interface Filters {
  readonly controls: HTMLElement
  /** Offers the values of the present rows and hides the rows that are not chosen. Call it after rows were replaced. */
  readonly refresh: () => void
}

/** Builds the filters of a table in the document's columns. */
export const filters = (table: HTMLTableElement, { text }: Spoken): Filters => {
  const { page } = text.report
  const count = createElement("output", { id: `${table.id}-count` })
  count.setAttribute("aria-live", "polite")
  const columns = [
    { select: select(`${table.id}-area`), label: page.area, at: 0 },
    { select: select(`${table.id}-status`), label: page.status, at: 5 }
  ]
  const hide = (): void => {
    const rows = rowsOf(table)
    for (const row of rows) {
      row.hidden = columns.some(({ at, select: { value } }) => value !== "" && wordsOf(row, at) !== value)
    }
    count.textContent = page.shown(rows.filter(({ hidden }) => !hidden).length, rows.length)
  }
  const refresh = (): void => {
    for (const { at, select } of columns) {
      const chosen = select.value
      const options = [...new Set(rowsOf(table).map((row) => wordsOf(row, at)))].filter((words) => words !== "")
      const kept = chosen !== "" && !options.includes(chosen) ? [chosen, ...options] : options
      select.replaceChildren(
        createElement("option", { value: "" }, page.all),
        ...kept.map((words) => createElement("option", { value: words }, words))
      )
      select.value = chosen
    }
    hide()
  }
  for (const { select } of columns) select.addEventListener("change", hide)
  refresh()
  const controls = columns.map(({ label, select }) =>
    createElement("div", {}, createElement("label", { htmlFor: select.id }, label), select)
  )
  return { controls: createElement("div", { className: "controls" }, ...controls, count), refresh }
}

const select = (id: string): HTMLSelectElement => createElement("select", { id })

const rowsOf = (table: HTMLTableElement): ReadonlyArray<HTMLTableRowElement> =>
  [...(table.tBodies[0]?.rows ?? [])].filter((row) => !row.classList.contains("none"))

/** Returns the text of a cell without the mark of a new row and without the sign before a status. */
const wordsOf = (row: HTMLTableRowElement, at: number): string => {
  const cell = row.cells[at]?.cloneNode(true)
  if (!(cell instanceof HTMLElement)) return ""
  for (const sign of cell.querySelectorAll(".mark,[aria-hidden]")) sign.remove()
  return cell.textContent.trim()
}
