/**
 * The styles of an OpenDocument text, as far as they change what its words say: struck out, hidden, coloured, or written
 * in a symbol font.
 */
import { sixDigits } from "../grid/Hues.ts"
import type { Archive } from "../office/OfficeArchive.ts"
import { openDocumentStyles } from "./OpenDocument.ts"
import { boxBullet, inSymbolFont } from "../word/SymbolFonts.ts"
import { type XmlAttributes, readXml } from "../office/Xml.ts"

type OdtFamily = "text" | "paragraph" | "table-cell" | "table-row" | "section"

/** What a style states; undefined where it leaves it to its parent. */
interface OdtStyle {
  readonly parent: string | undefined
  isStruck?: boolean
  isHidden?: boolean
  ink?: string | null
  /** `fill`: the colour behind words. `box`: the colour of the cell, row or paragraph. */
  fill?: string | null
  box?: string | null
  font?: string
}

interface OdtBullet {
  readonly character: string
  font: string | undefined
}

/** Longest chain of styles with parents. */
const maxChain = 20

export class OdtStyles {
  readonly #styles = new Map<string, OdtStyle>()
  readonly #fonts = new Map<string, string>()
  /** The bullets of list styles, by style and level. */
  readonly #bullets = new Map<string, OdtBullet>()
  /** The open style, the name of the open list style, and its open level. */
  #open: OdtStyle | undefined
  #list = ""
  #bullet: OdtBullet | undefined

  /** Reads the styles that all pages share; those of the text itself are read with it. */
  static async read(archive: Archive): Promise<OdtStyles> {
    const styles = new OdtStyles()
    await readXml(archive, openDocumentStyles, {
      open: (name, attributes, path) => {
        if (path[1] === "styles" || path[1] === "font-face-decls") styles.open(name, attributes)
      }
    })
    return styles
  }

  /** Reads an element of the styles. */
  open(name: string, attributes: XmlAttributes): void {
    if (name === "style:style") this.#define(attributes)
    else if (name === "style:font-face")
      this.#fonts.set(attributes["style:name"] ?? "", (attributes["svg:font-family"] ?? "").replace(/['"]/gu, ""))
    else if (name === "text:list-style") {
      this.#open = undefined
      this.#bullet = undefined
      this.#list = attributes["style:name"] ?? ""
    } else if (name === "text:list-level-style-bullet") {
      this.#bullet = { character: attributes["text:bullet-char"] ?? "", font: undefined }
      this.#bullets.set(`${this.#list} ${attributes["text:level"] ?? "1"}`, this.#bullet)
    } else if (name === "style:text-properties" && this.#bullet !== undefined)
      this.#bullet.font ??= attributes["style:font-name"] ?? attributes["fo:font-family"]
    else if (name === "style:text-properties" && this.#open !== undefined) readText(this.#open, attributes)
    else if (/^style:(?:table-cell|table-row|paragraph)-properties$/u.test(name) && this.#open !== undefined) {
      const colour = attributes["fo:background-color"]
      if (colour !== undefined) this.#open.box = digitsOf(colour)
    } else if (name === "style:section-properties" && this.#open !== undefined)
      this.#open.isHidden = attributes["text:display"] === "none"
  }

  /** Returns what a style states, or else its parents. */
  stated<K extends keyof OdtStyle>(family: OdtFamily, name: string | null, key: K): OdtStyle[K] | undefined {
    let style = name === null ? undefined : this.#styles.get(`${family} ${name}`)
    for (let steps = 0; style !== undefined && steps < maxChain; steps++) {
      if (style[key] !== undefined) return style[key]
      style = style.parent === undefined ? undefined : this.#styles.get(`${family} ${style.parent}`)
    }
    return undefined
  }

  /** Returns the name of the font by the name of its declaration. */
  font(declared: string | undefined): string | null {
    return declared === undefined ? null : (this.#fonts.get(declared) ?? declared)
  }

  /** Returns the box that a list style puts before its lines at a level, from 1; empty for any other list. */
  box(list: string, level: number): string {
    const { character = "", font } = this.#bullets.get(`${list} ${level}`) ?? {}
    return boxBullet(inSymbolFont(this.font(font), character)) ?? ""
  }

  #define(attributes: XmlAttributes): void {
    this.#bullet = undefined
    this.#open = { parent: attributes["style:parent-style-name"] }
    this.#styles.set(`${attributes["style:family"] ?? ""} ${attributes["style:name"] ?? ""}`, this.#open)
  }
}

const readText = (style: OdtStyle, attributes: XmlAttributes): void => {
  const lines = [attributes["style:text-line-through-style"], attributes["style:text-line-through-type"]]
  const stated = lines.filter((line) => line !== undefined)
  if (stated.length > 0) style.isStruck = stated.every((line) => line !== "none")
  const display = attributes["text:display"]
  if (display !== undefined) style.isHidden = display === "none"
  const colour = attributes["fo:color"]
  if (colour !== undefined) style.ink = digitsOf(colour)
  const fill = attributes["fo:background-color"]
  if (fill !== undefined) style.fill = digitsOf(fill)
  const font = attributes["style:font-name"]
  if (font !== undefined) style.font = font
}

/** `#00b050` is `00B050`; `transparent` is no colour. */
const digitsOf = (colour: string): string | null => sixDigits(colour.replace(/^#/u, ""))
