/**
 * Rules about what a document refers to and does not have: a table below, the activity that a timeline counts from.
 */
import { ofEachRow, type Rule } from "../Rule.ts"
import { byColumn, saidIn, sayingsOf, textColumns } from "../Sayings.ts"
import { cellLines, wordsIn } from "../Sentences.ts"

/** The fewest lines that a table within a cell has, which is read as lines of the cell. */
const fewestLines = 2
/** The most characters after a sentence that are looked at, to bound the time. */
const mostCharacters = 2000

/** Reports a cell that refers to a table below in it, and ends before any table could have been. */
export const tableNotThere = ofEachRow("TableNotThere", (seen, { vocabulary }) => {
  const { tableBelow } = sayingsOf(vocabulary)
  return byColumn(
    saidIn(seen, textColumns, tableBelow).filter(({ column, words }) => {
      const cell = seen.row.cells[column] ?? ""
      const end = cell.indexOf(words) + words.length
      return cellLines(cell.slice(end, end + mostCharacters)).length < fewestLines
    })
  )
})

/** Reports a timeline whose title says what its dates are counted from, while none of its milestones names that. */
export const anchorNotThere: Rule = {
  code: "AnchorNotThere",
  look: ({ rows, vocabulary }) => {
    const { countsFrom } = sayingsOf(vocabulary)
    const timelines = Map.groupBy(
      rows.filter(({ kind }) => kind === "timeline"),
      ({ table }) => table
    )
    return [...timelines].flatMap(([{ name }, [on, ...others]]) => {
      const found = countsFrom.exec(name.slice(0, 1000))
      const anchor = wordsIn(name.slice((found?.index ?? 0) + (found?.[0].length ?? 0)))[0]?.toLowerCase()
      if (found === null || on === undefined || anchor === undefined) return []
      const isThere = [on, ...others].some(({ reading: { area, goal } }) =>
        wordsIn(`${area ?? ""} ${goal ?? ""}`.toLowerCase()).includes(anchor)
      )
      return isThere ? [] : [{ on, of: "table" as const, column: null, words: name }]
    })
  }
}
