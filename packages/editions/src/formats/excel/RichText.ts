/**
 * The words of a cell that is formatted in runs, apart from those that are struck out.
 */

import { type XmlAttributes, isOn } from "../office/Xml.ts"

/** A run. `isStruck` is null where the run has no format of its own and takes the cell's. */
export interface Run {
  readonly text: string
  readonly isStruck: boolean | null
}

/** A text without runs, or its runs. */
export type RichText = string | ReadonlyArray<Run>

/** The words that count, and the struck-out ones. */
interface Words {
  readonly text: string
  readonly struck: string
}

/** Returns the words of a text in a cell whose own font is struck out, or is not. */
export const unstruck = (rich: RichText, isStruck: boolean): Words => {
  if (typeof rich === "string") return isStruck ? { text: "", struck: rich } : { text: rich, struck: "" }
  let text = ""
  let struck = ""
  let wasStruck = true
  for (const run of rich) {
    const isOut = run.isStruck ?? isStruck
    if (!isOut) text += run.text
    else struck += wasStruck || struck === "" ? run.text : ` ${run.text}`
    wasStruck = isOut
  }
  return struck.trim() === "" ? { text: text + struck, struck: "" } : { text: text.trim(), struck: struck.trim() }
}

/** Collects the runs of one text, as it is read. Phonetic aids are not part of it. */
export class RichTextReading {
  #plain = ""
  #runs: Array<Run> | null = null
  #isStruck: boolean | null = null

  /** Takes an element within a text: a run, its format, or what strikes it out. */
  open(name: string, attributes: XmlAttributes, parent: string | undefined): void {
    if (name === "r") this.#openRun()
    // A run's own format replaces the cell's.
    else if (name === "rPr" && parent === "r") this.#isStruck = false
    else if (name === "strike" && parent === "rPr") this.#isStruck = isOn(attributes["val"])
  }

  #openRun(): void {
    this.#runs ??= this.#plain === "" ? [] : [{ text: this.#plain, isStruck: null }]
    this.#isStruck = null
  }

  add(words: string): void {
    const last = this.#runs?.at(-1)
    if (this.#runs === null) this.#plain += words
    else if (last?.isStruck === this.#isStruck) this.#runs[this.#runs.length - 1] = { ...last, text: last.text + words }
    else this.#runs.push({ text: words, isStruck: this.#isStruck })
  }

  /** Returns the text with every piece of it changed by `decoded`, and starts over. */
  finished(decoded: (text: string) => string): RichText {
    const runs = this.#runs
    const plain = this.#plain
    this.#runs = null
    this.#plain = ""
    this.#isStruck = null
    if (runs === null) return decoded(plain)
    return runs.every(({ isStruck }) => isStruck === null)
      ? decoded(runs.map(({ text }) => text).join(""))
      : runs.map(({ isStruck, text }) => ({ text: decoded(text), isStruck }))
  }
}
