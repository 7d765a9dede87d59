/**
 * Sorting by a column: the headings become buttons and announce the order.
 */
import type { Spoken } from "../src/words/Spoken.ts"
import { createElement } from "./DomNodes.ts"

const directions = ["ascending", "descending", "none"] as const

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/**
 * Makes a table sortable. Returns a function that sorts again after rows were replaced; `none` is the order of the
 * document.
 */
export const sortable = (table: HTMLTableElement, { language, text }: Spoken): (() => void) => {
  const compare = new Intl.Collator(language, { numeric: true }).compare
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])]
  let by = -1
  let direction: (typeof directions)[number] = "none"
  let own: ReadonlyArray<HTMLTableRowElement> = []
  const body = table.tBodies[0]

  const sort = (): void => {
    if (body === undefined || by === -1 || own.length < 2) return
    const keyed = own.map((row) => ({ row, key: keyOf(row.cells[by]) }))
    if (direction !== "none") {
      const sign = direction === "ascending" ? 1 : -1
      keyed.sort((a, b) => ordered(a.key, b.key, sign, compare))
    }
    body.append(...keyed.map(({ row }) => row))
  }
  const refresh = (): void => {
    own = [...(body?.rows ?? [])]
    sort()
  }

  // A table is one tab stop: arrows go from heading to heading.
  const buttons = headings.map((heading, at) => {
    const words = heading.textContent
    const button = createElement("button", { type: "button", title: text.report.page.sort(words) }, words)
    button.tabIndex = at === 0 ? 0 : -1
    button.addEventListener("click", () => {
      direction = by === at ? (directions[(directions.indexOf(direction) + 1) % 3] ?? "none") : "ascending"
      by = at
      for (const other of headings) other.removeAttribute("aria-sort")
      if (direction !== "none") heading.setAttribute("aria-sort", direction)
      sort()
    })
    button.addEventListener("keydown", ({ key }) => focus(at + (steps[key] ?? 0)))
    button.addEventListener("focus", () => {
      for (const [nth, other] of buttons.entries()) other.tabIndex = nth === at ? 0 : -1
    })
    heading.replaceChildren(button)
    return button
  })
  const focus = (at: number): void => buttons[at]?.focus()
  refresh()
  return refresh
}

interface Key {
  readonly order: number | null
  readonly words: string
}

const keyOf = (cell: HTMLTableCellElement | undefined): Key => {
  const order = cell?.dataset["order"]
  return { order: order === undefined ? null : Number(order), words: cell?.textContent.trim() ?? "" }
}

/** Orders cells that are empty or cannot be counted last, in both directions. */
const ordered = (a: Key, b: Key, sign: number, compare: (a: string, b: string) => number): number => {
  if (a.order !== null || b.order !== null) {
    return a.order === null ? 1 : b.order === null ? -1 : sign * (a.order - b.order)
  }
  return a.words === "" || b.words === ""
    ? Number(a.words === "") - Number(b.words === "")
    : sign * compare(a.words, b.words)
}
