/**
 * The file of a Word document: its body with the styles, lists, settings and footer that every document has.
 */
import { phrases } from "../../words/Phrases.ts"
import { excerpt } from "../../words/Spoken.ts"
import { type Element, el } from "../../Element.ts"
import { xmlPart, relationsPart } from "../../ooxml/OfficeXml.ts"
import { officeLines } from "../../ooxml/OfficeText.ts"
import { languageTag, zippedPackage } from "../../ooxml/OoxmlPackage.ts"
import type { OfficeDocument } from "../../Report.ts"
import { field } from "./DocxContents.ts"
import { footerId, type Page, pageLayout } from "./DocxPage.ts"
import { Pictures } from "./DocxPictures.ts"
import { numbering } from "./DocxLists.ts"
import { docxNamespaces } from "./DocxElement.ts"
import { settings, styles } from "./DocxStyles.ts"
import { docxParagraph, docxRuns } from "./DocxText.ts"

const types = "application/vnd.openxmlformats-officedocument.wordprocessingml"

/** The body of a document, its last page, and its pictures. */
interface DocxContent {
  readonly body: ReadonlyArray<Element>
  readonly page: Page
  readonly pictures?: Pictures
}

/** Returns the bytes of the document. */
export const docxFile = async (
  document: OfficeDocument,
  { body, page, pictures = new Pictures() }: DocxContent
): Promise<Uint8Array> => {
  const { report } = phrases(document.language).text
  const language = languageTag(document)
  return zippedPackage(
    {
      main: "word/document.xml",
      parts: {
        "word/document.xml": xmlPart(el("w:document", docxNamespaces, el("w:body", {}, ...body, pageLayout(page)))),
        "word/styles.xml": styles(language),
        "word/numbering.xml": numbering({ mark: report.mark, missing: report.missingShort }),
        "word/settings.xml": settings(language),
        "word/footer1.xml": footer(document),
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
    document
  )
}

/** Returns the footer: the document on one line, the page and the number of pages. */
const footer = ({ subtitle, title }: OfficeDocument): string =>
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
