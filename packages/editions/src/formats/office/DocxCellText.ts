/**
 * The words of one cell of a Word document, by paragraph, and what is tracked, struck out, hidden or coloured in them.
 */
import type { Day } from "@frist/domain/Day"
import * as Text from "@frist/domain/Text"
import type { Observation } from "../grid/Grid.ts"
import { type DocxControl, type DocxControls, withMark } from "./DocxControls.ts"
import { DocxFields } from "./DocxFields.ts"
import type { DocxLists } from "./DocxLists.ts"
import { type DocxRun, formatRun, lookOf, plainRun } from "./DocxRun.ts"
import type { DocxStyles, ListPlace } from "./DocxStyles.ts"
import { pickedDay } from "./PickedDay.ts"
import { inSymbolFont, symbolOf } from "./SymbolFonts.ts"
import { TextLines } from "./TextLines.ts"
import { Unreadable } from "./Unreadable.ts"
import { type XmlAttributes, valueOf } from "./Xml.ts"

/** What the rest of the document says about its words. */
export interface DocxContext {
  readonly styles: DocxStyles
  readonly lists: DocxLists
  readonly controls: DocxControls
}

interface FinishedText {
  readonly text: string
  readonly struck: string
  readonly day: Day | null
  /** `fill`: the colour behind all words. `ink`: the colour of the first word. */
  readonly fill: string | null
  readonly ink: string | null
  readonly seen: ReadonlyArray<Observation>
}

interface OpenParagraph extends ListPlace {
  style: string | null
  hasWords: boolean
}

export class DocxCellText {
  readonly #context: DocxContext
  readonly #table: string | null
  readonly #written = new TextLines()
  readonly #fields = new DocxFields()
  readonly #paragraphs: Array<OpenParagraph> = []
  readonly #runs: Array<DocxRun> = []
  /** Whether the paragraph mark is deleted, so that the next paragraph continues this one. */
  #joins = false
  #deleted = 0
  #inserted = 0
  #removed = ""
  #added = ""
  #hiddenWords = ""
  readonly #fills = new Set<string | null>()
  readonly #pickers = new Set<DocxControl | undefined>()
  #ink: string | null = null

  /** `table` is the style of the table around. */
  constructor(context: DocxContext, table: string | null) {
    this.#context = context
    this.#table = table
  }

  /** Whether no paragraph is open. */
  get isBetween(): boolean {
    return this.#paragraphs.length === 0
  }

  get lines(): ReadonlyArray<string> {
    return this.#written.lines
  }

