/**
 * The lists of a Word document whose bullets are boxes: a box before a line says as much as one in it.
 */
import type { Archive } from "../office/OfficeArchive.ts"
import { boxBullet, symbolOf } from "./SymbolFonts.ts"
import { type XmlAttributes, readXml, valueOf } from "../office/Xml.ts"

interface Level {
  isBullet: boolean
  text: string
  font: string | null
}

type Levels = Map<string, Level>

export class DocxLists {
  readonly #abstract = new Map<string, Levels>()
  readonly #lists = new Map<string, { base: string; readonly own: Levels }>()
  #levels: Levels | undefined
  #list: { base: string; readonly own: Levels } | undefined
  #level: Level | undefined

  /** Reads the part of numbering; without one there are no lists. */
  static async read(archive: Archive, part: string | undefined): Promise<DocxLists> {
    const lists = new DocxLists()
    if (part !== undefined)
      await readXml(archive, part, {
        open: (name, attributes) => lists.#read(name, attributes)
      })
    return lists
  }

  /** Returns the box or tick that begins each line of a list at a level, from 0; `undefined` for any other list. */
  box(list: string, level: number): string | undefined {
    const found = this.#lists.get(list)
    const place = String(level)
    const { font, isBullet, text } = found?.own.get(place) ??
      this.#abstract.get(found?.base ?? "")?.get(place) ?? { font: null, isBullet: false, text: "" }
    if (!isBullet || text.length !== 1) return undefined
    return boxBullet(symbolOf(font, text.charCodeAt(0).toString(16)))
  }

  #read(name: string, attributes: XmlAttributes): void {
    const value = valueOf(attributes, "val") ?? ""
    if (name === "abstractNum") {
      this.#levels = new Map()
      this.#abstract.set(valueOf(attributes, "abstractNumId") ?? "", this.#levels)
    } else if (name === "num") {
      this.#list = { base: "", own: new Map() }
      this.#levels = this.#list.own
      this.#lists.set(valueOf(attributes, "numId") ?? "", this.#list)
    } else if (name === "abstractNumId" && this.#list !== undefined) this.#list.base = value
    else if (name === "lvl") {
      this.#level = { isBullet: false, text: "", font: null }
      this.#levels?.set(valueOf(attributes, "ilvl") ?? "0", this.#level)
    } else if (this.#level !== undefined) {
      if (name === "numFmt") this.#level.isBullet = value === "bullet"
      else if (name === "lvlText") this.#level.text = value
      else if (name === "rFonts")
        this.#level.font = valueOf(attributes, "ascii") ?? valueOf(attributes, "hAnsi") ?? null
    }
  }
}
