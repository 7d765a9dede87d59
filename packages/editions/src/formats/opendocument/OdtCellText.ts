/**
 * The words of one cell of an OpenDocument text, by paragraph, and what is tracked, struck out, hidden or coloured in
 * them.
 */
import type { Day } from "@frist/domain/Day"
import { CellWords, type FinishedCell, type WordLook } from "../office/CellWords.ts"
import { withMark } from "../word/DocxControls.ts"
import type { OdtChanges } from "./OdtChanges.ts"
import { OdtFieldMarks, type OdtControl, type OdtDrawnControls, controlOf, heldDay } from "./OdtForms.ts"
import type { OdtStyles } from "./OdtStyles.ts"
import { inSymbolFont } from "../word/SymbolFonts.ts"
import { type XmlAttributes, valueOf } from "../office/Xml.ts"

/** What the rest of the document says about its words. */
export interface OdtContext {
  readonly styles: OdtStyles
  readonly changes: OdtChanges
  readonly drawn: OdtDrawnControls
}

/** `wasOpen`: whether the paragraph around, if any, ended with white space before this one. */
interface OpenParagraph {
  readonly wasOpen: boolean
}

/** What styles say of words. */
interface OdtLook extends Pick<WordLook, "fill" | "ink" | "isHidden" | "isStruck"> {
  readonly font: string | null
}

const plainLook: OdtLook = { isHidden: false, isStruck: false, fill: null, ink: null, font: null }

interface Dated {
  readonly day: Day | null
}

/** The most spaces that one element represents. */
const maxSpaces = 1000

export class OdtCellText {
  readonly #context: OdtContext
  readonly #words = new CellWords()
  readonly #marks = new OdtFieldMarks()
  readonly #dated: Dated | undefined
  readonly #paragraphs: Array<OpenParagraph> = []
  /** What the open paragraphs and spans state, those around them included. */
  readonly #looks: Array<OdtLook> = []
  readonly #controls: Array<OdtControl> = []
  readonly #dates: Array<Dated> = []
  /** The styles of the open lists, and the bullet of an item that has no words yet. */
  readonly #lists: Array<string | null> = []
  #bullet = ""
  /** Whether the text so far ends with white space, which absorbs more of it. */
  #isOpen = true

  /** `day` is the day that the cell itself holds. */
  constructor(context: OdtContext, day: Day | null = null) {
    this.#context = context
    this.#dated = day === null ? undefined : { day }
  }

  /** Whether no paragraph is open. */
  get isBetween(): boolean {
    return this.#paragraphs.length === 0
  }

  get lines(): ReadonlyArray<string> {
    return this.#words.written.lines
  }

