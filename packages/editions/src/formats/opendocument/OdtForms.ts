/**
 * What the form fields of an OpenDocument text show: content controls and field marks in the text, and controls that are
 * drawn over it.
 */
import { Day } from "@frist/domain/Day"
import { boxMark } from "../word/DocxControls.ts"
import { type XmlAttributes, valueOf } from "../office/Xml.ts"

/** A content control around words. */
export interface OdtControl {
  readonly isTicked: boolean | null
  readonly isPrompt: boolean
  readonly day: Day | null
  isShown: boolean
}

/** Returns the day of a date as OpenDocument stores it, with or without a time. */
export const heldDay = (value: string | undefined): Day | null => Day.parse((value ?? "").slice(0, 10)) ?? null

/** Returns the content control that an element is. */
export const controlOf = (attributes: XmlAttributes): OdtControl => {
  const is = (name: string) => valueOf(attributes, name) === "true"
  return {
    isTicked: is("checkbox") ? is("checked") : null,
    isPrompt: is("showing-place-holder"),
    day: heldDay(valueOf(attributes, "current-date")),
    isShown: false
  }
}

/** A field mark: a form field as older programs write it. */
interface FieldMark {
  readonly isBox: boolean
  readonly isList: boolean
  isTicked: boolean
  chosen: number
  readonly entries: Array<string>
}

/** Most entries read of one list. */
const maxEntries = 1000

export class OdtFieldMarks {
  #mark: FieldMark | undefined

  open(name: string, attributes: XmlAttributes): void {
    if (name === "field:fieldmark") {
      const type = attributes["field:type"] ?? ""
      this.#mark = {
        isBox: type.endsWith("FORMCHECKBOX"),
        isList: type.endsWith("FORMDROPDOWN"),
        isTicked: false,
        chosen: 0,
        entries: []
      }
    } else if (name === "field:param" && this.#mark !== undefined) {
      const value = attributes["field:value"] ?? ""
      const param = attributes["field:name"] ?? ""
      if (/^Checkbox_Checked$/iu.test(param)) this.#mark.isTicked = value === "true"
      else if (/^Dropdown_Selected$/iu.test(param)) this.#mark.chosen = Number(value)
      else if (/^Dropdown_ListEntry$/iu.test(param) && this.#mark.entries.length < maxEntries)
        this.#mark.entries.push(value)
    }
  }

  /** Returns what a field mark shows, at its end. */
  close(name: string): string {
    const mark = name === "field:fieldmark" ? this.#mark : undefined
    if (mark === undefined) return ""
    this.#mark = undefined
    if (mark.isBox) return boxMark(mark.isTicked)
    return mark.isList ? (mark.entries[mark.chosen] ?? "") : ""
  }
}

interface DrawnControl {
  words: string
}

/** Controls that are described apart from the text and drawn where they are anchored. */
export class OdtDrawnControls {
  readonly #controls = new Map<string, DrawnControl>()
  #open: DrawnControl | undefined

  /** Reads an element of the forms of a document. */
  open(name: string, attributes: XmlAttributes): void {
    const id = valueOf(attributes, "id")
    const label = attributes["form:label"] ?? ""
    if (name === "form:option") {
      if (this.#open !== undefined && attributes["form:current-selected"] === "true") this.#open.words = label
    } else if (name.startsWith("form:") && id !== undefined) {
      this.#open = { words: wordsOf(name, label, attributes) }
      this.#controls.set(id, this.#open)
    }
  }

  /** Returns the words of a control by its id. */
  words(id: string): string {
    return this.#controls.get(id)?.words ?? ""
  }
}

const wordsOf = (name: string, label: string, attributes: XmlAttributes): string => {
  const value = attributes["form:current-value"] ?? attributes["form:value"] ?? ""
  const state = attributes["form:current-state"] ?? attributes["form:state"]
  if (name === "form:checkbox") return `${boxMark(state === "checked")} ${label}`.trim()
  if (name === "form:radio") {
    const isChosen = (attributes["form:current-selected"] ?? attributes["form:selected"]) === "true"
    return `${boxMark(isChosen)} ${label}`.trim()
  }
  if (name === "form:fixed-text") return label
  return /^form:(?:text|textarea|date|combobox|formatted-text|number)$/u.test(name) ? value : ""
}
