/**
 * The report as a Word document: A4, portrait and then landscape for the appendix, with a list of contents after what is decided, real headings
 * and tables that our own reader recognises.
 */
import { phrases } from "../../words/Phrases.ts"
import { excerpt } from "../../words/Spoken.ts"
import { el } from "../../Element.ts"
import { xmlPart, relationsPart } from "../../ooxml/OfficeXml.ts"
import { officeLines } from "../../ooxml/OfficeText.ts"
import { languageTag, zippedPackage } from "../../ooxml/OoxmlPackage.ts"
import type { Report } from "../../Report.ts"
import type { ReportWriter } from "../../ReportWriter.ts"
import { docxSection } from "./DocxBlocks.ts"
import { contentsList, field } from "./DocxContents.ts"
import { footerId, landscape, type Page, layoutEnd, pageLayout, portrait } from "./DocxPage.ts"
import { Pictures } from "./DocxPictures.ts"
import { numbering } from "./DocxLists.ts"
import { docxNamespaces } from "./DocxElement.ts"
import { settings, styles } from "./DocxStyles.ts"
import { docxParagraph, docxRuns, docxLine } from "./DocxText.ts"

const types = "application/vnd.openxmlformats-officedocument.wordprocessingml"

/** The sections that a board acts on: the list of contents comes after them, so that page one has room. */
const pageOne: ReadonlySet<string> = new Set(["summary", "decisions", "moved"])

/** Returns the bytes of the document. */
export const write: ReportWriter = async ({ report }) => {
  const spoken = phrases(report.language)
  const language = languageTag(report)
  const pictures = new Pictures()
  const markupOf = (sections: Report["sections"], page: Page) =>
    sections.flatMap((section) => docxSection(section, page, spoken, pictures))
  const appendix = report.sections.filter(({ inAppendix }) => inAppendix === true)
  const first = report.sections.filter(({ id }) => pageOne.has(id))
  const rest = report.sections.filter((each) => !first.includes(each) && !appendix.includes(each))
  const hasAppendix = appendix.length > 0
  const body = [
    docxLine(report.title, {}, { style: "Title" }),
    docxLine(report.subtitle, {}, { style: "Subtitle" }),
    docxLine(report.lines.join(" "), {}, { style: "Soft" }),
    ...markupOf(first, portrait),
    ...contentsList(report, spoken),
    ...markupOf(rest, portrait),
    ...(hasAppendix
      ? [
          layoutEnd(portrait),
          docxLine(spoken.text.report.chart.appendix, {}, { style: "Subtitle" }),
          ...markupOf(appendix, landscape)
        ]
      : [])
  ]
  return zippedPackage(
    {
      main: "word/document.xml",
      parts: {
        "word/document.xml": xmlPart(
          el("w:document", docxNamespaces, el("w:body", {}, ...body, pageLayout(hasAppendix ? landscape : portrait)))
        ),
        "word/styles.xml": styles(language),
        "word/numbering.xml": numbering({ mark: spoken.text.report.mark, missing: spoken.text.report.missingShort }),
        "word/settings.xml": settings(language),
        "word/footer1.xml": footer(report),
        "word/_rels/document.xml.rels": relationsPart([
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

/** Returns the footer: the report on one line, the page and the number of pages. */
const footer = ({ subtitle, title }: Report): string =>
  xmlPart(
    el(
      "w:ftr",
      docxNamespaces,
      docxParagraph(
        [
          ...docxRuns(`${excerpt(officeLines(title).join(" "), 60)} \u00b7 ${subtitle} \u00b7 `),
          ...field("PAGE"),
          ...docxRuns(" / "),
          ...field("NUMPAGES")
        ],
        { style: "Footer" },
        title
      )
    )
  )
