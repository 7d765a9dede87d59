/**
 * The XML of Office documents: our markup as text, with the same escaping as every format.
 */
import { type ElementAttributes, type Element, el, escaped, type Markup } from "../Element.ts"
import { officeText } from "./OfficeText.ts"

/** Returns the elements if `on`, otherwise none. Most properties are written only where they differ. */
export const elementsIf = (on: boolean, ...elements: ReadonlyArray<Element>): ReadonlyArray<Element> =>
  on ? elements : []

const xmlText = (markup: Markup): string => {
  if (typeof markup === "string") return escaped(markup)
  const { attributes, children, tag } = markup
  // Built by appending: a document has a hundred thousand elements, and arrays of their parts take longer.
  let text = `<${tag}`
  for (const name in attributes) text += attribute(name, attributes[name])
  if (children.length === 0) return `${text}/>`
  text += ">"
  for (const child of children) text += xmlText(child)
  return `${text}</${tag}>`
}

/** An XML parser reads line breaks and tabs in an attribute as spaces unless they are escaped. */
const attribute = (name: string, value: ElementAttributes[string]): string => {
  if (value === undefined) return ""
  const text = escaped(String(value))
  return ` ${name}="${/[\t\n\r]/u.test(text) ? text.replace(/[\t\n\r]/gu, (each) => `&#${each.charCodeAt(0)};`) : text}"`
}

/** Returns a part of the package: an XML document. */
export const xmlPart = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${officeText(xmlText(root))}`

/** A relationship of a part. A `type` that does not begin with `http` is one of Office's own. */
export interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packaged = "http://schemas.openxmlformats.org/package/2006"

/** Returns the relationships part. */
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

/** Returns the content types: `kinds` by part name, `endings` by file extension. */
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
