/**
 * A table of the report as HTML; the page builds rows with the same functions. Each cell carries its heading and its
 * role, because a row is laid out as a card on narrow screens and would otherwise be no table to a screen reader.
 */
import { courseSvg } from "../../chart/CourseSvg.ts"
import { el, type Element, type Markup } from "../../Element.ts"
import { stretchesOf } from "../../FreshLines.ts"
import type { ReportCell, ReportColumn, ReportRow, StatusTag, ReportTable } from "../../Report.ts"
import { hasDay, hasLooseWord, leastWidth, widthsOf } from "../../ColumnWidths.ts"
import { isTall, type PaperPage, paperWidths } from "../../PaperWidths.ts"
import { statusMarks } from "../../StatusMarks.ts"

/** Returns a status with its sign, which screen readers skip, on the line of its first word. */
export const htmlStatus = (status: StatusTag, text: string): Element =>
  el(
    "span",
    { class: `status ${status}` },
    el("span", { "aria-hidden": "true" }, statusMarks[status]),
    "\u00a0",
    ...unbrokenDays(text)
  )

/** Returns the address of the page of an activity; undefined where it has none. */
export type LinkTo = (activity: string) => string | undefined

const unlinked: LinkTo = () => undefined

/** Returns the table below its heading. One of a document has the heading of its section. */
export const htmlTable = (
  table: ReportTable,
  page: PaperPage,
  linkTo: LinkTo = unlinked
): readonly [caption: ReadonlyArray<Element>, table: Element] => [
  table.asInSource ? [] : [el("h3", { id: `caption-${table.id}`, class: "caption" }, table.caption)],
  tableMarkup(table, page, linkTo)
]

/** The widths in rem of the window below which a table of many columns is shown as cards, by its class. */
export const folds = { broad: 60, dense: 70, denser: 80, densest: 90 } as const

/** The margins of a page in rem, with a bar that scrolls it. */
const margins = 3.6

/** Returns the class of a table: how wide a window must be to show it as one, and its size of type. */
const kindOf = (table: ReportTable): keyof typeof folds | "slim" => {
  if (table.columns.length <= 6) return "slim"
  const least = leastWidth(table) + margins
  if (least <= folds.broad) return "broad"
  if (least <= folds.dense) return "dense"
  return least <= folds.denser ? "denser" : "densest"
}

const tableMarkup = (table: ReportTable, page: PaperPage, linkTo: LinkTo): Element => {
  const onPaper = paperWidths(table, page)
  return el(
    "table",
    {
      id: `table-${table.id}`,
      role: "table",
      class: `${kindOf(table)}${table.asInSource ? " source" : ""}`,
      "aria-labelledby": table.asInSource ? `${table.id}-heading` : `caption-${table.id}`
    },
    el(
      "colgroup",
      {},
      ...widthsOf(table).map((width, at) => el("col", { class: `w${width} p${onPaper[at] ?? width}` }))
    ),
    el(
      "thead",
      { role: "rowgroup" },
      el(
        "tr",
        { role: "row" },
        ...table.columns.map(({ heading, kind }) =>
          el(
            "th",
            { scope: "col", role: "columnheader", class: `k-${kind}${hasLooseWord(heading) ? " loose" : ""}` },
            heading
          )
        )
      )
    ),
    el("tbody", { role: "rowgroup" }, ...htmlRows(table, { mayBreak: (row) => isTall(row, onPaper, page), linkTo }))
  )
}

/** Returns the rows of the table's body, or one that says that there are none; `mayBreak`: whether one may break on paper. */
export const htmlRows = (
  table: ReportTable,
  {
    linkTo = unlinked,
    mayBreak = () => false
  }: { readonly mayBreak?: (row: ReportRow) => boolean; readonly linkTo?: LinkTo } = {}
): ReadonlyArray<Element> =>
  table.rows.length === 0
    ? [el("tr", { role: "row", class: "none" }, el("td", { role: "cell", colspan: table.columns.length }, table.empty))]
    : table.rows.map((row) => rowMarkup(table, row, mayBreak(row), linkTo))

