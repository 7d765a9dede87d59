/**
 * Markup as DOM nodes. Texts become text nodes, so nothing from a log is parsed as markup.
 */
import type { Markup } from "../src/Element.ts"

const svg = "http://www.w3.org/2000/svg"

/** Returns the markup as a node. */
export const nodeOf = (markup: Markup): Node => nodeIn(markup, false)

const nodeIn = (markup: Markup, isDrawing: boolean): Node => {
  if (typeof markup === "string") return document.createTextNode(markup)
  const isDrawn = isDrawing || markup.tag === "svg"
  const node = isDrawn ? document.createElementNS(svg, markup.tag) : document.createElement(markup.tag)
  for (const [name, value] of Object.entries(markup.attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : String(value))
  }
  node.append(...markup.children.map((child) => nodeIn(child, isDrawn)))
  return node
}

/** Creates an element with these properties and children. */
export const createElement = <Kind extends keyof HTMLElementTagNameMap>(
  tag: Kind,
  properties: Partial<HTMLElementTagNameMap[Kind]>,
  ...children: ReadonlyArray<Node | string>
): HTMLElementTagNameMap[Kind] => {
  const node = Object.assign(document.createElement(tag), properties)
  node.append(...children)
  return node
}
