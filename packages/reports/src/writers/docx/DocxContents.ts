/**
 * The list of contents: a field that Word can bring up to date, already filled with the headings, without page numbers.
 */
import { type Element, el } from "../../Element.ts"
import type { Phrases } from "../../words/Phrases.ts"
import { docxLine, docxParagraph, docxRuns } from "./DocxText.ts"

const fieldEnd = (type: string): Element => el("w:r", {}, el("w:fldChar", { "w:fldCharType": type }))

const fieldStart = (code: string): ReadonlyArray<Element> => [
  fieldEnd("begin"),
  el("w:r", {}, el("w:instrText", { "xml:space": "preserve" }, ` ${code} `)),
  fieldEnd("separate")
]

/** Returns a field, such as the number of the page, with a first value. */
export const field = (name: string): ReadonlyArray<Element> => [...fieldStart(name), ...docxRuns("1"), fieldEnd("end")]

/** Returns the list of the headings of sections. */
export const contentsList = (headings: ReadonlyArray<string>, { text }: Phrases): ReadonlyArray<Element> => [
  docxLine(text.report.page.contents, { bold: true }, { style: "Soft", keepNext: true }),
  ...headings.map((heading, at) =>
    docxParagraph(
      [
        ...(at === 0 ? fieldStart('TOC \\o "1-2" \\n \\h') : []),
        ...docxRuns(heading),
        ...(at === headings.length - 1 ? [fieldEnd("end")] : [])
      ],
      { style: "TOC1" },
      heading
    )
  )
]
