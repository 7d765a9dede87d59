/**
 * The report as a Word document: A4, portrait and then landscape for the appendix, with a list of contents after what is decided, real headings
 * and tables that our own reader recognises.
 */
import { unbrokenSections } from "../../words/UnbrokenUnits.ts"
import { phrases } from "../../words/Phrases.ts"
import { soft } from "../../ooxml/Colours.ts"
import { officeLines } from "../../ooxml/OfficeText.ts"
import type { Report } from "../../Report.ts"
import type { ReportWriter } from "../../ReportWriter.ts"
import { docxSection, sectionHeading } from "./DocxBlocks.ts"
import { contentsList } from "./DocxContents.ts"
import { docxFile } from "./DocxFile.ts"
import { firstPage, landscape, type Page, layoutEnd, portrait } from "./DocxPage.ts"
import { Pictures } from "./DocxPictures.ts"
import { docxLine, docxParagraph, docxRuns } from "./DocxText.ts"

/** The sections that a board acts on. The list of contents comes after them, so that page one has room. */
const pageOne: ReadonlySet<string> = new Set(["summary", "decisions", "moved"])

/** Returns the bytes of the document. */
export const write: ReportWriter = async ({ report: source }) => {
  const report = { ...source, sections: unbrokenSections(source.sections) }
  const spoken = phrases(report.language)
  const pictures = new Pictures()
  const markupOf = (sections: Report["sections"], page: Page) =>
    sections.flatMap((section) => docxSection(section, page, spoken, pictures))
  const appendix = report.sections.filter(({ inAppendix }) => inAppendix === true)
  const first = report.sections.filter(({ id }) => pageOne.has(id))
  const rest = report.sections.filter((each) => !first.includes(each) && !appendix.includes(each))
  const hasAppendix = appendix.length > 0
  const body = [
    docxLine(report.title, {}, { style: "Title" }),
    docxParagraph(
      [
        ...docxRuns(officeLines(report.subtitle).join(" "), { bold: true }),
        ...docxRuns(`   ${officeLines(report.lines.join(" ")).join(" ")}`, { ink: soft, size: 19 })
      ],
      { style: "Subtitle" },
      report.subtitle
    ),
    ...markupOf(first, firstPage),
    ...contentsList(
      report.sections.map((section) => sectionHeading(section, first.includes(section) ? firstPage : portrait)),
      spoken
    ),
    ...markupOf(rest, portrait),
    ...(hasAppendix
      ? [
          layoutEnd(portrait),
          docxLine(spoken.text.report.chart.appendix, { bold: true }, { style: "Subtitle" }),
          ...markupOf(appendix, landscape)
        ]
      : [])
  ]
  return docxFile(report, { body, page: hasAppendix ? landscape : portrait, pictures })
}
