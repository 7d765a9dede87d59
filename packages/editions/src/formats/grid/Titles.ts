/**
 * The titles that wait for a table, and the kind of table that the nearest of them names. Each title is asked once: a
 * document may have thousands of tables that are no follow-up, and keeps the titles of all of them.
 */
import type { TableKind } from "../../Edition.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { kindMentioned, kindNamed } from "../columns/Headings.ts"

interface Title {
  readonly name: string
  readonly kind: TableKind | null
}

export class Titles {
  readonly #vocabulary: Vocabulary
  #count = 0
  #last = ""
  #named: Title | undefined
  #mentioning: Title | undefined

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  /** Whether no title waits. */
  get isEmpty(): boolean {
    return this.#count === 0
  }

  add(titles: ReadonlyArray<string>): void {
    for (const title of titles) this.#add(title)
  }

  /** Forgets all titles, once a table has taken its own. */
  clear(): void {
    this.#count = 0
    this.#last = ""
    this.#named = undefined
    this.#mentioning = undefined
  }

  /** Takes name and kind from the nearest title that mentions a kind, else from the sheet. */
  named(sheet: string | null): Title {
    const title = this.#named ?? this.#mentioning
    const ofTitle = title?.kind ?? null
    const ofSheet = sheet === null ? null : kindMentioned(sheet, this.#vocabulary)
    const isSheetCloser =
      ofSheet !== null && (ofTitle === null || (ofTitle === "activities" && ofSheet !== "activities"))
    if (sheet !== null && isSheetCloser) return { name: sheet, kind: ofSheet }
    return title ?? { name: sheet ?? this.#last, kind: null }
  }

  #add(name: string): void {
    this.#count++
    if (name.trim() === "") return
    this.#last = name
    const kind = kindMentioned(name, this.#vocabulary)
    if (kind === null) return
    this.#mentioning = { name, kind }
    if (kindNamed(name, this.#vocabulary) !== null) this.#named = { name, kind }
  }
}
