/**
 * Whether the columns chosen for a row make it the head of a follow-up table.
 */
import type { TakenColumn } from "../../Edition.ts"
import { isNameColumn } from "../../EditionColumn.ts"
import type { HeadingColumn } from "./Headings.ts"
import type { TableHead } from "./TableHead.ts"

/** The headings of a table that is wide, and may be a list of fields. */
export const manyHeadings = 12

/** Whether a choice names a row, and its deadline or its status. */
export const isHead = ({ columns, isDated, isOfActions, taken }: TableHead): boolean => {
  const chosen = new Set<HeadingColumn>(columns.values())
  const isNamed = chosen.has("area") || chosen.has("goal") || chosen.has("actions")
  // A wide table may have any number of columns of its own, beside those of a follow-up. A list of fields has no dates.
  const isPlan = isOfActions && isDated && (chosen.has("status") || chosen.has("responsible"))
  const isFollowUp = chosen.has("deadline") && chosen.has("status") && chosen.has("responsible")
  if (!isNamed || (!isPlan && !isFollowUp && isMostlyUnknown(taken))) return false
  if (chosen.has("deadline") || chosen.has("newDeadline")) return true
  // A person says that the rows are things to be done, whatever else the table has.
  if (taken.some(({ column, how }) => how === "decision" && isNameColumn(column))) return !taken.some(mayBeDeadline)
  // A board without dates: what is done, and how it goes. A column that may hold the deadline is asked about first.
  const known = taken.filter(({ how }) => how !== "unknown").length
  return isOfActions && chosen.has("status") && known * 2 >= taken.length && !taken.some(mayBeDeadline)
}

/**
 * Whether most of many headings are unknown words, as in a list of fields. Days and weeks of a chart are short, and do not
 * count.
 */
const isMostlyUnknown = (taken: ReadonlyArray<TakenColumn>): boolean => {
  const long = taken.filter(({ heading }) => /\p{L}{4}/u.test(heading))
  return long.length >= manyHeadings && long.filter(({ how }) => how !== "unknown").length * 5 < long.length * 2
}

/** Whether a column that was not taken may hold the deadline. */
export const mayBeDeadline = ({ column, suggested }: TakenColumn): boolean =>
  column === null && (suggested === "deadline" || suggested === "newDeadline")
