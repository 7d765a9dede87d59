/**
 * A table of the report in Word. Its heading row repeats on every page, and a row breaks only if no page can hold it.
 */
import { paperWidths } from "../../PaperWidths.ts"
import { type Element, el } from "../../Element.ts"
import { faint, fresh as freshFill, inkOf, line, soft, statusShades } from "../../ooxml/Colours.ts"
import { elementsIf } from "../../ooxml/OfficeXml.ts"
import { officeLines, officeText } from "../../ooxml/OfficeText.ts"
import { stretchesOf } from "../../FreshLines.ts"
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from "../../Report.ts"
import { lists } from "./DocxLists.ts"
import { countedStyle } from "../../ooxml/CountedMark.ts"
import { type TextLook, docxParagraph, docxParagraphs, docxRuns, docxLine } from "./DocxText.ts"
import { docxValue } from "./DocxElement.ts"
import type { Page } from "./DocxPage.ts"

/**
 * A row of more lines than this may break: on an upright page it is taller than the page, and on one of the appendix it
 * would, kept whole, leave much of a page empty.
 */
const mostLines = { portrait: 36, landscape: 16 } as const
const none: ReadonlySet<string> = new Set()
/** A table of more columns than this is set small, so that fewer words break. */
const mostColumns = 7
/** The size of a table's text in points, and the average width of its letters in twentieths of a point. */
const sizes = {
  ordinary: { points: 9, letter: 92, style: "TableText" },
  small: { points: 8, letter: 82, style: "TableSmall" }
} as const
type Size = (typeof sizes)[keyof typeof sizes]

/** Less space above and below the words of a cell. */
const closeCells = el(
  "w:tblCellMar",
  {},
  el("w:top", { "w:w": 20, "w:type": "dxa" }),
  el("w:bottom", { "w:w": 20, "w:type": "dxa" })
)

/**
 * How a table is laid out. `fresh` is the mark of a new row; any other is of one that the document no longer has. `filled` is
 * the table as it is when its empty cells are filled in, by which columns are measured, and `open` are those columns.
 */
interface TableLayout {
  readonly fresh: string
  readonly filled?: ReportTable
  readonly open?: ReadonlySet<string>
}

/** Returns the table. */
export const docxTable = (
  table: ReportTable,
  page: Page,
  { filled = table, fresh, open = none }: TableLayout
): Element => {
  const { width: pageWidth } = page
  const lies = page.across > page.down ? "landscape" : "portrait"
  const size = table.columns.length > mostColumns ? sizes.small : sizes.ordinary
  const widths = twips(paperWidths(filled, lies, size.points), pageWidth)
  return el(
    "w:tbl",
    {},
    el(
      "w:tblPr",
      {},
      docxValue("w:tblStyle", "ReportTable"),
      el("w:tblW", { "w:w": pageWidth, "w:type": "dxa" }),
      el("w:tblLayout", { "w:type": "fixed" }),
      ...(page.isFirst === true ? [closeCells] : []),
      el("w:tblLook", { "w:val": "0420", "w:firstRow": 1, "w:noVBand": 1 }),
      docxValue("w:tblCaption", officeText(table.caption))
    ),
    el("w:tblGrid", {}, ...widths.map((width) => el("w:gridCol", { "w:w": width }))),
    headMarkup(table, widths, size),
    ...(table.rows.length === 0
      ? [emptyRow(table, pageWidth)]
      : table.rows.map((row, at) =>
          rowMarkup(row, table.columns, widths, {
            fresh,
            open,
            isKeptWithNext: isKept(at, table.rows.length),
            most: mostLines[lies],
            size
          })
        ))
  )
}

/**
 * A table of at most this many rows stays on one page; of a longer one, neither the first nor the last row is alone on
 * a page.
 */
const few = 6
const isKept = (at: number, rows: number): boolean => at < rows - 1 && (rows <= few || at === 0 || at === rows - 2)

/** A row of more lines than this fills enough of a page to be alone on it. */
const lowLines = 16

/** Turns shares in per cent into widths that fill the page exactly. */
const twips = (shares: ReadonlyArray<number>, pageWidth: number): ReadonlyArray<number> => {
  const sum = shares.reduce((total, share) => total + share, 0)
  const widths = shares.map((share) => Math.floor((share / sum) * pageWidth))
  const rest = pageWidth - widths.reduce((total, width) => total + width, 0)
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width))
}

