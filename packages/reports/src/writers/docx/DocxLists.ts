/**
 * The lists of the document. Status signs and the mark of new text are list bullets: they are seen, but a
 * cell read back has its text alone.
 */
import { type Element, el } from "../../Element.ts"
import { fresh, statusShades } from "../../ooxml/Colours.ts"
import { xmlPart } from "../../ooxml/OfficeXml.ts"
import { officeText } from "../../ooxml/OfficeText.ts"
import type { StatusTag } from "../../Report.ts"
import { statusMarks } from "../../StatusMarks.ts"
import { docxNamespaces, docxValue } from "./DocxElement.ts"

const bold = [el("w:b"), el("w:bCs")]

/** The numbering ids of the lists. */
export const lists = {
  bullet: 1,
  fresh: 2,
  NotStated: 3,
  InProgress: 4,
  Delayed: 5,
  Completed: 6,
  Discontinued: 7,
  missing: 8
} as const satisfies Readonly<Record<StatusTag | "bullet" | "fresh" | "missing", number>>

/** Returns the numbering part, with the words for what is new and for a row that the document no longer has. */
export const numbering = ({ mark, missing }: { readonly mark: string; readonly missing: string }): string => {
  const signs: ReadonlyArray<readonly [number, string, ReadonlyArray<Element>]> = [
    [lists.bullet, "\u2022", []],
    ...(
      [
        [lists.fresh, mark],
        [lists.missing, missing]
      ] as const
    ).map(
      ([list, word]) =>
        [
          list,
          `\u2605 ${officeText(word)}`,
          [...bold, el("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": fresh })]
        ] as const
    ),
    ...(Object.keys(statusMarks) as ReadonlyArray<StatusTag>).map(
      (status) => [lists[status], statusMarks[status], [docxValue("w:color", statusShades[status].ink)]] as const
    )
  ]
  return xmlPart(
    el(
      "w:numbering",
      { "xmlns:w": docxNamespaces["xmlns:w"] },
      ...signs.map(([id, sign, look]) =>
        el(
          "w:abstractNum",
          { "w:abstractNumId": id },
          docxValue("w:multiLevelType", "singleLevel"),
          el(
            "w:lvl",
            { "w:ilvl": 0 },
            docxValue("w:start", 1),
            // Some programs show only the first letter of a bullet, so the word is a number format that counts nothing.
            docxValue("w:numFmt", id === lists.fresh || id === lists.missing ? "decimal" : "bullet"),
            ...(id === lists.bullet ? [] : [docxValue("w:suff", "space")]),
            docxValue("w:lvlText", sign),
            docxValue("w:lvlJc", "left"),
            el(
              "w:pPr",
              {},
              el("w:ind", id === lists.bullet ? { "w:left": 340, "w:hanging": 280 } : { "w:left": 0, "w:firstLine": 0 })
            ),
            ...(look.length === 0 ? [] : [el("w:rPr", {}, ...look)])
          )
        )
      ),
      ...signs.map(([id]) => el("w:num", { "w:numId": id }, docxValue("w:abstractNumId", id)))
    )
  )
}
