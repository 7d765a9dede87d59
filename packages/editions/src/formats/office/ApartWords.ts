/**
 * Words that are collected from several places of a cell: those of places apart are joined with a space.
 */
export class ApartWords {
  #text = ""
  #isApart = false

  /** Adds words, which follow those before them unless something else came between. */
  add(words: string): void {
    if (words === "") return
    if (this.#isApart && /\S$/u.test(this.#text) && /^\S/u.test(words)) this.#text += " "
    this.#text += words
    this.#isApart = false
  }

  /** Notes that something else comes between the words so far and the next. */
  part(): void {
    this.#isApart = true
  }

  /** Ends the line of the words so far. */
  endLine(): void {
    this.#text += "\n"
    this.#isApart = false
  }

  get isEmpty(): boolean {
    return this.#text === ""
  }

  get text(): string {
    return this.#text.trim()
  }
}
