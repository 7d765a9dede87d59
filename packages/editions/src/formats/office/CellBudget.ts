/**
 * The characters that one document may fill its cells with. A text that several cells share counts in each: what is
 * read, kept and written in the log is a text a cell, however small the file was.
 */
import { maxCharacters } from "./ArchiveBounds.ts"
import { Unreadable } from "./Unreadable.ts"

export class CellBudget {
  #left: number

  constructor(characters: number = maxCharacters) {
    this.#left = characters
  }

  /** Counts the text of a cell. Fails with `unpacksTooLarge` once all cells together hold too much. */
  take(text: string): void {
    this.#left -= text.length
    if (this.#left < 0) throw new Unreadable("unpacksTooLarge")
  }
}
