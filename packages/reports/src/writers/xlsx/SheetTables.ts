/**
 * The tables of a workbook: those of the report, the changes in one with their type, and beside a slip that is no single
 * number two columns of numbers, so that every column of days sorts.
 */
import type { Phrases } from "../../words/Phrases.ts"
import type { OfficeDocument, ReportCell, ReportColumn, ReportTable } from "../../Report.ts"

/** A table and the name of its sheet. */
interface SheetTable {
  readonly name: string
  readonly table: ReportTable
}

/** Returns the tables, one for each sheet, in the order of the report. */
export const sheetTables = ({ sections }: OfficeDocument, spoken: Phrases): ReadonlyArray<SheetTable> =>
  sections.flatMap((section) => {
    const own = section.blocks.filter((block): block is ReportTable => block._tag === "Table")
    const all = section.id === "since" && own.length > 1 ? [merged(section, own, spoken)] : own
    return all.map((table) => ({
      name:
        shortName(section.id === "since" ? section.id : table.id, spoken) ??
        (all.length === 1 ? section.heading : table.caption),
      table: withBounds(table, spoken)
    }))
  })

/** Returns the name of the sheet of a table whose heading is longer than a sheet's name may be. */
const shortName = (id: string, { text }: Phrases): string | undefined => {
  const { sheets } = text.report.chart.workbook
  return Object.entries(sheets).find(([table]) => table === id)?.[1]
}

const merged = (
  { heading, id }: OfficeDocument["sections"][number],
  tables: ReadonlyArray<ReportTable>,
  { text }: Phrases
): ReportTable => {
  const byKey = new Map(tables.flatMap(({ columns }) => columns.map((column) => [column.key, column] as const)))
  const [name, ...rest] = byKey.values()
  const type: ReportColumn = { key: "type", heading: text.report.chart.workbook.type, kind: "text" }
  const columns = [...(name === undefined ? [] : [name]), type, ...rest]
  return {
    _tag: "Table",
    id,
    caption: heading,
    asInSource: false,
    columns,
    rows: tables.flatMap((table) =>
      table.rows.map((row) => ({
        ...row,
        cells: columns.map(({ key }): ReportCell => {
          if (key === type.key) return { text: table.caption }
          return row.cells[table.columns.findIndex((column) => column.key === key)] ?? { text: "" }
        })
      }))
    ),
    empty: tables[0]?.empty ?? ""
  }
}

/** Returns the least and the most days of a cell; one of a single number has no slip of its own. */
const boundsOf = ({ number, slip }: ReportCell) => slip ?? { min: number, max: number }

const withBounds = (table: ReportTable, spoken: Phrases): ReportTable => {
  const { least, most } = spoken.text.report.chart.workbook
  const isInexact = table.columns.map((_, at) =>
    table.rows.some(({ cells }) => cells[at]?.slip !== undefined && cells[at].number === undefined)
  )
  const days = (n: number | null | undefined): ReportCell =>
    n == null ? { text: "" } : { text: spoken.number(n), number: n }
  return {
    ...table,
    columns: table.columns.flatMap((column, at): ReadonlyArray<ReportColumn> => {
      const bound = { kind: "number", counted: true } as const
      return isInexact[at] === true
        ? [
            column,
            { ...bound, key: `${column.key}Min`, heading: least(column.heading) },
            { ...bound, key: `${column.key}Max`, heading: most(column.heading) }
          ]
        : [column]
    }),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.flatMap((cell, at) =>
        isInexact[at] === true ? [cell, days(boundsOf(cell).min), days(boundsOf(cell).max)] : [cell]
      )
    }))
  }
}