  open(name: string, attributes: XmlAttributes): void {
    this.#marks.open(name, attributes)
    switch (name) {
      case "text:p":
      case "text:h":
        this.#words.written.endLine()
        this.#paragraphs.push({ wasOpen: this.#isOpen })
        this.#looks.push(this.#lookOf("paragraph", attributes))
        this.#isOpen = true
        return
      case "text:span":
        this.#looks.push(this.#lookOf("text", attributes))
        return
      case "text:hidden-text":
        this.#looks.push({ ...this.#look, isHidden: this.#look.isHidden || isHidden(attributes) })
        return
      case "text:hidden-paragraph":
        if (isHidden(attributes) && this.#looks.length > 0) this.#looks.splice(-1, 1, { ...this.#look, isHidden: true })
        return
      case "text:list":
        this.#lists.push(attributes["text:style-name"] ?? this.#lists.at(-1) ?? null)
        return
      case "text:list-item":
        this.#bullet = this.#context.styles.box(this.#lists.at(-1) ?? "", this.#lists.length)
        return
      case "draw:text-box":
        this.#words.written.openBox()
        return
      case "text:s":
        return this.#write(" ".repeat(Math.min(Math.max(Number(attributes["text:c"] ?? 1) || 1, 1), maxSpaces)))
      case "text:tab":
        return this.#write("\t")
      case "text:line-break":
        return this.#write("\n")
      case "text:date":
        this.#dates.push({ day: fixedDay(attributes) })
        return
      case "text:change":
      case "text:change-start":
      case "text:change-end":
        return this.#remove(this.#context.changes.mark(name, attributes))
      case "draw:image":
      case "draw:object":
      case "draw:object-ole":
      case "draw:custom-shape":
      case "draw:circle":
      case "draw:ellipse":
      case "draw:rect":
      case "draw:path":
      case "draw:polygon":
        if (!this.#context.changes.isDeleted) this.#words.picture()
        return
      case "draw:control":
        return this.#write(this.#context.drawn.words(attributes["draw:control"] ?? ""))
      default:
        if (isControl(name)) this.#controls.push(controlOf(attributes))
    }
  }

  close(name: string): void {
    const shown = this.#marks.close(name)
    if (shown !== "") this.#write(shown)
    if (name === "text:p" || name === "text:h") {
      this.#words.written.endParagraph()
      this.#isOpen = this.#paragraphs.pop()?.wasOpen ?? true
      this.#looks.pop()
    } else if (name === "text:span" || name === "text:hidden-text") this.#looks.pop()
    else if (name === "text:list") this.#lists.pop()
    else if (name === "text:list-item") this.#bullet = ""
    else if (name === "draw:text-box") this.#words.written.closeBox()
    else if (name === "text:date") this.#dates.pop()
    else if (isControl(name)) this.#controls.pop()
  }

  /** Adds words of a paragraph. White space is read as one space, as OpenDocument has it. */
  text(words: string): void {
    if (this.#paragraphs.length === 0) return
    const spaced = words.replace(/[ \t\r\n]+/gu, " ")
    const shown = this.#isOpen && spaced.startsWith(" ") ? spaced.slice(1) : spaced
    if (shown === "") return
    this.#isOpen = shown.endsWith(" ")
    const control = this.#controls.findLast((each) => each.isTicked !== null)
    if (control !== undefined) this.#tick(control, shown)
    else if (!this.#controls.some((each) => each.isPrompt)) this.#write(inSymbolFont(this.#look.font, shown))
  }

  /** Returns what the cell says. */
  finished(): FinishedCell {
    return this.#words.finished()
  }

  #tick(control: OdtControl, words: string): void {
    if (!control.isShown) this.#write(withMark(control.isTicked === true, words))
    else if (words.trim().length !== 1) this.#write(words)
    control.isShown = true
  }

  #write(words: string): void {
    if (words === "") return
    if (words.trim() !== "") {
      this.#isOpen = words.endsWith(" ")
      if (this.#bullet !== "") this.#put(`${this.#bullet} `)
      this.#bullet = ""
    }
    this.#put(words)
  }

  #remove(words: string): void {
    if (words !== "") this.#words.write(words, { ...this.#shown(), isDeleted: true })
  }

  #put(words: string): void {
    this.#words.write(words, this.#shown())
  }

  #shown(): WordLook {
    const { changes } = this.#context
    const dated = this.#dates.at(-1) ?? this.#controls.findLast(({ day }) => day !== null) ?? this.#dated
    return { ...this.#look, isDeleted: changes.isDeleted, isInserted: changes.isInserted, dated }
  }

  get #look(): OdtLook {
    return this.#looks.at(-1) ?? plainLook
  }

  /** Returns the look of a span in what is around it, or of a paragraph, which takes nothing from around it. */
  #lookOf(family: "text" | "paragraph", attributes: XmlAttributes): OdtLook {
    const { styles } = this.#context
    const name = attributes["text:style-name"] ?? null
    const around = family === "text" ? this.#look : plainLook
    const box = family === "paragraph" ? styles.stated(family, name, "box") : undefined
    const font = styles.stated(family, name, "font")
    return {
      isHidden: styles.stated(family, name, "isHidden") ?? around.isHidden,
      isStruck: styles.stated(family, name, "isStruck") ?? around.isStruck,
      fill: styles.stated(family, name, "fill") ?? box ?? around.fill,
      ink: styles.stated(family, name, "ink") ?? around.ink,
      font: font === undefined ? around.font : styles.font(font)
    }
  }
}

/** Whether a field hides its words, or its paragraph, as its condition last came out. */
const isHidden = (attributes: XmlAttributes): boolean => attributes["text:is-hidden"] === "true"

const isControl = (name: string): boolean => name.endsWith(":content-control")

/** Returns the day of a date that is not brought up to date whenever the document is opened. */
const fixedDay = (attributes: XmlAttributes): Day | null => {
  const isFixed = valueOf(attributes, "fixed") === "true"
  return isFixed ? heldDay(attributes["text:date-value"]) : null
}
