/**
 * The XML of Office documents: our own markup as text, with the one escaping that every format shares.
 */
import { type ElementAttributes, type Element, el, escaped, type Markup } from "../markup/Element.ts"
import { officeText } from "./OfficeText.ts"

/** An element, or nothing where `on` is false: most properties are said only where they differ. */
export const elementsIf = (on: boolean, ...elements: ReadonlyArray<Element>): ReadonlyArray<Element> =>
  on ? elements : []

const xmlText = (markup: Markup): string => {
  if (typeof markup === "string") return escaped(markup)
  const { attributes, children, tag } = markup
  const open = `<${tag}${Object.entries(attributes).map(attribute).join("")}`
  return children.length === 0 ? `${open}/>` : `${open}>${children.map(xmlText).join("")}</${tag}>`
}

/** Line breaks and tabs would be read as spaces in an attribute. */
const attribute = ([name, value]: readonly [string, ElementAttributes[string]]): string =>
  value === undefined
    ? ""
    : ` ${name}="${escaped(String(value)).replace(/[\t\n\r]/gu, (character) => `&#${character.charCodeAt(0)};`)}"`

/** A part of a package: an XML document. */
export const xmlPart = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${officeText(xmlText(root))}`

export interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packaged = "http://schemas.openxmlformats.org/package/2006"

export const relationsPart = (all: ReadonlyArray<Relation>): string =>
  xmlPart(
    el(
      "Relationships",
      { xmlns: `${packaged}/relationships` },
      ...all.map(({ id, target, type }) =>
        el("Relationship", { Id: id, Type: type.startsWith("http") ? type : `${office}/${type}`, Target: target })
      )
    )
  )

/** `kinds` are the types of parts by name, `endings` those of files by how their names end. */
export const contentTypesPart = (
  kinds: ReadonlyArray<readonly [part: string, type: string]>,
  endings: Readonly<Record<string, string>> = {}
): string =>
  xmlPart(
    el(
      "Types",
      { xmlns: `${packaged}/content-types` },
      ...Object.entries({
        rels: "application/vnd.openxmlformats-package.relationships+xml",
        xml: "application/xml",
        ...endings
      }).map(([ending, type]) => el("Default", { Extension: ending, ContentType: type })),
      ...kinds.map(([name, type]) => el("Override", { PartName: name, ContentType: type }))
    )
  )
