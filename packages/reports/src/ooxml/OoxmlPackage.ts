/**
 * An Office package as a ZIP file with the same bytes every time: fixed times, a fixed order and a compressor in
 * JavaScript.
 */
import { type Zippable, zipSync } from "fflate"
import { el } from "../Element.ts"
import type { OfficeDocument } from "../Report.ts"
import { contentTypesPart, xmlPart, type Relation, relationsPart } from "./OfficeXml.ts"

/** The parts of a package, before the ones that every package has. */
export interface OoxmlPackage {
  /** The main part, such as `word/document.xml`. */
  readonly main: string
  readonly parts: Readonly<Record<string, string | Uint8Array>>
  readonly kinds: ReadonlyArray<readonly [part: string, type: string]>
  readonly endings?: Readonly<Record<string, string>>
}

/** Returns the language tag of a document's texts. */
export const languageTag = ({ language }: Pick<OfficeDocument, "language">): string =>
  language === "sv" ? "sv-SE" : "en-GB"

const openXml = "application/vnd.openxmlformats-officedocument"
const packaged = "http://schemas.openxmlformats.org/package/2006"

/** Returns the bytes of the package. */
export const zippedPackage = (
  { endings = {}, kinds, main, parts }: OoxmlPackage,
  document: OfficeDocument
): Uint8Array => {
  const roots: ReadonlyArray<Relation> = [
    { id: "rId1", type: "officeDocument", target: main },
    { id: "rId2", type: `${packaged}/relationships/metadata/core-properties`, target: "docProps/core.xml" },
    { id: "rId3", type: "extended-properties", target: "docProps/app.xml" }
  ]
  const all: Readonly<Record<string, string | Uint8Array>> = {
    "[Content_Types].xml": contentTypesPart(
      [
        ...kinds,
        ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
        ["/docProps/app.xml", `${openXml}.extended-properties+xml`]
      ],
      endings
    ),
    "_rels/.rels": relationsPart(roots),
    "docProps/core.xml": core(document),
    "docProps/app.xml": xmlPart(
      el(
        "Properties",
        { xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" },
        el("Application", {}, "Frist")
      )
    ),
    ...parts
  }
  const encoder = new TextEncoder()
  const files: Zippable = {}
  for (const [name, content] of Object.entries(all)) {
    // Pictures are compressed already.
    files[name] = typeof content === "string" ? encoder.encode(content) : [content, { level: 0 }]
  }
  // ZIP stores local time: this date is the same in every time zone.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1, 12) })
}

/** Returns the core properties: creator, language and the day of the review, never the time of writing. */
const core = (document: OfficeDocument): string => {
  const time = `${document.heldOn}T00:00:00Z`
  const dated = (name: string) => el(`dcterms:${name}`, { "xsi:type": "dcterms:W3CDTF" }, time)
  return xmlPart(
    el(
      "cp:coreProperties",
      {
        "xmlns:cp": `${packaged}/metadata/core-properties`,
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance"
      },
      el("dc:title", {}, `${document.title}: ${document.subtitle}`),
      el("dc:creator", {}, "Frist"),
      el("cp:lastModifiedBy", {}, "Frist"),
      dated("created"),
      dated("modified"),
      el("dc:language", {}, languageTag(document))
    )
  )
}
