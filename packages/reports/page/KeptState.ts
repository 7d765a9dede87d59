/**
 * What a reader has chosen in a page, kept while the page is replaced: the focus, the order of tables, filters, the day of
 * the slider, and what is folded.
 */

const pressed = { ascending: 1, descending: 2 } as const

/** Notes the choices, and returns a function that makes them again in the page that took its place. */
export const keepState = (): (() => void) => {
  const focused = addressOf(document.activeElement)
  const [across, down] = [window.scrollX, window.scrollY]
  const slider = document.querySelector<HTMLInputElement>("#day")
  const day = slider === null || slider.value === slider.max ? null : slider.value
  const chosen = [...document.querySelectorAll("select")].map(({ id, value }) => [id, value] as const)
  const sorted = [...document.querySelectorAll<HTMLTableCellElement>("th[aria-sort]")].map(
    (heading) => [addressOf(heading.querySelector("button")), heading.ariaSort] as const
  )
  const folds = [...document.querySelectorAll<HTMLDetailsElement>(".fold")].map(({ open }) => open)
  return () => {
    for (const [at, fold] of document.querySelectorAll<HTMLDetailsElement>(".fold").entries())
      fold.open = folds[at] ?? fold.open
    for (const [id, value] of chosen) {
      const select = document.querySelector<HTMLSelectElement>(`#${id}`)
      if (select === null || value === "") continue
      select.value = value
      select.dispatchEvent(new Event("change"))
    }
    for (const [address, order] of sorted) {
      const times = order === "ascending" || order === "descending" ? pressed[order] : 0
      for (let nth = 0; nth < times; nth++) find(address)?.click()
    }
    const again = document.querySelector<HTMLInputElement>("#day")
    if (again !== null && day !== null) {
      again.value = day
      again.dispatchEvent(new Event("input"))
    }
    find(focused)?.focus({ preventScroll: true })
    window.scrollTo({ left: across, top: down, behavior: "instant" })
  }
}

/** Where an element is: its id, or what it links to, or its heading, within the nearest element with an id. */
interface ElementAddress {
  readonly within: string
  readonly selector: string
}

const addressOf = (element: Element | null): ElementAddress | null => {
  if (element === null || element === document.body) return null
  if (element.id !== "") return { within: "", selector: `#${CSS.escape(element.id)}` }
  const within = element.closest("[id]")?.id ?? ""
  const href = element.getAttribute("href")
  if (href !== null) return { within, selector: `a[href="${CSS.escape(href)}"]` }
  const cell = element.closest("th")
  return cell === null
    ? { within, selector: element.localName }
    : { within, selector: `th:nth-of-type(${cell.cellIndex + 1}) button` }
}

const find = (address: ElementAddress | null): HTMLElement | null =>
  address === null
    ? null
    : document.querySelector<HTMLElement>(
        `${address.within === "" ? "" : `#${CSS.escape(address.within)} `}${address.selector}`
      )
