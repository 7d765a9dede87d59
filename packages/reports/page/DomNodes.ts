/**
 * Markup as nodes of the page: texts become text nodes, so nothing from a log can be read as markup.
 */
import type { Markup } from "../src/markup/Element.ts"

export const nodeOf = (markup: Markup): Node => {
  if (typeof markup === "string") return document.createTextNode(markup)
  const node = document.createElement(markup.tag)
  for (const [name, value] of Object.entries(markup.attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : String(value))
  }
  node.append(...markup.children.map(nodeOf))
  return node
}

/** Made and kept, for those who listen to it afterwards. */
export const createElement = <Kind extends keyof HTMLElementTagNameMap>(
  tag: Kind,
  properties: Partial<HTMLElementTagNameMap[Kind]>,
  ...children: ReadonlyArray<Node | string>
): HTMLElementTagNameMap[Kind] => {
  const node = Object.assign(document.createElement(tag), properties)
  node.append(...children)
  return node
}
