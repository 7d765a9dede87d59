/**
 * The words of one cell of a Word document, by paragraph, and what is tracked, struck out, hidden or coloured in them.
 */
import { CellWords, type FinishedCell } from "../office/CellWords.ts"
import { type DocxControls, withMark } from "./DocxControls.ts"
import { DocxFields } from "./DocxFields.ts"
import type { DocxLists } from "./DocxLists.ts"
import { type DocxRun, formatRun, lookOf, plainRun } from "./DocxRun.ts"
import type { DocxStyles, ListPlace } from "./DocxStyles.ts"
import { pickedDay } from "./PickedDay.ts"
import { inSymbolFont, symbolOf } from "./SymbolFonts.ts"
import { type XmlAttributes, isOn, valueOf } from "../office/Xml.ts"

/** What the rest of the document says about its words. */
export interface DocxContext {
  readonly styles: DocxStyles
  readonly lists: DocxLists
  readonly controls: DocxControls
}

interface OpenParagraph extends ListPlace {
  style: string | null
  hasWords: boolean
}

export class DocxCellText {
  readonly #context: DocxContext
  readonly #table: string | null
  readonly #words = new CellWords()
  readonly #fields = new DocxFields()
  readonly #paragraphs: Array<OpenParagraph> = []
  readonly #runs: Array<DocxRun> = []
  /** Whether the paragraph mark is deleted, so that the next paragraph continues this one. */
  #joins = false
  #deleted = 0
  #inserted = 0

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
    return this.#words.written.lines
  }

  open(name: string, attributes: XmlAttributes, parent: string, grandparent: string): void {
    this.#fields.open(name, attributes, parent)
    switch (name) {
      case "p":
        if (!this.#joins) this.#words.written.endLine()
        this.#joins = false
        this.#paragraphs.push({ style: null, hasWords: false })
        return
      case "r":
      case "m:r":
        this.#runs.push(plainRun())
        return
      case "txbxContent":
        return this.#words.written.openBox()
      case "drawing":
      case "pict":
      case "object":
        if (this.#deleted === 0) this.#words.picture()
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
      case "footnoteReference":
      case "endnoteReference":
        return this.#mark(attributes)
      case "docPr":
      case "wp:docPr":
        if (this.#deleted === 0) this.#words.picture(valueOf(attributes, "descr") ?? attributes["descr"] ?? "")
        return
      default:
        this.#format(name, attributes, parent, grandparent)
    }
  }

  close(name: string, parent: string): void {
    const form = this.#fields.close(name)
    if (form !== undefined) this.#write(form)
    if (name === "r" || name === "m:r") this.#runs.pop()
    else if (name === "txbxContent") this.#words.written.closeBox()
    else if (parent === "rPr" || parent === "trPr") return
    else if (name === "del" || name === "moveFrom") this.#deleted = Math.max(this.#deleted - 1, 0)
    else if (name === "ins" || name === "moveTo") this.#inserted = Math.max(this.#inserted - 1, 0)
    else if (name === "p") {
      this.#paragraphs.pop()
      if (!this.#joins) this.#words.written.endParagraph()
    }
  }

  text(words: string, element: string): void {
    if (element === "t" || element === "delText" || element === "m:t")
      this.#add(inSymbolFont(this.#runs.at(-1)?.font ?? null, words))
  }

  /** Returns what the cell says. */
  finished(): FinishedCell {
    this.#words.written.show(this.#fields.unended)
    return this.#words.finished()
  }

  /** Leaves out the mark of a note that the author chose, which follows the reference as words. */
  #mark(attributes: XmlAttributes): void {
    const run = this.#runs.at(-1)
    if (run !== undefined) run.isMark = isOn(valueOf(attributes, "customMarkFollows") ?? "0")
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
    if (this.#runs.at(-1)?.isMark === true || this.#fields.takes(words)) return
    const { box } = controls
    if (box !== undefined) {
      if (!box.isShown) this.#write(withMark(box.box ?? "unstated", words))
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
    const { controls, styles } = this.#context
    const run = this.#runs.at(-1) ?? plainRun()
    const paragraph = this.#paragraphs.at(-1)
    const isDeleted = this.#deleted > 0
    const shown = isDeleted || words.trim() === "" ? words : `${this.#bullet(paragraph)}${words}`
    this.#words.write(shown, {
      ...lookOf(run, paragraph?.style ?? null, this.#table, styles),
      isDeleted,
      isInserted: this.#inserted > 0,
      fill: run.fill,
      ink: run.ink,
      dated: controls.picker
    })
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
