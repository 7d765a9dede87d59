/**
 * The styles of a Word document, as far as they change what its words say: struck out, hidden, or only a prompt; and
 * the lists that paragraph styles belong to.
 */
import type { Archive } from "../office/OfficeArchive.ts"
import { type XmlAttributes, isOn, readXml, valueOf } from "../office/Xml.ts"

/** Formatting that a run or a style states; undefined where it leaves it to the next style. */
export interface DocxLook {
  strike?: boolean
  dstrike?: boolean
  vanish?: boolean
}

/** The place of a paragraph in a list. */
export interface ListPlace {
  list?: string | undefined
  level?: number | undefined
}

interface DocxStyle extends DocxLook, ListPlace {
  readonly type: string
  name: string
  basedOn: string | undefined
}

/** Styles that a run has: its own, its paragraph's and its table's. */
interface StylesInForce {
  readonly run: string | null
  readonly paragraph: string | null
  readonly table: string | null
}

/** Longest chain of styles based on each other. */
const maxChain = 20

/** Reads formatting that `strike`, `dstrike` and `vanish` state into a look. */
export const lookInto = (look: DocxLook, name: string, attributes: XmlAttributes): void => {
  if (name === "strike" || name === "dstrike" || name === "vanish") look[name] = isOn(valueOf(attributes, "val"))
}

export class DocxStyles {
  readonly #styles = new Map<string, DocxStyle>()
  readonly #resolved = new Map<string, DocxStyle | undefined>()
  #paragraph: string | null = null
  #open: DocxStyle | undefined

  /** Reads the part of styles; without one, only the usual id of prompts is known. */
  static async read(archive: Archive, part: string | undefined): Promise<DocxStyles> {
    const styles = new DocxStyles()
    if (part !== undefined)
      await readXml(archive, part, {
        open: (name, attributes, path) => styles.#read(name, attributes, path.at(-2) ?? "", path.at(-3) ?? "")
      })
    return styles
  }

  /** Whether a run's style marks its words as a prompt. */
  isPrompt(run: string | null): boolean {
    return run !== null && (run === "PlaceholderText" || this.#styles.get(run)?.name === "placeholder text")
  }

  /** Whether styles strike out a run, which its own formatting does not mention. */
  isStruck(styles: StylesInForce): boolean {
    return this.#toggled(styles, "strike")
  }

  /** Whether styles strike out a run twice, which its own formatting does not mention. */
  isStruckTwice({ paragraph, run, table }: StylesInForce): boolean {
    const stated = [run, paragraph ?? this.#paragraph, table].map((style) => this.#stated(style, "dstrike"))
    return stated.find((each) => each !== undefined) ?? false
  }

  /** Whether styles hide a run, which its own formatting does not mention. */
  isHidden(styles: StylesInForce): boolean {
    return this.#toggled(styles, "vanish")
  }

  /** Returns the place in a list that a paragraph's style gives. */
  place(paragraph: string | null): ListPlace {
    const style = paragraph ?? this.#paragraph
    return { list: this.#stated(style, "list"), level: this.#stated(style, "level") }
  }

  /** Styles of different kinds that state the same switch it off again: so office programs show them. */
  #toggled({ paragraph, run, table }: StylesInForce, look: "strike" | "vanish"): boolean {
    if (this.#styles.size === 0) return false
    const on = [run, paragraph ?? this.#paragraph, table].filter((style) => this.#stated(style, look) === true)
    return on.length % 2 === 1
  }

  #stated<K extends keyof DocxLook | keyof ListPlace>(id: string | null, key: K): DocxStyle[K] | undefined {
    if (id === null || !this.#styles.has(id)) return undefined
    if (!this.#resolved.has(id)) this.#resolved.set(id, this.#resolve(id))
    return this.#resolved.get(id)?.[key]
  }

  /** Returns what a style and those that it is based on state, the nearest first. */
  #resolve(id: string): DocxStyle | undefined {
    let style = this.#styles.get(id)
    let resolved = style
    for (let steps = 0; style?.basedOn !== undefined && steps < maxChain; steps++) {
      style = this.#styles.get(style.basedOn)
      resolved = resolved === undefined ? style : { ...style, ...resolved }
    }
    return resolved
  }

  #read(name: string, attributes: XmlAttributes, parent: string, grandparent: string): void {
    const value = valueOf(attributes, "val")
    if (name === "style") {
      const id = valueOf(attributes, "styleId") ?? ""
      const type = valueOf(attributes, "type") ?? ""
      this.#open = { type, name: "", basedOn: undefined }
      this.#styles.set(id, this.#open)
      if (type === "paragraph" && isOn(valueOf(attributes, "default") ?? "0")) this.#paragraph = id
    }
    const style = this.#open
    if (style === undefined) return
    if (parent === "style" && name === "name") style.name = (value ?? "").toLowerCase()
    else if (parent === "style" && name === "basedOn") style.basedOn = value
    else if (parent === "rPr" && grandparent === "style") lookInto(style, name, attributes)
    else if (parent === "numPr" && grandparent === "pPr") {
      if (name === "numId") style.list = value ?? ""
      if (name === "ilvl") style.level = Number(value)
    }
  }
}