  open(name: string, attributes: XmlAttributes, parent: string, grandparent: string): void {
    this.#fields.open(name, attributes, parent)
    switch (name) {
      case "p":
        if (!this.#joins) this.#written.endLine()
        this.#joins = false
        this.#paragraphs.push({ style: null, hasWords: false })
        return
      case "r":
      case "m:r":
        this.#runs.push(plainRun())
        return
      case "txbxContent":
        return this.#written.openBox()
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
      case "ptab":
        if (parent !== "tabs") this.#add("\t")
        return
      case "br":
      case "cr":
        return this.#add("\n")
      case "noBreakHyphen":
        return this.#add("-")
      case "softHyphen":
        return this.#add("\u00AD")
      case "sym":
        return this.#add(symbolOf(valueOf(attributes, "font") ?? null, valueOf(attributes, "char") ?? ""))
      default:
        this.#format(name, attributes, parent, grandparent)
    }
  }

  close(name: string, parent: string): void {
    const form = this.#fields.close(name)
    if (form !== undefined) this.#write(form)
    if (name === "r" || name === "m:r") this.#runs.pop()
    else if (name === "txbxContent") this.#written.closeBox()
    else if (parent === "rPr" || parent === "trPr") return
    else if (name === "del" || name === "moveFrom") this.#deleted = Math.max(this.#deleted - 1, 0)
    else if (name === "ins" || name === "moveTo") this.#inserted = Math.max(this.#inserted - 1, 0)
    else if (name === "p") {
      this.#paragraphs.pop()
      if (!this.#joins) this.#written.endParagraph()
    }
  }

  text(words: string, element: string): void {
    if (element === "t" || element === "delText" || element === "m:t")
      this.#add(inSymbolFont(this.#runs.at(-1)?.font ?? null, words))
  }

  /** Returns the text, without the empty paragraphs that Word leaves around it. */
  finished(): FinishedText {
    this.#written.show(this.#fields.unended)
    const { struck, text } = this.#written.finished()
    const seen: Array<Observation> = []
    if (this.#removed !== "" || this.#added !== "") {
      const words = [
        this.#removed === "" ? "" : `−${this.#removed.trim()}`,
        this.#added === "" ? "" : `+${this.#added.trim()}`
      ]
      seen.push({ code: "TrackedChange", words: words.filter((each) => each !== "").join(" ") })
    }
    if (this.#hiddenWords.trim() !== "") seen.push({ code: "HiddenText", words: this.#hiddenWords.trim() })
    if (struck !== "") seen.push({ code: "StruckText", words: struck })
    if (Math.max(text.length, struck.length) > 2 * Text.maxLength) throw new Unreadable("cellTooLong")
    const [fill] = this.#fills
    const [picker] = this.#pickers
    const day = this.#pickers.size === 1 && picker !== undefined ? pickedDay(picker.day, text) : null
    return { text, struck, day, fill: this.#fills.size === 1 ? (fill ?? null) : null, ink: this.#ink, seen }
  }

  #format(name: string, attributes: XmlAttributes, parent: string, grandparent: string): void {
    const run = this.#runs.at(-1)
    if (parent === "rPr" && (grandparent === "r" || grandparent === "m:r") && run !== undefined)
      formatRun(run, name, attributes)
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph === undefined) return
    if (parent === "pPr" && name === "pStyle") paragraph.style = valueOf(attributes, "val") ?? null
    else if (parent === "numPr" && name === "numId") paragraph.list = valueOf(attributes, "val") ?? ""
    else if (parent === "numPr" && name === "ilvl") paragraph.level = Number(valueOf(attributes, "val"))
  }

  /** Adds words of a run, unless a field or a control shows something else in their place. */
  #add(words: string): void {
    const { controls, styles } = this.#context
    if (this.#fields.takes(words)) return
    const { box } = controls
    if (box !== undefined) {
      if (!box.isShown) this.#write(withMark(box.box === true, words))
      else if (words.trim().length !== 1) this.#write(words)
      box.isShown = true
      return
    }
    const isStyled = styles.isPrompt(this.#runs.at(-1)?.style ?? null)
    const isPrompt = controls.isPrompt(isStyled) || (isStyled && this.#fields.isForm)
    // A day that was picked is no prompt, even where a program left the marks of one.
    if (!isPrompt || pickedDay(controls.picker?.day ?? null, words) !== null) this.#write(words)
  }

  #write(words: string): void {
    if (this.#deleted > 0) {
      this.#removed += words
      return
    }
    const run = this.#runs.at(-1) ?? plainRun()
    const paragraph = this.#paragraphs.at(-1)
    const { isHidden, isStruck } = lookOf(run, paragraph?.style ?? null, this.#table, this.#context.styles)
    const isBlank = words.trim() === ""
    const shown = isBlank ? words : `${this.#bullet(paragraph)}${words}`
    if (isStruck) {
      this.#written.strike(shown)
      return
    }
    if (this.#inserted > 0) this.#added += words
    if (isHidden) this.#hiddenWords += words
    if (!isBlank) {
      this.#fills.add(run.fill)
      this.#pickers.add(this.#context.controls.picker)
      this.#ink ??= run.ink
    }
    this.#written.show(shown)
  }

  /** Returns the box that begins a paragraph as its bullet, once. */
  #bullet(paragraph: OpenParagraph | undefined): string {
    if (paragraph === undefined || paragraph.hasWords) return ""
    paragraph.hasWords = true
    const place = this.#context.styles.place(paragraph.style)
    const box = this.#context.lists.box(paragraph.list ?? place.list ?? "", paragraph.level ?? place.level ?? 0)
    return box === undefined ? "" : `${box} `
  }
}
