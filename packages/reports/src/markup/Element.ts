/**
 * Markup as a value: elements, and texts that are escaped wherever they are written out. The page builds the same
 * values as nodes, so nothing from a log is ever read as markup.
 */
export interface Element {
  readonly tag: string
  readonly attributes: ElementAttributes
  readonly children: ReadonlyArray<Markup>
}
export type Markup = string | Element

/** `undefined` and false leave an attribute out, true writes it without a value. */
export type ElementAttributes = Readonly<Record<string, string | number | boolean | undefined>>

export const el = (tag: string, attributes: ElementAttributes = {}, ...children: ReadonlyArray<Markup>): Element => ({
  tag,
  attributes,
  children
})

/** Elements that have no end tag. */
const empty = new Set(["meta", "br", "hr", "input", "link", "col"])

/** As text: of HTML, or of SVG within it. */
export const markupText = (markup: Markup): string => {
  if (typeof markup === "string") return escaped(markup)
  const { attributes, children, tag } = markup
  const open = `<${tag}${Object.entries(attributes).map(attribute).join("")}>`
  return empty.has(tag) ? open : `${open}${children.map(markupText).join("")}</${tag}>`
}

const attribute = ([name, value]: readonly [string, ElementAttributes[string]]): string =>
  value === undefined || value === false ? "" : value === true ? ` ${name}=""` : ` ${name}="${escaped(String(value))}"`

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

/** Text that can stand anywhere in markup. Characters that no document may hold are shown as what they are not. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => entities[character] ?? character).replace(unlawful, "\ufffd")

/** Control characters other than tab and line feed, and what is no character at all. */
const unlawful = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/gu
