/**
 * The lists of the document. Status signs and the mark of new text are list bullets: they are seen, but a
 * cell read back has its text alone.
 */
import { type Element, el } from "../markup/Element.ts"
import { fresh, statusShades } from "../ooxml/Colours.ts"
import { xmlPart } from "../ooxml/OfficeXml.ts"
import { officeText } from "../ooxml/OfficeText.ts"
import type { StatusTag } from "../Report.ts"
import { statusMarks } from "../StatusMarks.ts"
import { namespaces } from "./DocxNamespaces.ts"

const value = (tag: string, val: string | number): Element => el(tag, { "w:val": val })
const bold = [el("w:b"), el("w:bCs")]

/** The numbering ids of the lists. */
export const lists = {
  bullet: 1,
  fresh: 2,
  NotStated: 3,
  InProgress: 4,
  Delayed: 5,
  Completed: 6,
  Discontinued: 7
} as const satisfies Readonly<Record<StatusTag | "bullet" | "fresh", number>>

/** Returns the numbering part; `mark` is the word for new. */
export const numbering = (mark: string): string => {
  const signs: ReadonlyArray<readonly [number, string, ReadonlyArray<Element>]> = [
    [lists.bullet, "\u2022", []],
    [
      lists.fresh,
      `\u2605 ${officeText(mark)}`,
      [...bold, el("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": fresh })]
    ],
    ...(Object.keys(statusMarks) as ReadonlyArray<StatusTag>).map(
      (status) => [lists[status], statusMarks[status], [value("w:color", statusShades[status].ink)]] as const
    )
  ]
  return xmlPart(
    el(
      "w:numbering",
      { "xmlns:w": namespaces["xmlns:w"] },
      ...signs.map(([id, sign, look]) =>
        el(
          "w:abstractNum",
          { "w:abstractNumId": id },
          value("w:multiLevelType", "singleLevel"),
          el(
            "w:lvl",
            { "w:ilvl": 0 },
            value("w:start", 1),
            // Some programs show only the first letter of a bullet, so the word is a number format that counts nothing.
            value("w:numFmt", id === lists.fresh ? "decimal" : "bullet"),
            ...(id === lists.bullet ? [] : [value("w:suff", "space")]),
            value("w:lvlText", sign),
            value("w:lvlJc", "left"),
            el(
              "w:pPr",
              {},
              el("w:ind", id === lists.bullet ? { "w:left": 340, "w:hanging": 280 } : { "w:left": 0, "w:firstLine": 0 })
            ),
            ...(look.length === 0 ? [] : [el("w:rPr", {}, ...look)])
          )
        )
      ),
      ...signs.map(([id]) => el("w:num", { "w:numId": id }, value("w:abstractNumId", id)))
    )
  )
}
