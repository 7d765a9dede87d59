/**
 * The lines of a cell as they are written: shown words and struck-out words apart. Text boxes follow the paragraph that
 * they are anchored in.
 */
import * as Text from "@frist/domain/text/Text"
import { ApartWords } from "./ApartWords.ts"
import { Unreadable } from "./Unreadable.ts"

export class TextLines {
  readonly lines: Array<string> = []
  #line = ""
  readonly #struck = new ApartWords()
  /** Whether the line ends with white space, or is empty. */
  #isOpen = true
  /** Whether words were struck out since the last shown ones, and whether any were in this line. */
  #cut = false
  #isCutLine = false
  #length = 0
  readonly #anchors: Array<string> = []
  #boxed: Array<string> = []

  /** Adds words that are shown. Closes the gap that struck-out words leave. */
  show(words: string): void {
    if (words !== "") this.#struck.part()
    const shown = this.#cut && this.#isOpen ? words.replace(/^[^\S\n]+/u, "") : words
    if (shown === "") return
    this.#line += shown
    this.#isOpen = endsOpen(shown)
    if (shown.trim() !== "") this.#cut = false
  }

  /** Adds words that are struck out. */
  strike(words: string): void {
    if (words === "") return
    this.#struck.add(words)
    this.#cut = true
    this.#isCutLine = true
  }

  /** Ends the line if it has words. */
  endLine(): void {
    if (this.#line !== "" || this.#isCutLine) this.endParagraph()
  }

  /** Ends the line, also an empty one. Leaves out a line whose words were all struck out, or that only holds a box. */
  endParagraph(): void {
    const line = this.#isCutLine ? this.#line.trimEnd() : this.#line
    const isInBox = this.#anchors.length > 0
    const isLeftOut = line.trim() === "" && (this.#isCutLine || (!isInBox && this.#boxed.length > 0))
    this.#length += line.length + 1
    if (this.#length > 2 * Text.maxLength) throw new Unreadable("cellTooLong")
    if (!isLeftOut) (isInBox ? this.#boxed : this.lines).push(line)
    if (this.#isCutLine) this.#struck.endLine()
    this.#line = ""
    this.#isOpen = true
    this.#cut = false
    this.#isCutLine = false
    if (isInBox) return
    for (const each of this.#boxed) this.lines.push(each)
    this.#boxed = []
  }

  /** Begins a text box within the line. */
  openBox(): void {
    this.#anchors.push(this.#line)
    this.#line = ""
    this.#isOpen = true
  }

  closeBox(): void {
    this.endLine()
    this.#line = this.#anchors.pop() ?? ""
    this.#isOpen = this.#line === ""
  }

  /** Returns what is shown, without empty lines around it, and what is struck out. */
  finished(): { readonly text: string; readonly struck: string } {
    while (this.#anchors.length > 0) this.closeBox()
    if (this.#line !== "" || this.#isCutLine || this.#boxed.length > 0) this.endParagraph()
    const first = this.lines.findIndex((line) => line.trim() !== "")
    const last = this.lines.findLastIndex((line) => line.trim() !== "")
    return {
      text: first === -1 ? "" : this.lines.slice(first, last + 1).join("\n"),
      struck: this.#struck.text
    }
  }
}

/** Whether words end with white space. */
const endsOpen = (words: string): boolean => words.at(-1)?.trim() === ""
