/**
 * Rules about the status column of a table or a document: cells without a status, and several ways to write one.
 */
import { filledWords } from "../../Edition.ts"
import { rowRanges } from "../../reading/RowRanges.ts"
import { isStatusRead } from "../cells/DueDates.ts"
import type { Rule, SeenRow } from "../Rule.ts"

/** Whether a row has a status cell that says nothing, in words or in colour, and was not struck out. */
const saysNothing = ({ reading, row }: SeenRow): boolean =>
  filledWords(row.cells.status) === null &&
  reading.status._tag === "NotStated" &&
  !row.remarks.some(({ code, column }) => column === "status" || code === "RowStruck")

/** The fewest rows without a status that are worth a remark on their table. */
const fewestSilent = 3

/** Reports a table of ongoing rows of which most have an empty status cell, as one remark. */
export const statusNotGiven: Rule = {
  code: "StatusNotGiven",
  look: ({ rows }) => {
    const tables = Map.groupBy(
      rows.filter(({ kind, table }) => kind === "activities" && table.headings.status !== null && isStatusRead(table)),
      ({ table }) => table
    )
    return [...tables.values()].flatMap((own) => {
      const silent = own.filter(saysNothing)
      const [on] = silent
      if (on === undefined || silent.length < fewestSilent || silent.length * 2 <= own.length) return []
      const words = `${rowRanges(silent.map(({ row }) => row.number)).join(", ")} (${silent.length}/${own.length})`
      return [{ on, of: "table" as const, column: "status" as const, words }]
    })
  }
}

/** The fewest ways to write *done* that are worth a remark, and the most that are quoted. */
const [fewest, most] = [4, 8]
/** The longest status cell that is looked at. */
const longest = 60

/** Reports a document that writes *done* in many ways, with and without a day, before and after it. */
export const doneInManyWays: Rule = {
  code: "DoneInManyWays",
  look: ({ rows }) => {
    const ways = new Map<string, { readonly on: SeenRow; readonly words: string }>()
    for (const on of rows) {
      const words = on.row.cells.status?.trim() ?? ""
      if (on.reading.status._tag !== "Completed" || words === "" || words.length > longest || /[\r\n]/u.test(words))
        continue
      const way = words.replace(/\d/gu, "0")
      if (!ways.has(way)) ways.set(way, { on, words })
    }
    const [first] = ways.values()
    if (first === undefined || ways.size < fewest) return []
    const quoted = [...ways.values()].slice(0, most).map(({ words }) => words)
    const words = [...quoted, ...(ways.size > most ? ["…"] : [])].join(" | ")
    return [{ on: first.on, of: "edition", column: "status", words }]
  }
}
