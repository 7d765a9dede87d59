/**
 * What a script adds to a page: sorting, filters, and a slider that shows the board as of an earlier day. The board comes
 * from the same projections as the report, applied to the facts that the page carries.
 */
import { Day } from "@frist/domain/Day"
import { htmlRows, type LinkTo } from "../src/writers/html/TableMarkup.ts"
import { History } from "@frist/projections/History"
import { boardTables, type BoardTables } from "../src/BoardTables.ts"
import { boardViews } from "../src/BoardViews.ts"
import type { ReportTable } from "../src/Report.ts"
import { blankCell } from "../src/ReportCells.ts"
import { dayWords } from "../src/words/DateWords.ts"
import { unbrokenTable } from "../src/words/UnbrokenUnits.ts"
import type { Spoken } from "../src/words/Spoken.ts"
import { type PackedLog, unpack } from "../src/writers/html/PackedLog.ts"
import { filters } from "./Filters.ts"
import { createElement, nodeOf } from "./DomNodes.ts"
import { sortable } from "./Sorting.ts"

/** The facts that a page carries, the day it is of, and the addresses of activities, if they have pages. */
export interface Carried {
  readonly log: PackedLog
  readonly heldOn: Day
  readonly linkTo?: LinkTo
}

/** Adds sorting and filters to the tables of the page, and the slider where the page carries facts of earlier days. */
export const enliven = (carried: Carried | null, spoken: Spoken): void => {
  const tables = [...document.querySelectorAll("table")]
  const sorted = new Map(tables.map((table) => [table.id, sortable(table, spoken)]))
  const filtered = new Map(
    tables
      .filter((table) => table.classList.contains("source"))
      .map((table) => {
        const own = filters(table, spoken)
        table.before(own.controls)
        return [table.id, own.refresh]
      })
  )
  const put = (id: string, rows: ReadonlyArray<Node>): void => {
    document.querySelector<HTMLTableElement>(`#${id}`)?.tBodies[0]?.replaceChildren(...rows)
    sorted.get(id)?.()
    filtered.get(id)?.()
  }
  if (carried !== null) slide(carried, spoken, put)
}

const names = ["ongoing", "completed", "lateness"] as const

/** Adds the slider above the ongoing activities. */
const slide = (
  { heldOn, linkTo, log: packed }: Carried,
  spoken: Spoken,
  put: (id: string, rows: ReadonlyArray<Node>) => void
): void => {
  const { page } = spoken.text.report
  const log = unpack(packed)
  const first = log.reduce<Day>((least, { effectiveOn }) => (effectiveOn < least ? effectiveOn : least), heldOn)
  const section = document.querySelector("#ongoing")
  const [from, to] = [Day.toNumber(first), Day.toNumber(heldOn)]
  if (section === null || from >= to) return

  const history = History.of(log, { today: heldOn })
  const asReported = new Map(
    names.map((name) => {
      const table = document.querySelector<HTMLTableElement>(`#table-${name}`)
      return [name, [...(table?.tBodies[0]?.rows ?? [])]]
    })
  )
  let tablesOfReview: BoardTables | undefined
  /** Shows the board as of a day; on the day of the page, the rows that came with it. */
  const show = (day: Day): void => {
    const at = day < heldOn ? boardTables(boardViews(history.at({ asOf: day, today: day })), spoken) : null
    tablesOfReview ??= boardTables(boardViews(history), spoken)
    for (const name of names) {
      const rows =
        at === null
          ? (asReported.get(name) ?? [])
          : htmlRows(
              unbrokenTable(aligned(at[name], tablesOfReview[name])),
              linkTo === undefined ? {} : { linkTo }
            ).map(nodeOf)
      put(`table-${name}`, rows)
    }
  }

  const slider = createElement("input", { type: "range", id: "day", min: String(from), max: String(to), step: "1" })
  slider.value = String(to)
  const said = createElement("output", {}, page.stood(dayWords(heldOn, spoken)))
  said.setAttribute("for", "day")
  const back = createElement("button", { type: "button", id: "now", hidden: true }, page.now)
  let asked = 0
  const moved = (): void => {
    const day = Day.fromNumber(Number(slider.value))
    const words = dayWords(day, spoken)
    slider.setAttribute("aria-valuetext", words)
    said.textContent = page.stood(words)
    back.hidden = day === heldOn
    cancelAnimationFrame(asked)
    asked = requestAnimationFrame(() => show(day))
  }
  slider.setAttribute("aria-valuetext", dayWords(heldOn, spoken))
  slider.addEventListener("input", moved)
  back.addEventListener("click", () => {
    slider.value = String(to)
    moved()
    slider.focus()
  })
  const time = createElement(
    "div",
    { className: "time" },
    createElement("label", { htmlFor: "day" }, page.asOf),
    slider,
    said
  )
  section.querySelector("h2")?.after(createElement("div", { className: "controls as-of" }, time, back))
}

/** Gives a table the columns of the page: some are there only where a row needs them. */
const aligned = (table: ReportTable, { columns }: ReportTable): ReportTable => ({
  ...table,
  columns,
  rows: table.rows.map((row) => ({
    ...row,
    cells: columns.map(({ key }) => row.cells[table.columns.findIndex((each) => each.key === key)] ?? blankCell)
  }))
})
