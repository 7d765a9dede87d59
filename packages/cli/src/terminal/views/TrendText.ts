/**
 * The milestone trend as a small chart for a terminal, with its figures in a table below.
 */
import { Day } from "@frist/domain/Day"
import type { MilestoneTrend } from "@frist/projections/MilestoneTrend"
import { type Extent, extentOf } from "@frist/reports/chart/Extent"
import { extrapolationWords, rateWords } from "@frist/reports/sections/TrendWords"
import { nameAndId, type NameOf } from "../ActivityName.ts"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { changeWords } from "@frist/reports/words/Phrases"
import { type Choice, chosen, titled } from "./ViewText.ts"
import { type Canvas, paragraph } from "../TerminalTable.ts"

type Row = MilestoneTrend["activities"][number]

/** The height of the chart in lines. A character is twice as high as wide, so twice as many columns give the same scale. */
const lines = 20
const across = lines * 2
const signs = "123456789abcdefghijklmnopqrstuvwxyz"

/** Returns the chart of the activities that moved, or of all where none did. */
export const trendText = (view: MilestoneTrend, nameOf: NameOf, phrase: CommandPhrases, canvas: Canvas): string => {
  const { report } = phrase.text
  const moved = view.activities.filter(({ tally }) => tally.count > 0)
  const rows = moved.length > 0 ? moved : view.activities
  const head = titled(view, report.trend.title, phrase, canvas)
  if (rows.length === 0) return `${head}\n${report.trend.empty}`
  const signed = rows.map((row, at) => ({ row, sign: signs[at] ?? "+" }))
  const choices: ReadonlyArray<Choice<(typeof signed)[number]>> = [
    { heading: report.column.number, least: 2, cell: ({ sign }) => sign },
    { heading: report.column.activity, least: 20, cell: ({ row }) => nameAndId(row, nameOf) },
    { heading: report.column.moves, least: 14, cell: ({ row }) => changeWords(row.tally, phrase).replace(", ", ",\n") },
    { heading: report.column.rate, least: 10, cell: ({ row }) => rateWords(row, phrase) },
    { heading: report.column.extrapolation, least: 16, cell: ({ row }) => extrapolationWords(row, phrase) }
  ]
  return [
    head,
    chart(signed, extentOf({ ...view, activities: rows }), phrase),
    "",
    paragraph(report.trend.terminal, "dim", canvas),
    "",
    chosen(choices, signed, canvas),
    ...(rows.some(({ tally }) => tally.atLeast) ? ["", paragraph(phrase.text.report.more, "dim", canvas)] : [])
  ].join("\n")
}

const chart = (
  signed: ReadonlyArray<{ readonly row: Row; readonly sign: string }>,
  extent: Extent,
  { text }: CommandPhrases
): string => {
  const from = Day.toNumber(extent.from)
  const days = Day.toNumber(extent.to) - from
  const place = (day: Day, cells: number): number =>
    Math.min(Math.max(Math.round(((Day.toNumber(day) - from) / days) * (cells - 1)), 0), cells - 1)
  const grid = Array.from({ length: lines }, (_, line) =>
    Array.from({ length: across }, (__, column): string =>
      Math.floor(column / 2) === line && column % 2 === 1 ? "·" : " "
    )
  )
  const put = (column: number, line: number, sign: string): void => {
    const row = grid[line]
    const there = row?.[column]
    if (row === undefined || there === undefined) return
    row[column] = there === " " || there === "·" || there === "│" || there === sign ? sign : "*"
  }
  for (const { row, sign } of signed) {
    for (const { forecast, on } of row.reports) {
      const column = place(on, across)
      if (forecast === null) continue
      const { earliest, edtf, latest } = forecast
      if (edtf === null) put(column, place(on, lines), "×")
      else if (latest === null) {
        put(column, lines - 1, "↑")
        if (earliest !== null) put(column, place(earliest, lines), sign)
      } else {
        const top = place(latest, lines)
        const bottom = earliest === null ? top : place(earliest, lines)
        for (let line = bottom; line < top; line += 1) if (grid[line]?.[column] === " ") put(column, line, "│")
        put(column, top, sign)
      }
    }
    const done = row.completed?.on?.latest ?? row.completed?.reportedOn
    if (done !== undefined && done >= extent.from && done <= extent.to)
      put(place(done, across), place(done, lines), "●")
  }
  const label = (day: Day): string =>
    `${text.report.shortMonths[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`.padStart(8)
  const body = grid
    .map((row, line) => {
      const named = line === lines - 1 ? label(extent.to) : line === 0 ? label(extent.from) : "        "
      return `${named} │${row.join("").trimEnd()}`
    })
    .toReversed()
  const foot = `${" ".repeat(10)}${label(extent.from).trim()}${label(extent.to)
    .trim()
    .padStart(across - 8)}`
  return [...body, `${" ".repeat(9)}└${"─".repeat(across)}`, foot].join("\n")
}
