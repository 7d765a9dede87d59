/**
 * The report as a Word document: lying A4, real headings, tables that our own reader finds again.
 */
import { phrases } from "../words/Phrases.ts"
import { excerpt } from "../words/Spoken.ts"
import { el } from "../markup/Element.ts"
import { part, relations } from "../ooxml/OfficeXml.ts"
import { linesOf } from "../ooxml/PlainWords.ts"
import { languageTag, packed } from "../ooxml/OoxmlPackage.ts"
import type { Report } from "../Report.ts"
import type { ReportWriter } from "../ReportWriter.ts"
import { footerId, pageLayout, sectionMarkup } from "./DocxBlocks.ts"
import { Pictures } from "./DocxPictures.ts"
import { numbering } from "./DocxLists.ts"
import { namespaces } from "./DocxNamespaces.ts"
import { settings, styles } from "./DocxStyles.ts"
import { paragraph, runs, sentence } from "./DocxText.ts"

const types = "application/vnd.openxmlformats-officedocument.wordprocessingml"

/** The bytes of the document. */
export const write: ReportWriter = async ({ report }) => {
  const spoken = phrases(report.language)
  const language = languageTag(report)
  const pictures = new Pictures()
  const body = [
    sentence(report.title, {}, { style: "Title" }),
    sentence(report.subtitle, {}, { style: "Subtitle" }),
    sentence(report.lines.join(" "), {}, { style: "Soft" }),
    ...report.sections.flatMap((section) => sectionMarkup(section, spoken, pictures))
  ]
  return packed(
    {
      main: "word/document.xml",
      parts: {
        "word/document.xml": part(el("w:document", namespaces, el("w:body", {}, ...body, pageLayout()))),
        "word/styles.xml": styles(language),
        "word/numbering.xml": numbering(spoken.text.report.mark),
        "word/settings.xml": settings(language),
        "word/footer1.xml": footer(report),
        "word/_rels/document.xml.rels": relations([
          { id: "rIdStyles", type: "styles", target: "styles.xml" },
          { id: "rIdNumbering", type: "numbering", target: "numbering.xml" },
          { id: "rIdSettings", type: "settings", target: "settings.xml" },
          { id: footerId, type: "footer", target: "footer1.xml" },
          ...pictures.relations()
        ]),
        ...(await pictures.parts())
      },
      kinds: [
        ["/word/document.xml", `${types}.document.main+xml`],
        ["/word/styles.xml", `${types}.styles+xml`],
        ["/word/numbering.xml", `${types}.numbering+xml`],
        ["/word/settings.xml", `${types}.settings+xml`],
        ["/word/footer1.xml", `${types}.footer+xml`]
      ],
      endings: { png: "image/png", svg: "image/svg+xml" }
    },
    report
  )
}

/** What the page is of, on one line, and which it is of how many. */
const footer = ({ subtitle, title }: Report): string =>
  part(
    el(
      "w:ftr",
      namespaces,
      paragraph(
        [
          ...runs(`${excerpt(linesOf(title).join(" "), 100)} \u00b7 ${subtitle}\t`),
          ...field("PAGE"),
          ...runs(" / "),
          ...field("NUMPAGES")
        ],
        { style: "Footer" },
        title
      )
    )
  )

const field = (name: string) => [
  el("w:r", {}, el("w:fldChar", { "w:fldCharType": "begin" })),
  el("w:r", {}, el("w:instrText", { "xml:space": "preserve" }, ` ${name} `)),
  el("w:r", {}, el("w:fldChar", { "w:fldCharType": "separate" })),
  ...runs("1"),
  el("w:r", {}, el("w:fldChar", { "w:fldCharType": "end" }))
]
