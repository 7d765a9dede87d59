/**
 * The report as a Word document: A4, portrait and then landscape for the appendix, with a list of contents, real headings
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
import { footerId, landscape, layoutEnd, pageLayout, portrait } from "./DocxPage.ts"
import { Pictures } from "./DocxPictures.ts"
import { numbering } from "./DocxLists.ts"
import { docxNamespaces } from "./DocxElement.ts"
import { settings, styles } from "./DocxStyles.ts"
import { docxParagraph, docxRuns, docxLine } from "./DocxText.ts"

const types = "application/vnd.openxmlformats-officedocument.wordprocessingml"

/** Returns the bytes of the document. */
export const write: ReportWriter = async ({ report }) => {
  const spoken = phrases(report.language)
  const language = languageTag(report)
  const pictures = new Pictures()
  const sectionsOf = (inAppendix: boolean) =>
    report.sections
      .filter((section) => (section.inAppendix === true) === inAppendix)
      .flatMap((section) => docxSection(section, inAppendix ? landscape : portrait, spoken, pictures))
  const hasAppendix = report.sections.some(({ inAppendix }) => inAppendix === true)
  const body = [
    docxLine(report.title, {}, { style: "Title" }),
    docxLine(report.subtitle, {}, { style: "Subtitle" }),
    docxLine(report.lines.join(" "), {}, { style: "Soft" }),
    ...contentsList(report, spoken),
    ...sectionsOf(false),
    ...(hasAppendix
      ? [
          layoutEnd(portrait),
          docxLine(spoken.text.report.chart.appendix, {}, { style: "Subtitle" }),
          ...sectionsOf(true)
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