const frame = el(
  "w:tcBorders",
  {},
  ...["top", "left", "bottom", "right"].map((side) =>
    el(`w:${side}`, { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": line })
  )
)

const cellMarkup = (width: number, fill: string | null, content: ReadonlyArray<Element>, span = 1): Element =>
  el(
    "w:tc",
    {},
    el(
      "w:tcPr",
      {},
      el("w:tcW", { "w:w": width, "w:type": "dxa" }),
      ...elementsIf(span > 1, docxValue("w:gridSpan", span)),
      // A cell to fill in has a frame, and is told from the one beside it.
      ...(fill === freshFill ? [frame] : []),
      ...(fill === null ? [] : [el("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": fill })])
    ),
    ...content
  )

const headMarkup = ({ asInSource, columns }: ReportTable, widths: ReadonlyArray<number>, { points }: Size): Element =>
  el(
    "w:tr",
    {},
    el("w:trPr", {}, el("w:cantSplit"), el("w:tblHeader")),
    ...columns.map(({ counted, heading, kind }, at) =>
      cellMarkup(widths[at] ?? 0, faint, [
        docxLine(heading, points === sizes.ordinary.points ? {} : { size: 2 * points }, {
          style: asInSource && counted !== true ? "TableHead" : countedStyle.id,
          ...alignOf(kind)
        })
      ])
    )
  )

const emptyRow = ({ columns, empty }: ReportTable, pageWidth: number): Element =>
  el(
    "w:tr",
    {},
    el("w:trPr", {}, el("w:cantSplit")),
    cellMarkup(pageWidth, null, [docxLine(empty, { ink: soft }, { style: "TableText" })], columns.length)
  )

/** How a row is laid out: by its table, its place in it, and the most lines that are kept together. */
interface RowLayout extends Required<Pick<TableLayout, "fresh" | "open">> {
  readonly isKeptWithNext: boolean
  readonly most: number
  readonly size: Size
}

const rowMarkup = (
  row: ReportRow,
  columns: ReadonlyArray<ReportColumn>,
  widths: ReadonlyArray<number>,
  { fresh, isKeptWithNext, most, open, size }: RowLayout
): Element => {
  const lines = row.cells.map(({ text }, at) => heightOf(text, widths[at] ?? size.letter, size))
  const isWhole = lines.every((height) => height <= most)
  const isLow = lines.every((height) => height <= lowLines)
  const head = columns.findIndex(({ kind }) => kind === "name")
  return el(
    "w:tr",
    {},
    ...(isWhole || open.size > 0
      ? [
          el(
            "w:trPr",
            {},
            ...elementsIf(isWhole, el("w:cantSplit")),
            ...elementsIf(open.size > 0, el("w:trHeight", { "w:val": leastToFill, "w:hRule": "atLeast" }))
          )
        ]
      : []),
    ...row.cells.map((cell, at) =>
      cellMarkup(
        widths[at] ?? 0,
        open.has(columns[at]?.key ?? "") ? freshFill : null,
        contentOf(cell, {
          isHead: at === head,
          mark: at > 0 || row.mark === null ? null : row.mark === fresh ? lists.fresh : lists.missing,
          keepNext: isLow && isKeptWithNext,
          kind: columns[at]?.kind,
          style: size.style
        })
      )
    )
  )
}

/** The least height of a row to fill in, in twentieths of a point: two lines. */
const leastToFill = 560

const heightOf = (text: string, width: number, { letter }: Size): number => {
  const across = Math.max(Math.floor((width - 160) / letter), 4)
  return officeLines(text).reduce((sum, { length }) => sum + Math.max(Math.ceil(length / across), 1), 0)
}

const alignOf = (kind: ReportColumn["kind"] | undefined) => (kind === "number" ? { align: "right" } : {})

interface CellPlace {
  readonly isHead: boolean
  /** The list whose bullet is the mark of the row. */
  readonly mark: number | null
  readonly keepNext: boolean
  readonly kind: ReportColumn["kind"] | undefined
  readonly style: string
}

const contentOf = (cell: ReportCell, { isHead, keepNext, kind, mark, style }: CellPlace): ReadonlyArray<Element> => {
  const own = { style, keepNext, ...alignOf(kind) }
  const look: TextLook = {
    ink: inkOf(cell),
    bold: isHead || cell.tone === "late",
    // The words are shaded, not the cell: a row may be as high as the page.
    fill: cell.status === undefined ? null : statusShades[cell.status].fill
  }
  if (cell.status !== undefined) return docxParagraphs(cell.text, look, { ...own, list: lists[cell.status] })
  if (mark !== null) return docxParagraphs(cell.text, look, { ...own, list: mark })
  if (cell.fresh === undefined) return docxParagraphs(cell.text, look, own)
  return stretchesOf(cell).flatMap(({ isFresh, text }) =>
    !isFresh
      ? docxParagraphs(text, look, own)
      : officeLines(text).map((words, at) =>
          docxParagraph(
            docxRuns(words, { ...look, fill: freshFill }),
            at === 0 ? { ...own, list: lists.fresh } : own,
            words
          )
        )
  )
}
