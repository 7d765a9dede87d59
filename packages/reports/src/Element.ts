/**
 * Markup as a value: elements and texts. Texts are escaped wherever markup is written, so nothing from a log is parsed
 * as markup.
 */
import { withoutTurns } from "@frist/domain/text/InertText"

/** An element of markup. */
export interface Element {
  readonly tag: string
  readonly attributes: ElementAttributes
  readonly children: ReadonlyArray<Markup>
}
/** A text or an element. */
export type Markup = string | Element

/** The attributes of an element. `undefined` and `false` leave one out; `true` writes it without a value. */
export type ElementAttributes = Readonly<Record<string, string | number | boolean | undefined>>

/** Returns an element. */
export const el = (tag: string, attributes: ElementAttributes = {}, ...children: ReadonlyArray<Markup>): Element => ({
  tag,
  attributes,
  children
})

/** HTML elements without an end tag. */
const empty = new Set(["meta", "br", "hr", "input", "link", "col", "wbr"])

/** The shapes of a drawing, which HTML and XML may both close at once. */
const shapes = new Set(["circle", "line", "path", "rect", "use"])

/** Returns markup as HTML text. */
export const markupText = (markup: Markup): string => {
  if (typeof markup === "string") return escaped(markup)
  const { attributes, children, tag } = markup
  const start = `<${tag}${Object.entries(attributes).map(attribute).join("")}`
  if (children.length === 0 && shapes.has(tag)) return `${start}/>`
  const open = `${start}>`
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

/**
 * Escapes a text for any place in markup. Leaves out marks of direction, and replaces characters that no
 * document may contain with U+FFFD.
 */
export const escaped = (text: string): string =>
  // Most texts hold nothing to escape, and looking for that takes a fraction of replacing it.
  isPlain(text)
    ? text
    : withoutTurns(text)
        .replace(/[&<>"']/gu, (character) => entities[character] ?? character)
        .replace(unlawful, "\ufffd")

const isPlain = (text: string): boolean =>
  !/[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.test(text)

/** Control characters except tab and line feed, and noncharacters. */
const unlawful = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/gu
