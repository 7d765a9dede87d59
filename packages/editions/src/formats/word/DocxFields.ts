/**
 * The fields in the text of a Word document. The result of a field is read, not its instruction; a form field is read
 * as its box or as the chosen entry of its list.
 */
import { boxMark } from "./DocxControls.ts"
import { type XmlAttributes, isOn, valueOf } from "../office/Xml.ts"

interface Field {
  isInstruction: boolean
  isForm: boolean
  isShown: boolean
  /** Whether a check box is ticked, by its value or else by default; undefined for any other field. */
  box: { checked?: boolean; byDefault?: boolean } | undefined
  list: { chosen?: number; byDefault?: number; readonly entries: Array<string> } | undefined
  /** Words that are not shown. They are text after all if the field never ends. */
  held: string
}

/** Most entries read of one list; Word allows 25. */
const maxEntries = 1000
/** Most fields within each other. Deeper ones are read as text. */
const maxOpen = 64

export class DocxFields {
  readonly #open: Array<Field> = []
  #deeper = 0

  open(name: string, attributes: XmlAttributes, parent: string): void {
    if (name === "fldChar") this.#mark(valueOf(attributes, "fldCharType") ?? "")
    const field = this.#open.at(-1)
    if (field === undefined) return
    const value = valueOf(attributes, "val")
    if (parent === "ffData") {
      field.isForm = true
      if (name === "checkBox") field.box = {}
      else if (name === "ddList") field.list = { entries: [] }
    } else if (parent === "checkBox" && field.box !== undefined) {
      if (name === "checked") field.box.checked = isOn(value)
      else if (name === "default") field.box.byDefault = isOn(value)
    } else if (parent === "ddList" && field.list !== undefined) {
      if (name === "result") field.list.chosen = Number(value)
      else if (name === "default") field.list.byDefault = Number(value)
      else if (name === "listEntry" && field.list.entries.length < maxEntries) field.list.entries.push(value ?? "")
    }
  }

  /** Returns what a form field shows, once it is described. */
  close(name: string): string | undefined {
    const field = name === "fldChar" ? this.#open.at(-1) : undefined
    if (field === undefined || field.isShown || !field.isInstruction) return undefined
    const shown = shownBy(field)
    field.isShown = shown !== undefined
    return shown
  }

  /** Whether words here are no text of the document: an instruction, or the result of a form field that was shown. */
  takes(words: string): boolean {
    const field = this.#open.find((each) => each.isInstruction || each.isShown)
    if (field === undefined) return false
    field.held += words
    return true
  }

  /** Whether the place is the result of a form field. */
  get isForm(): boolean {
    return this.#open.some((field) => field.isForm)
  }

  /** Returns the words within fields that never end. */
  get unended(): string {
    return this.#open.map(({ held }) => held).join("")
  }

  #mark(type: string): void {
    if (type === "begin" && this.#open.length < maxOpen) this.#open.push(begun())
    else if (type === "begin") this.#deeper++
    else if (type === "end" && this.#deeper > 0) this.#deeper--
    else if (type === "end") this.#open.pop()
    else if (type === "separate" && this.#deeper === 0) {
      const field = this.#open.at(-1)
      if (field === undefined) return
      field.isInstruction = false
      field.held = ""
    }
  }
}

const begun = (): Field => ({
  isInstruction: true,
  isForm: false,
  isShown: false,
  box: undefined,
  list: undefined,
  held: ""
})

const shownBy = ({ box, list }: Field): string | undefined => {
  if (box !== undefined) return boxMark(box.checked ?? box.byDefault ?? false)
  return list?.entries[list.chosen ?? list.byDefault ?? 0]
}