const rowMarkup = (table: ReportTable, row: ReportRow, tall: boolean, linkTo: LinkTo): Element => {
  const header = table.columns.findIndex(({ kind }) => kind === "name")
  const address = row.activity === null ? undefined : linkTo(row.activity)
  const linked = linkedCell(row, header)
  return el(
    "tr",
    {
      role: "row",
      class: [...(row.mark === null ? [] : ["new"]), ...(tall ? ["tall"] : [])].join(" ") || undefined
    },
    ...row.cells.map((cell, at) =>
      cellMarkup(cell, table.columns[at], {
        isHeader: at === header,
        mark: at === 0 ? row.mark : null,
        address: at === linked ? address : undefined
      })
    )
  )
}

/** Returns the cell that links to the activity: the one that names the row, or else the first with plain text. */
const linkedCell = ({ cells }: ReportRow, header: number): number =>
  (cells[header]?.text.trim() ?? "") === ""
    ? cells.findIndex(({ course, status, text }) => text.trim() !== "" && course === undefined && status === undefined)
    : header

interface CellPlace {
  readonly isHeader: boolean
  readonly mark: string | null
  readonly address: string | undefined
}

const cellMarkup = (
  cell: ReportCell,
  column: ReportColumn | undefined,
  { address, isHeader, mark }: CellPlace
): Element => {
  const heads = isHeader && cell.text.trim() !== ""
  const content = contentOf(cell)
  const words = address === undefined ? content : [el("a", { href: address }, ...content)]
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

/** The kinds of columns without a look of their own. */
const plain: ReadonlySet<ReportColumn["kind"]> = new Set(["name", "text", "status"])

/** Returns the classes of a cell. An exact day does not break. */
const classOf = ({ day, text, tone }: ReportCell, column: ReportColumn | undefined): string | undefined =>
  [
    ...(column === undefined || plain.has(column.kind) ? [] : [`k-${column.kind}`]),
    ...(day === undefined ? [] : ["day"]),
    ...(hasLooseWord(text) ? ["loose"] : []),
    ...(tone === undefined ? [] : [tone])
  ].join(" ") || undefined

const contentOf = (cell: ReportCell): ReadonlyArray<Markup> => {
  const { course, fresh, status, text } = cell
  if (text === "") return []
  if (course !== undefined) return [courseSvg(course), text]
  if (status !== undefined) return [htmlStatus(status, text)]
  if (fresh === undefined) return unbrokenDays(text)
  return stretchesOf(cell).flatMap((stretch, at) => {
    const words = unbrokenDays(stretch.text)
    return [...(at === 0 ? [] : ["\n"]), ...(stretch.isFresh ? [el("mark", {}, ...words)] : words)]
  })
}

/** A day, the day of a report with the day that it named, or a range with its unit: browsers break after its dash. */
const unbroken =
  /(\d{4}-\d\d-\d\d(?::\u00a0\d{4}-\d\d-\d\d)?|\d{1,3}(?:[\u00a0,]\d{3}){0,3}–\d{1,3}(?:[\u00a0,]\d{3}){0,3}\u00a0\p{L}{1,12})/u

/**
 * Returns a text whose ISO days and ranges do not break: a table may have thousands. A cell that is a day has a class of
 * its own.
 */
const unbrokenDays = (text: string): ReadonlyArray<Markup> =>
  text === ""
    ? []
    : text.split(unbroken).flatMap((words, at): ReadonlyArray<Markup> => {
        if (words === "") return []
        return at % 2 === 0 || (words === text && hasDay(words)) ? brokenAtSlashes(words) : [el("bdi", {}, words)]
      })

/** Returns words with a place to break after a slash between letters, where browsers see none. */
const brokenAtSlashes = (words: string): ReadonlyArray<Markup> =>
  words.split(/(?<=\p{L}{3}\/)(?=\p{L}{3})/u).flatMap((part, at) => (at === 0 ? [part] : [el("wbr"), part]))
