/**
 * The tracked changes of an OpenDocument text: what each deleted, and where insertions and deletions begin and end.
 */
import { type XmlAttributes, valueOf } from "../office/Xml.ts"

interface Change {
  readonly isDeletion: boolean
  words: string
}

export class OdtChanges {
  readonly #changes = new Map<string, Change>()
  #id = ""
  #read: Change | undefined
  readonly #open = new Set<string>()
  /** The open changes of each kind. */
  #deletions = 0
  #insertions = 0

  /** Reads an element of the list of changes. */
  list(name: string, attributes: XmlAttributes): void {
    if (name === "text:changed-region") this.#id = valueOf(attributes, "id") ?? ""
    else if (name === "text:deletion" || name === "text:insertion") {
      this.#read = { isDeletion: name === "text:deletion", words: "" }
      this.#changes.set(this.#id, this.#read)
    } else if (name === "text:p" && this.#read !== undefined && this.#read.words !== "") this.#read.words += " "
  }

  /** Reads words of the list of changes, within a paragraph. */
  listWords(words: string): void {
    if (this.#read?.isDeletion === true) this.#read.words += words
  }

  /** Reads a mark in the text. Returns the words that were deleted there. */
  mark(name: string, attributes: XmlAttributes): string {
    const id = attributes["text:change-id"] ?? ""
    const change = this.#changes.get(id)
    if (change === undefined) return ""
    if (name === "text:change") return change.words
    if (name === "text:change-start" && !this.#open.has(id)) {
      this.#open.add(id)
      this.#count(change, 1)
    } else if (name === "text:change-end" && this.#open.delete(id)) this.#count(change, -1)
    return ""
  }

  get isDeleted(): boolean {
    return this.#deletions > 0
  }

  get isInserted(): boolean {
    return this.#insertions > 0
  }

  #count(change: Change, by: number): void {
    if (change.isDeletion) this.#deletions += by
    else this.#insertions += by
  }
}
