/**
 * The open content controls of a Word document: check boxes, lists, date pickers, and prompts that nobody has answered.
 */
import { Day } from "@frist/domain/Day"
import { type XmlAttributes, isOn, valueOf } from "../office/Xml.ts"

/** A content control. */
interface DocxControl {
  /** Whether a check box is ticked; `unstated` if only its symbol says so, null for any other control. */
  box: boolean | "unstated" | null
  /** Whether the box is in the text already. */
  isShown: boolean
  /** Whether the control shows its prompt. */
  isPrompt: boolean
  /** The day that a date picker holds. */
  day: Day | null
}

/** What the open controls say together. */
interface OpenControls {
  readonly isPrompt: boolean
  readonly box: DocxControl | undefined
  readonly picker: DocxControl | undefined
}

export class DocxControls {
  readonly #open: Array<DocxControl> = []
  #summary: OpenControls | undefined

  open(name: string, attributes: XmlAttributes, parent: string): void {
    if (name === "sdt") this.#open.push({ box: null, isShown: false, isPrompt: false, day: null })
    // Rows and tables in a control are more than its prompt, unless their words are styled as one.
    if (name === "tr" || name === "tbl") this.#keepWords()
    const control = this.#open.at(-1)
    if (control === undefined) return
    if (name === "sdt" || parent === "sdtPr" || isBox(parent)) this.#summary = undefined
    if (parent === "sdtPr") {
      if (name === "showingPlcHdr") control.isPrompt = isOn(valueOf(attributes, "val"))
      else if (name === "date") control.day = Day.parse((valueOf(attributes, "fullDate") ?? "").slice(0, 10)) ?? null
      else if (isBox(name)) control.box = "unstated"
    } else if (isBox(parent) && /(?:^|:)checked$/u.test(name)) control.box = isOn(valueOf(attributes, "val"))
  }

  close(name: string): void {
    if (name !== "sdt") return
    this.#open.pop()
    this.#summary = undefined
  }

  /** Whether words here are the prompt of a control, also by their style. */
  isPrompt(isStyledAsPrompt: boolean): boolean {
    return this.#together.isPrompt || (isStyledAsPrompt && this.#open.length > 0)
  }

  /** Returns the nearest check box around. */
  get box(): DocxControl | undefined {
    return this.#together.box
  }

  /** Returns the nearest date picker around that holds a day. */
  get picker(): DocxControl | undefined {
    return this.#together.picker
  }

  get #together(): OpenControls {
    return (this.#summary ??= {
      isPrompt: this.#open.some((control) => control.isPrompt),
      box: this.#open.findLast((control) => control.box !== null),
      picker: this.#open.findLast((control) => control.day !== null)
    })
  }

  #keepWords(): void {
    this.#summary = undefined
    for (const control of this.#open) {
      control.isPrompt = false
      control.box = null
      control.day = null
    }
  }
}

const isBox = (name: string): boolean => /(?:^|:)checkbox$/u.test(name)

/** Returns the mark of a check box. */
export const boxMark = (isTicked: boolean): string => (isTicked ? "☒" : "☐")

/**
 * Returns the words of a check box's control with its mark, whichever symbol it shows. Words beside the symbol stay. The
 * symbol decides only where the control does not state whether it is ticked.
 */
export const withMark = (state: boolean | "unstated", words: string): string => {
  const mark = boxMark(state === "unstated" ? /^\s*(?:[☒☑✓✔✗✘✅🗹🗷]|[[(][xX])/u.test(words) : state)
  const shown = words.trim()
  const rest = shown.replace(/^(?:\[[ xX]?\]|\([ xX]?\)|[\p{S}\p{Co}\p{P}])[\uFE0E\uFE0F]*/u, "")
  if (shown.length <= 1 || rest === "") return mark
  return rest === shown ? `${mark} ${shown}` : `${mark}${rest}`
}
