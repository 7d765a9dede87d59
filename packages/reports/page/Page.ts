/**
 * The script of the HTML report: sorting, filters, and a slider that shows the board as of an earlier day. The board
 * comes from the same projections as the report, applied to the facts that the page carries.
 */
import { Day } from "@frist/domain/Day"
import { htmlRows } from "../src/writers/html/TableMarkup.ts"
import { History } from "@frist/projections/History"
import { boardTables, type BoardTables } from "../src/BoardTables.ts"
import { boardViews } from "../src/BoardViews.ts"
import type { ReportTable } from "../src/Report.ts"
import { blankCell } from "../src/ReportCells.ts"
import { dayWords } from "../src/words/DateWords.ts"
import { type PackedLog, unpack } from "../src/writers/html/PackedLog.ts"
import { filters } from "./Filters.ts"
import { fold } from "./Folding.ts"
import { createElement, nodeOf } from "./DomNodes.ts"
import { sortable } from "./Sorting.ts"
import { pageTexts } from "./PageTexts.ts"

const spoken = pageTexts(document.documentElement.lang)
const { page } = spoken.text.report
const log = unpack(JSON.parse(document.querySelector("#log")?.textContent ?? "null") as PackedLog)
const heldOn = document.body.dataset["heldOn"] as Day
const history = History.of(log, { today: heldOn })
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

fold()

const asReported = new Map(tables.map((table) => [table.id, [...(table.tBodies[0]?.rows ?? [])]]))
const put = (id: string, rows: ReadonlyArray<Node>): void => {
  document.querySelector<HTMLTableElement>(`#${id}`)?.tBodies[0]?.replaceChildren(...rows)
  sorted.get(id)?.()
  filtered.get(id)?.()
}

let tablesOfReview: BoardTables | undefined
/** Gives a table the columns of the page: some are there only where a row needs them. */
const aligned = (table: ReportTable, { columns }: ReportTable): ReportTable => ({
  ...table,
  columns,
  rows: table.rows.map((row) => ({
    ...row,
    cells: columns.map(({ key }) => row.cells[table.columns.findIndex((each) => each.key === key)] ?? blankCell)
  }))
})

/** Shows the board as of a day; on the day of the review, the rows that came with the page. */
const show = (day: Day): void => {
  const at = day < heldOn ? boardTables(boardViews(history.at({ asOf: day, today: day })), spoken) : null
  tablesOfReview ??= boardTables(boardViews(history), spoken)
  for (const name of ["ongoing", "completed", "lateness"] as const) {
    const id = `table-${name}`
    put(id, at === null ? (asReported.get(id) ?? []) : htmlRows(aligned(at[name], tablesOfReview[name])).map(nodeOf))
  }
}

const first = log.reduce<Day>((least, { effectiveOn }) => (effectiveOn < least ? effectiveOn : least), heldOn)
const section = document.querySelector("#ongoing")
const [from, to] = [Day.toNumber(first), Day.toNumber(heldOn)]
if (section !== null && from < to) {
  const slider = createElement("input", { type: "range", id: "day", min: String(from), max: String(to), step: "1" })
  slider.value = String(to)
  const said = createElement("output", {}, page.stood(dayWords(heldOn, spoken)))
  said.setAttribute("for", "day")
  const back = createElement("button", { type: "button", hidden: true }, page.now)
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
