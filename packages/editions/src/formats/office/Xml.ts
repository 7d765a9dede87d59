/**
 * Reads an XML part element by element. Requires well-formed XML without a document type, and bounds its depth.
 */
import { type SaxesOptions, SaxesParser } from "saxes"
import type { Archive } from "./OfficeArchive.ts"
import { maxDepth } from "./ArchiveBounds.ts"
import { Unreadable } from "./Unreadable.ts"

export type XmlAttributes = Readonly<Record<string, string>>

/** Callbacks of a reader. `path` holds the names of the open elements, outermost first, the current one last. */
interface XmlReader {
  readonly open?: (name: string, attributes: XmlAttributes, path: ReadonlyArray<string>) => void
  readonly close?: (name: string, path: ReadonlyArray<string>) => void
  readonly text?: (text: string, path: ReadonlyArray<string>) => void
}

/** Reads a part. Removes the root's prefix from names (`w:tbl` is `tbl`); other prefixes stay (`mc:Fallback`). */
export const readXml = async (archive: Archive, part: string, reader: XmlReader): Promise<void> => {
  const path: Array<string> = []
  let prefix: string | undefined
  const own = (name: string) =>
    prefix === "" || prefix === undefined || !name.startsWith(prefix) ? name : name.slice(prefix.length)
  const parser = new SaxesParser<SaxesOptions & { xmlns: false }>({ xmlns: false, position: false })
  parser.on("error", () => {
    throw new Unreadable("damaged", part)
  })
  parser.on("doctype", () => {
    throw new Unreadable("unnatural", `${part}: DOCTYPE`)
  })
  parser.on("opentag", ({ attributes, name: qualified }) => {
    prefix ??= qualified.slice(0, qualified.indexOf(":") + 1)
    if (path.length >= maxDepth) throw new Unreadable("unnatural", part)
    const name = own(qualified)
    path.push(name)
    reader.open?.(name, attributes, path)
  })
  parser.on("closetag", () => {
    reader.close?.(path.at(-1) ?? "", path)
    path.pop()
  })
  const text = (words: string) => reader.text?.(words, path)
  parser.on("text", text)
  parser.on("cdata", text)
  if (!archive.has(part)) return
  await archive.read(part, (piece) => parser.write(piece))
  parser.close()
}

/** Returns an attribute by its local name, with any prefix. */
export const valueOf = (attributes: XmlAttributes, name: string): string | undefined => {
  const plain = attributes[name]
  if (plain !== undefined) return plain
  for (const key in attributes) if (key.endsWith(name) && key.at(-name.length - 1) === ":") return attributes[key]
  return undefined
}

/** Whether an on/off property is on; a missing value is on. */
export const isOn = (value: string | undefined): boolean => value !== "0" && value !== "false" && value !== "off"
