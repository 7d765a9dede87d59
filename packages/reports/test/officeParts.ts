/**
 * Reads an Office package part by part, and a part element by element.
 */
import { strFromU8, unzipSync } from "fflate"
import { SaxesParser } from "saxes"

export const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))

export const partOf = (bytes: Uint8Array, name: string): string => partsOf(bytes).get(name) ?? ""

export interface Node {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Array<Node | string>
}

/** Returns the tree of a part; throws if it is not well-formed. */
export const treeOf = (xml: string): Node => {
  const root: Node = { tag: "", attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", ({ attributes, name }) => {
    const node: Node = { tag: name, attributes, children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on("closetag", () => void open.pop())
  parser.on("text", (text) => void open.at(-1)?.children.push(text))
  parser.write(xml).close()
  return root
}

/** Returns every element with a tag, in order. */
export const all = (node: Node, tag: string): ReadonlyArray<Node> =>
  node.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.tag === tag ? [child] : []), ...all(child, tag)]
  )

export const wordsOf = (node: Node): string =>
  node.children.map((child) => (typeof child === "string" ? child : wordsOf(child))).join("")

/** Returns the tags of all elements. */
export const tagsOf = (node: Node): ReadonlySet<string> =>
  new Set(node.children.flatMap((child) => (typeof child === "string" ? [] : [child.tag, ...tagsOf(child)])))
