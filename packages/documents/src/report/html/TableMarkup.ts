/**
 * A table of the report as markup; the page makes its rows anew with the same functions. Each cell bears its heading,
 * because on a narrow screen a row becomes a card, and its role, because cards would otherwise be no table to a reader
 * that is not seen.
 */
import { el, type Element, type Markup } from "../markup/Element.ts"
import type { Cell, Column, Row, StatusTag, Table } from "../Report.ts"
import { statusMarks } from "../StatusMarks.ts"

export const statusMarkup = (status: StatusTag, text: string): Element =>
  el("span", { class: `status ${status}` }, el("span", { "aria-hidden": "true" }, statusMarks[status]), ` ${text}`)

/** The share of a table that a column likes to have, in per cent: by its kind, or for some by itself. */
const liked: Readonly<Record<Column["kind"], number>> = {
  name: 12,
  text: 10,
  long: 18,
  date: 9,
  number: 9,
  status: 11
}
const likedBy: Readonly<Record<string, number>> = {
  number: 4,
  times: 7,
  rate: 7,
  met: 7,
  goal: 14,
  actions: 15,
  followUp: 24
}

/** The most letters of a word that a column widens for, and what each is worth in per cent. */
const letters: Readonly<Record<Column["kind"], readonly [most: number, each: number]>> = {
  name: [18, 0.8],
  text: [18, 0.78],
  long: [16, 0.75],
  date: [14, 0.75],
  number: [14, 0.75],
  status: [12, 0.75]
}
/** An exact day does not break, and needs this much. */
const day = 9

/** The width of each column in whole per cent: what it likes, and more where its longest words ask for it. */
export const widthsOf = ({ columns, rows }: Table): ReadonlyArray<number> => {
  const all = columns.map(({ heading, key, kind }, at) => {
    const longest = rows.reduce((most, { cells }) => Math.max(most, longestWord(cells[at]?.text ?? "")), heading.length)
    const [most, each] = letters[kind]
    return Math.max(likedBy[key] ?? liked[kind], Math.min(longest, most) * each + 1.5)
  })
  const sum = all.reduce((total, each) => total + each, 0)
  return all.map((each, at) => {
    const width = Math.round((each / sum) * 100)
    return columns[at]?.kind === "date" ? Math.max(width, day) : width
  })
}

const longestWord = (text: string): number =>
  text.split(/[\s/]+|(?<=-)(?=\D)/u).reduce((most, word) => Math.max(most, word.length), 0)

export const tableMarkup = (table: Table): Element =>
  el(
    "table",
    {
      id: `table-${table.id}`,
      role: "table",
      class: `${table.columns.length > 6 ? "broad" : "slim"}${table.asInSource ? " source" : ""}`,
      "aria-labelledby": `caption-${table.id}`
    },
    el("caption", { id: `caption-${table.id}` }, table.caption),
    el("colgroup", {}, ...widthsOf(table).map((width) => el("col", { class: `w${width}` }))),
    el(
      "thead",
      { role: "rowgroup" },
      el(
        "tr",
        { role: "row" },
        ...table.columns.map(({ heading, kind }) =>
          el("th", { scope: "col", role: "columnheader", class: `k-${kind}` }, heading)
        )
      )
    ),
    el("tbody", { role: "rowgroup" }, ...rowsMarkup(table))
  )

export const rowsMarkup = (table: Table): ReadonlyArray<Element> =>
  table.rows.length === 0
    ? [el("tr", { role: "row", class: "none" }, el("td", { role: "cell", colspan: table.columns.length }, table.empty))]
    : table.rows.map((row) => rowMarkup(table, row))

const rowMarkup = (table: Table, row: Row): Element => {
  const header = table.columns.findIndex(({ kind }) => kind === "name")
  return el(
    "tr",
    { role: "row", class: row.mark === null ? undefined : "new" },
    ...row.cells.map((cell, at) => cellMarkup(cell, table.columns[at], at === header, at === 0 ? row.mark : null))
  )
}

const cellMarkup = (cell: Cell, column: Column | undefined, isHeader: boolean, mark: string | null): Element => {
  const heads = isHeader && cell.text.trim() !== ""
  const words = contentOf(cell)
  return el(
    heads ? "th" : "td",
    {
      scope: heads ? "row" : undefined,
      role: heads ? "rowheader" : "cell",
      class: classOf(cell, column),
      "data-label": heads ? undefined : column?.heading,
      "data-order": cell.order ?? cell.number
    },
    ...(mark === null ? [] : [el("span", { class: "mark" }, `★ ${mark}`), ...(words.length === 0 ? [] : [" "])]),
    ...words
  )
}

/** What a cell is, as far as it is seen; an exact day stands on one line. */
const classOf = ({ day, tone }: Cell, column: Column | undefined): string | undefined =>
  [
    ...(column?.kind === "date" || column?.kind === "number" || column?.kind === "long" ? [`k-${column.kind}`] : []),
    ...(day === undefined ? [] : ["day"]),
    ...(tone === undefined ? [] : [tone])
  ].join(" ") || undefined

const contentOf = ({ fresh, status, text }: Cell): ReadonlyArray<Markup> =>
  text === ""
    ? []
    : status !== undefined
      ? [statusMarkup(status, text)]
      : fresh !== undefined && text.endsWith(fresh)
        ? [text.slice(0, text.length - fresh.length), el("mark", {}, fresh)]
        : [text]
