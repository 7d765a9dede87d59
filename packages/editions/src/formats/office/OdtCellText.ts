/**
 * The words of one cell of an OpenDocument text, by paragraph, and what is tracked, struck out, hidden or coloured in
 * them.
 */
import type { Day } from "@frist/domain/Day"
import { CellWords, type FinishedCell } from "./CellWords.ts"
import { withMark } from "./DocxControls.ts"
import type { OdtChanges } from "./OdtChanges.ts"
import { OdtFieldMarks, type OdtControl, type OdtDrawnControls, controlOf, dayOf } from "./OdtForms.ts"
import type { OdtStyles } from "./OdtStyles.ts"
import { inSymbolFont } from "./SymbolFonts.ts"
import { type XmlAttributes, valueOf } from "./Xml.ts"

/** What the rest of the document says about its words. */
export interface OdtContext {
  readonly styles: OdtStyles
  readonly changes: OdtChanges
  readonly drawn: OdtDrawnControls
}

/** `wasOpen`: whether the paragraph around, if any, ended with white space before this one. */
interface OpenParagraph {
  readonly style: string | null
  readonly wasOpen: boolean
}

interface Dated {
  readonly day: Day | null
}

/** Most spaces that one element stands for. */
const maxSpaces = 1000

export class OdtCellText {
  readonly #context: OdtContext
  readonly #words = new CellWords()
  readonly #marks = new OdtFieldMarks()
  readonly #dated: Dated | undefined
  readonly #paragraphs: Array<OpenParagraph> = []
  readonly #spans: Array<string | null> = []
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
        this.#paragraphs.push({ style: attributes["text:style-name"] ?? null, wasOpen: this.#isOpen })
        this.#isOpen = true
        return
      case "text:span":
        this.#spans.push(attributes["text:style-name"] ?? null)
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
    } else if (name === "text:span") this.#spans.pop()
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
    else if (!this.#controls.some((each) => each.isPrompt)) this.#write(this.#inFont(shown))
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

  #inFont(words: string): string {
    const { styles } = this.#context
    return inSymbolFont(styles.font(this.#stated("font")), words)
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
    if (words !== "") this.#words.write(words, { ...this.#look(), isDeleted: true })
  }

  #put(words: string): void {
    this.#words.write(words, this.#look())
  }

  #look() {
    const { changes, styles } = this.#context
    return {
      isDeleted: changes.isDeleted,
      isInserted: changes.isInserted,
      isHidden: this.#stated("isHidden") ?? false,
      isStruck: this.#stated("isStruck") ?? false,
      fill: this.#stated("fill") ?? styles.stated("paragraph", this.#paragraphs.at(-1)?.style ?? null, "box") ?? null,
      ink: this.#stated("ink") ?? null,
      dated: this.#dates.at(-1) ?? this.#controls.findLast(({ day }) => day !== null) ?? this.#dated
    }
  }

  /** Returns what the innermost span states, or else the paragraph. */
  #stated<K extends "isStruck" | "isHidden" | "ink" | "fill" | "font">(key: K) {
    const { styles } = this.#context
    for (const span of this.#spans.toReversed()) {
      const stated = styles.stated("text", span, key)
      if (stated !== undefined) return stated
    }
    return styles.stated("paragraph", this.#paragraphs.at(-1)?.style ?? null, key)
  }
}

const isControl = (name: string): boolean => name.endsWith(":content-control")

/** Returns the day of a date that is not brought up to date whenever the document is opened. */
const fixedDay = (attributes: XmlAttributes): Day | null => {
  const isFixed = valueOf(attributes, "fixed") === "true"
  return isFixed ? dayOf(attributes["text:date-value"]) : null
}
