/**
 * The pages of the document: A4 portrait for what is read, landscape for the tables of the appendix.
 */
import { type Element, el } from "../../Element.ts"

/** A page: its sides, its margin, and the width between the margins, in twentieths of a point. */
export interface Page {
  readonly across: number
  readonly down: number
  readonly width: number
  /** Whether it is page one, where everything is set closer so that it has room for what a board acts on. */
  readonly isFirst?: boolean
}

const margin = 794
const [short, long] = [11906, 16838]

/** What is read. */
export const portrait: Page = { across: short, down: long, width: short - 2 * margin }
/** What a board acts on. */
export const firstPage: Page = { ...portrait, isFirst: true }
/** Where things are looked up. */
export const landscape: Page = { across: long, down: short, width: long - 2 * margin }

/** The id of the footer's relationship. */
export const footerId = "rIdFooter"

/** The space between columns. */
const gap = 400

/** Returns the setup of a page, in columns of these widths. */
export const pageLayout = ({ across, down, width }: Page, widths: ReadonlyArray<number> = [width]): Element =>
  el(
    "w:sectPr",
    {},
    el("w:footerReference", { "w:type": "default", "r:id": footerId }),
    el("w:type", { "w:val": "continuous" }),
    el("w:pgSz", { "w:w": across, "w:h": down, ...(across > down ? { "w:orient": "landscape" } : {}) }),
    el("w:pgMar", {
      "w:top": margin,
      "w:right": margin,
      "w:bottom": margin,
      "w:left": margin,
      "w:header": 400,
      "w:footer": 400,
      "w:gutter": 0
    }),
    widths.length === 1
      ? el("w:cols", { "w:space": gap })
      : el(
          "w:cols",
          { "w:num": widths.length, "w:space": gap, "w:equalWidth": 0 },
          ...widths.map((own, at) => el("w:col", { "w:w": own, "w:space": at < widths.length - 1 ? gap : 0 }))
        )
  )

/** Ends a part of the document that is laid out so. */
export const layoutEnd = (page: Page, widths: ReadonlyArray<number> = [page.width]): Element =>
  el("w:p", {}, el("w:pPr", {}, el("w:pStyle", { "w:val": "TableText" }), el("w:keepNext"), pageLayout(page, widths)))
