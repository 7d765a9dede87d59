/**
 * Paragraphs and runs of a Word document, and nothing of what they say.
 */
import { type Element, el } from "../markup/Element.ts"
import { when } from "../ooxml/OfficeXml.ts"
import { linesOf, plainWords } from "../ooxml/PlainWords.ts"

/** How words look. */
export interface Look {
  readonly bold?: boolean
  readonly ink?: string | null
  readonly fill?: string | null
  /** In half points. */
  readonly size?: number
  /** What a machine reads, letter by letter. */
  readonly code?: boolean
}

export interface Setting {
  readonly style?: string
  /** The list whose sign the paragraph bears. */
  readonly list?: number
  readonly keepNext?: boolean
  readonly pageBreak?: boolean
  readonly align?: string
}

const value = (tag: string, val: string | number): Element => el(tag, { "w:val": val })

const rightToLeft = "\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}"
const turned = new RegExp(`([${rightToLeft}](?:[${rightToLeft}\\p{M}\\s]*[${rightToLeft}\\p{M}])?)`, "u")
const firstStrong = new RegExp(`^[^\\p{L}]*[${rightToLeft}]`, "u")

/** Runs of these words: those written from right to left say so. */
export const runs = (text: string, look: Look = {}): ReadonlyArray<Element> =>
  plainWords(text)
    .split(turned)
    .flatMap((piece, at) => (piece === "" ? [] : [run(piece, look, at % 2 === 1)]))

const run = (text: string, look: Look, isTurned: boolean): Element =>
  el("w:r", {}, ...properties(look, isTurned), ...pieces(text))

/** Tabs stand as themselves, and so does each space. */
const pieces = (text: string): ReadonlyArray<Element> =>
  text
    .split(/(\t)/u)
    .flatMap((piece) =>
      piece === "" ? [] : piece === "\t" ? [el("w:tab")] : [el("w:t", { "xml:space": "preserve" }, piece)]
    )

/** In the order that the format asks for. */
const properties = ({ bold, code, fill, ink, size }: Look, isTurned: boolean): ReadonlyArray<Element> => {
  const all = [
    ...when(
      code === true,
      el("w:rFonts", { "w:ascii": "Courier New", "w:hAnsi": "Courier New", "w:cs": "Courier New" })
    ),
    ...when(bold === true, el("w:b"), el("w:bCs")),
    ...when(code === true, el("w:noProof")),
    ...(ink == null ? [] : [value("w:color", ink)]),
    ...(size === undefined ? [] : [value("w:sz", size), value("w:szCs", size)]),
    ...(fill == null ? [] : [el("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": fill })]),
    ...when(isTurned, el("w:rtl"))
  ]
  return all.length === 0 ? [] : [el("w:rPr", {}, ...all)]
}

/** A paragraph; one whose first letter is written from right to left runs that way. */
export const paragraph = (content: ReadonlyArray<Element>, setting: Setting = {}, text = ""): Element => {
  const { align, keepNext, list, pageBreak, style } = setting
  const all = [
    ...(style === undefined ? [] : [value("w:pStyle", style)]),
    ...when(keepNext === true, el("w:keepNext")),
    ...when(pageBreak === true, el("w:pageBreakBefore")),
    ...(list === undefined ? [] : [el("w:numPr", {}, value("w:ilvl", 0), value("w:numId", list))]),
    ...when(firstStrong.test(text), el("w:bidi")),
    ...when(pageBreak === true, el("w:spacing", { "w:before": 0 })),
    ...(align === undefined ? [] : [value("w:jc", align)])
  ]
  return el("w:p", {}, ...(all.length === 0 ? [] : [el("w:pPr", {}, ...all)]), ...content)
}

/** Words as a paragraph to each of their lines; a sign of a list stands by the first. */
export const paragraphs = (text: string, look: Look = {}, setting: Setting = {}): ReadonlyArray<Element> =>
  linesOf(text).map((words, at) => {
    const { list: _, ...rest } = setting
    return paragraph(runs(words, look), at === 0 ? setting : rest, words)
  })

/** Words on one line. */
export const sentence = (text: string, look: Look = {}, setting: Setting = {}): Element => {
  const words = linesOf(text).join(" ")
  return paragraph(runs(words, look), setting, words)
}
