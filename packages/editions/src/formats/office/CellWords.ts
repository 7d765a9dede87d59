/**
 * The words of one cell of a text document as they are written, and what is tracked, struck out, hidden or coloured in
 * them: the common part of the readers of Word and OpenDocument text.
 */
import type { Day } from "@frist/domain/Day"
import * as Text from "@frist/domain/text/Text"
import type { Observation } from "../grid/Grid.ts"
import { isPrompt } from "../../vocabulary/prompts.ts"
import { pickedDay } from "../word/PickedDay.ts"
import { ApartWords } from "./ApartWords.ts"
import { TextLines } from "./TextLines.ts"
import { Unreadable } from "./Unreadable.ts"

/** How words are shown. `dated` is the field or control that holds a day for them. */
export interface WordLook {
  readonly isDeleted: boolean
  readonly isInserted: boolean
  readonly isHidden: boolean
  readonly isStruck: boolean
  readonly fill: string | null
  readonly ink: string | null
  readonly dated: { readonly day: Day | null } | undefined
}

export interface FinishedCell {
  readonly text: string
  readonly struck: string
  readonly day: Day | null
  /** `fill`: the colour behind all words. `ink`: the colour of the first word. */
  readonly fill: string | null
  readonly ink: string | null
  readonly seen: ReadonlyArray<Observation>
}

export class CellWords {
  readonly written = new TextLines()
  readonly #removed = new ApartWords()
  readonly #added = new ApartWords()
  readonly #hidden = new ApartWords()
  readonly #fills = new Set<string | null>()
  readonly #dated = new Set<WordLook["dated"]>()
  #ink: string | null = null
  /** The description of a picture, which may be empty; null without one. */
  #picture: string | null = null
  #length = 0
  /** The number of lines when words were last added. */
  #lines = 0

  /** Adds words. Deleted and struck-out ones are kept apart. */
  write(words: string, look: WordLook): void {
    this.#length += words.length
    if (this.#length > 2 * Text.maxLength) throw new Unreadable("cellTooLong")
    this.#partLines()
    if (look.isDeleted) return this.#removed.add(words)
    if (look.isStruck) return this.written.strike(words)
    if (look.isInserted) this.#added.add(words)
    else {
      this.#added.part()
      this.#removed.part()
    }
    if (look.isHidden) this.#hidden.add(words)
    else this.#hidden.part()
    if (words.trim() !== "") {
      this.#fills.add(look.fill)
      this.#dated.add(look.dated)
      this.#ink ??= look.ink
    }
    this.written.show(words)
  }

  /** Takes note of a picture or another drawing, or of its description. */
  picture(description = ""): void {
    this.#picture = [this.#picture ?? "", description.trim()].filter((each) => each !== "").join(" ")
  }

  /** Parts the words of different lines. */
  #partLines(): void {
    const { length } = this.written.lines
    if (length === this.#lines) return
    this.#lines = length
    for (const words of [this.#removed, this.#added, this.#hidden]) words.part()
  }

  /** Returns the text, without the empty paragraphs that office programs leave around it. */
  finished(): FinishedCell {
    const { struck, text: shown } = this.written.finished()
    const text = isPrompt(shown) ? "" : shown
    const seen: Array<Observation> = []
    const [removed, added, hidden] = [this.#removed, this.#added, this.#hidden]
    if (!removed.isEmpty || !added.isEmpty) {
      const words = [...(removed.isEmpty ? [] : [`−${removed.text}`]), ...(added.isEmpty ? [] : [`+${added.text}`])]
      seen.push({ code: "TrackedChange", words: words.join(" ") })
    }
    if (hidden.text !== "") seen.push({ code: "HiddenText", words: hidden.text })
    if (struck !== "" && text !== "") seen.push({ code: "StruckText", words: struck })
    if (this.#picture !== null && text === "" && struck === "") seen.push(pictureRemark(this.#picture))
    const [fill] = this.#fills
    const [dated] = this.#dated
    const day = this.#dated.size === 1 && dated !== undefined ? pickedDay(dated.day, text) : null
    return { text, struck, day, fill: this.#fills.size === 1 ? (fill ?? null) : null, ink: this.#ink, seen }
  }
}

/** Returns the remark on a cell that is only a picture. */
export const pictureRemark = (description: string): Observation => ({
  code: "TextNotRead",
  words: description.slice(0, mostDescribed).toWellFormed()
})

/** The most characters of a description that a remark quotes. */
const mostDescribed = 1000
