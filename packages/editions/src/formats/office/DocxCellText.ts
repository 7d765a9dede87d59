/**
 * The words of one cell of a Word document, by paragraph, and what is tracked, hidden or coloured in them.
 */
import * as Text from "@frist/domain/Text"
import { sixDigits } from "../grid/StatusColours.ts"
import type { Observation } from "../grid/Grid.ts"
import { Unreadable } from "./Unreadable.ts"
import { type XmlAttributes, isOn, valueOf } from "./Xml.ts"

interface FinishedText {
  readonly text: string
  /** `fill`: the colour behind all words. `ink`: the colour of the first word. */
  readonly fill: string | null
  readonly ink: string | null
  readonly seen: ReadonlyArray<Observation>
}

const highlights: Readonly<Record<string, string>> = {
  yellow: "FFFF00",
  darkYellow: "808000",
  green: "00FF00",
  darkGreen: "008000",
  red: "FF0000",
  darkRed: "800000",
  blue: "0000FF",
  darkBlue: "000080",
  cyan: "00FFFF",
  darkCyan: "008080",
  magenta: "FF00FF",
  darkMagenta: "800080"
}

/** Symbols of the symbol fonts that Word offers. */
const symbols: Readonly<Record<string, string>> = {
  F0FC: "✓",
  F0FE: "☑",
  F0FB: "✗",
  F06C: "●",
  F06E: "■",
  F0B7: "•",
  F0E0: "→"
}

export class DocxCellText {
  readonly lines: Array<string> = []
  #line = ""
  #length = 0
  /** Whether the paragraph mark is deleted, so that the next paragraph continues this one. */
  #joins = false
  #deleted = 0
  #inserted = 0
  #removed = ""
  #added = ""
  #hiddenWords = ""
  #run = { hidden: false, fill: null as string | null, ink: null as string | null }
  readonly #fills = new Set<string | null>()
  #ink: string | null = null

  open(name: string, attributes: XmlAttributes, parent: string, grandparent: string): void {
    const value = valueOf(attributes, "val")
    switch (name) {
      case "p":
        if (this.#line !== "" && !this.#joins) this.#endLine()
        this.#joins = false
        return
      case "r":
        this.#run = { hidden: false, fill: null, ink: null }
        return
      case "del":
      case "moveFrom":
        if (parent === "rPr" && grandparent === "pPr") this.#joins = name === "del"
        else if (parent !== "rPr" && parent !== "trPr") this.#deleted++
        return
      case "ins":
      case "moveTo":
        if (parent !== "rPr" && parent !== "trPr") this.#inserted++
        return
      case "tab":
        if (parent === "r") this.#add("\t")
        return
      case "br":
      case "cr":
        if (parent === "r") this.#add("\n")
        return
      case "noBreakHyphen":
        this.#add("-")
        return
      case "sym":
        this.#add(symbols[(valueOf(attributes, "char") ?? "").toUpperCase()] ?? "�")
        return
      default:
        if (parent === "rPr" && grandparent === "r") this.#format(name, attributes, value)
    }
  }

  close(name: string, parent: string): void {
    if (parent === "rPr" || parent === "trPr") return
    if (name === "del" || name === "moveFrom") this.#deleted = Math.max(this.#deleted - 1, 0)
    else if (name === "ins" || name === "moveTo") this.#inserted = Math.max(this.#inserted - 1, 0)
    else if (name === "p" && !this.#joins) this.#endLine()
  }

  text(words: string, element: string): void {
    if (element === "t" || element === "delText") this.#add(words)
  }

  /** Returns the text, without the empty paragraphs that Word leaves around it. */
  finished(): FinishedText {
    if (this.#line !== "") this.#endLine()
    const seen: Array<Observation> = []
    if (this.#removed !== "" || this.#added !== "") {
      const words = [
        this.#removed === "" ? "" : `−${this.#removed.trim()}`,
        this.#added === "" ? "" : `+${this.#added.trim()}`
      ]
      seen.push({ code: "TrackedChange", words: words.filter((each) => each !== "").join(" ") })
    }
    if (this.#hiddenWords.trim() !== "") seen.push({ code: "HiddenText", words: this.#hiddenWords.trim() })
    const [fill] = this.#fills
    const first = this.lines.findIndex((line) => line.trim() !== "")
    const last = this.lines.findLastIndex((line) => line.trim() !== "")
    const text = first === -1 ? "" : this.lines.slice(first, last + 1).join("\n")
    return { text, fill: this.#fills.size === 1 ? (fill ?? null) : null, ink: this.#ink, seen }
  }

  #endLine(): void {
    this.#length += this.#line.length + 1
    if (this.#length > 2 * Text.maxLength) throw new Unreadable("cellTooLong")
    this.lines.push(this.#line)
    this.#line = ""
  }

  #add(words: string): void {
    if (this.#deleted > 0) {
      this.#removed += words
      return
    }
    if (this.#inserted > 0) this.#added += words
    if (this.#run.hidden) this.#hiddenWords += words
    if (words.trim() !== "") {
      this.#fills.add(this.#run.fill)
      this.#ink ??= this.#run.ink
    }
    this.#line += words
  }

  #format(name: string, attributes: XmlAttributes, value: string | undefined): void {
    if (name === "vanish") this.#run.hidden = isOn(value)
    else if (name === "color") this.#run.ink = sixDigits(value)
    else if (name === "highlight") this.#run.fill = highlights[value ?? ""] ?? null
    else if (name === "shd") this.#run.fill ??= sixDigits(valueOf(attributes, "fill"))
  }
}
