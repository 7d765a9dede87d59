/**
 * How the columns of a document were taken, in English.
 */
import type { svColumns } from "../sv/svColumns.ts"

/** The words about columns, in English. */
export const enColumns: typeof svColumns = {
  aliases: {
    id: [],
    area: [],
    goal: [],
    actions: ["actions"],
    deadline: ["due date"],
    responsible: ["owner"],
    status: [],
    followUp: ["comment"],
    newDeadline: ["revised date", "new date"],
    completedOn: ["completed", "completion date"],
    none: ["no"]
  },
  how: {
    name: "its heading says so",
    decision: "decided with --column",
    yielded: "another column takes precedence",
    other: "known, but not read",
    several: "its heading may mean several things",
    unknown: "unknown heading"
  },
  heading: "Heading",
  taken: "Read as",
  why: "Why",
  tables: (name) => (name === "" ? "Table" : name),
  empty: "No table has headings.",
  nothingStored: "Nothing was stored.",
  head: (line, sheet) => `Row ${line}${sheet === null ? "" : ` of sheet ${sheet}`} was read as the headings:`,
  read: "read",
  missing: { name: "a column that says what the row is", deadline: "a column for the deadline or status" },
  lacks: (what) => `Missing: ${what.join(" and ")}.`,
  help: (flags) => `Try ${flags}`,
  helpElse: (flags) => `Or instead: ${flags}`,
  helpless: 'Decide a column with --column "Heading=Deadline"; frist import --columns shows them all.'
}
