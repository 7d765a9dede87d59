/**
 * Paragraphs and runs of a Word document.
 */
import { type Element, el } from "../../Element.ts"
import { elementsIf } from "../../ooxml/OfficeXml.ts"
import { officeLines, officeText } from "../../ooxml/OfficeText.ts"
import { docxValue } from "./DocxElement.ts"

/** The look of a run. */
export interface TextLook {
  readonly bold?: boolean
  readonly ink?: string | null
  readonly fill?: string | null
  /** In half points. */
  readonly size?: number
  /** Text that is read letter by letter, such as a checkpoint. */
  readonly code?: boolean
}

/** The layout of a paragraph. */
export interface ParagraphSetting {
  readonly style?: string
  /** The list whose bullet the paragraph has. */
  readonly list?: number
  readonly keepNext?: boolean
  /** The space above and below, in twentieths of a point; default: that of the style. */
  readonly space?: readonly [before: number, after: number]
  readonly align?: string
}

const rightToLeft = "\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}"
const turned = new RegExp(`([${rightToLeft}](?:[${rightToLeft}\\p{M}\\s]*[${rightToLeft}\\p{M}])?)`, "u")
const firstStrong = new RegExp(`^[^\\p{L}]*[${rightToLeft}]`, "u")

/** Returns the text as runs; text in a right-to-left script is a run of its own. */
export const docxRuns = (text: string, look: TextLook = {}): ReadonlyArray<Element> =>
  officeText(text)
    .split(turned)
    .flatMap((piece, at) => (piece === "" ? [] : [run(piece, look, at % 2 === 1)]))

const run = (text: string, look: TextLook, isTurned: boolean): Element =>
  el("w:r", {}, ...properties(look, isTurned), ...pieces(text))

/** Splits at tabs and keeps every space. */
const pieces = (text: string): ReadonlyArray<Element> =>
  text
    .split(/(\t)/u)
    .flatMap((piece) =>
      piece === "" ? [] : piece === "\t" ? [el("w:tab")] : [el("w:t", { "xml:space": "preserve" }, piece)]
    )

/** Run properties in the order that the schema requires. */
const properties = ({ bold, code, fill, ink, size }: TextLook, isTurned: boolean): ReadonlyArray<Element> => {
  const all = [
    ...elementsIf(
      code === true,
      el("w:rFonts", { "w:ascii": "Courier New", "w:hAnsi": "Courier New", "w:cs": "Courier New" })
    ),
    ...elementsIf(bold === true, el("w:b"), el("w:bCs")),
    ...elementsIf(code === true, el("w:noProof")),
    ...(ink == null ? [] : [docxValue("w:color", ink)]),
    ...(size === undefined ? [] : [docxValue("w:sz", size), docxValue("w:szCs", size)]),
    ...(fill == null ? [] : [el("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": fill })]),
    ...elementsIf(isTurned, el("w:rtl"))
  ]
  return all.length === 0 ? [] : [el("w:rPr", {}, ...all)]
}

/** Returns a paragraph. It runs from right to left if the first letter of `text` does. */
export const docxParagraph = (content: ReadonlyArray<Element>, setting: ParagraphSetting = {}, text = ""): Element => {
  const { align, keepNext, list, space, style } = setting
  const all = [
    ...(style === undefined ? [] : [docxValue("w:pStyle", style)]),
    ...elementsIf(keepNext === true, el("w:keepNext")),
    ...(list === undefined ? [] : [el("w:numPr", {}, docxValue("w:ilvl", 0), docxValue("w:numId", list))]),
    ...elementsIf(firstStrong.test(text), el("w:bidi")),
    ...(space === undefined ? [] : [el("w:spacing", { "w:before": space[0], "w:after": space[1] })]),
    ...(align === undefined ? [] : [docxValue("w:jc", align)])
  ]
  return el("w:p", {}, ...(all.length === 0 ? [] : [el("w:pPr", {}, ...all)]), ...content)
}

/** Returns a paragraph per line of the text; the first has the bullet of the list. */
export const docxParagraphs = (
  text: string,
  look: TextLook = {},
  setting: ParagraphSetting = {}
): ReadonlyArray<Element> =>
  officeLines(text).map((words, at) => {
    const { list: _, ...rest } = setting
    return docxParagraph(docxRuns(words, look), at === 0 ? setting : rest, words)
  })

/** Returns the text as one paragraph, on one line. */
export const docxLine = (text: string, look: TextLook = {}, setting: ParagraphSetting = {}): Element => {
  const words = officeLines(text).join(" ")
  return docxParagraph(docxRuns(words, look), setting, words)
}
