/**
 * The words of one cell of a text document as they are written, and what is tracked, struck out, hidden or coloured in
 * them: the common part of the readers of Word and OpenDocument text.
 */
import type { Day } from "@frist/domain/Day"
import * as Text from "@frist/domain/Text"
import type { Observation } from "../grid/Grid.ts"
import { isPrompt } from "../../vocabulary/prompts.ts"
import { pickedDay } from "../word/PickedDay.ts"
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
  #removed = ""
  #added = ""
  #hidden = ""
  readonly #fills = new Set<string | null>()
  readonly #dated = new Set<WordLook["dated"]>()
  #ink: string | null = null
  #length = 0

  /** Adds words. Deleted and struck-out ones are kept apart. */
  write(words: string, look: WordLook): void {
    this.#length += words.length
    if (this.#length > 2 * Text.maxLength) throw new Unreadable("cellTooLong")
    if (look.isDeleted) {
      this.#removed += words
      return
    }
    if (look.isStruck) {
      this.written.strike(words)
      return
    }
    if (look.isInserted) this.#added += words
    if (look.isHidden) this.#hidden += words
    if (words.trim() !== "") {
      this.#fills.add(look.fill)
      this.#dated.add(look.dated)
      this.#ink ??= look.ink
    }
    this.written.show(words)
  }

  /** Returns the text, without the empty paragraphs that office programs leave around it. */
  finished(): FinishedCell {
    const { struck, text: shown } = this.written.finished()
    const text = isPrompt(shown) ? "" : shown
    const seen: Array<Observation> = []
    const [removed, added, hidden] = [this.#removed.trim(), this.#added.trim(), this.#hidden.trim()]
    if (this.#removed !== "" || this.#added !== "") {
      const words = [this.#removed === "" ? "" : `−${removed}`, this.#added === "" ? "" : `+${added}`]
      seen.push({ code: "TrackedChange", words: words.filter((each) => each !== "").join(" ") })
    }
    if (hidden !== "") seen.push({ code: "HiddenText", words: hidden })
    if (struck !== "" && text !== "") seen.push({ code: "StruckText", words: struck })
    const [fill] = this.#fills
    const [dated] = this.#dated
    const day = this.#dated.size === 1 && dated !== undefined ? pickedDay(dated.day, text) : null
    return { text, struck, day, fill: this.#fills.size === 1 ? (fill ?? null) : null, ink: this.#ink, seen }
  }
}
