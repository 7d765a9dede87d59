/**
 * Rules about times in texts: a month whose year nobody will know, and a planned beginning that has passed.
 */
import type { Day } from "@frist/domain/Day"
import { expressionsIn } from "@frist/domain/dates/DateReading"
import { isClosed } from "@frist/domain/Status"
import type { EditionColumn } from "../../EditionColumn.ts"
import { readWords } from "../../reading/DateCells.ts"
import { certainlyPast } from "./DueDates.ts"
import { ofEachRow } from "../Rule.ts"
import { byColumn, saidIn, sayingsOf, textColumns } from "../Sayings.ts"

/** A year, in four figures or as the first of a short day: `2023`, `23-10`. */
const year = /(?<!\d)(?:(?:19|20)\d\d(?!\d)|\d\d-\d\d(?!\d))/u

/** The date columns whose cells are texts in this row. */
const proseColumns = ["deadline", "newDeadline"] as const satisfies ReadonlyArray<EditionColumn>

/** Reports a month or a season without a year: `per september`. A year in the sentence, or in the one before it, is enough. */
export const periodWithoutYear = ofEachRow("PeriodWithoutYear", (seen, { vocabulary }) => {
  const { period, yearSaid } = sayingsOf(vocabulary)
  const prose = proseColumns.filter((column) =>
    seen.reading.irregularities.some((each) => each.code === "DateIsProse" && each.column === column)
  )
  return byColumn(
    saidIn(seen, [...textColumns, ...prose], period).filter(
      ({ before, words }) => !year.test(words) && !year.test(before) && !yearSaid.test(words)
    )
  )
})

/** The longest sentence in which a date is looked for. */
const longest = 500

/**
 * Reports a beginning that is still planned in the text of an open row, though its day has passed. The actions are the
 * plan itself: that it has begun may be what the status says.
 */
export const plannedStartPast = ofEachRow("PlannedStartPast", (seen, { heldOn, vocabulary }) => {
  const { status } = seen.reading
  if (isClosed(status)) return []
  const { plansToStart, startedOrNot } = sayingsOf(vocabulary)
  return byColumn(
    saidIn(seen, status._tag === "NotStated" ? ["actions", "followUp"] : ["followUp"], plansToStart).filter(
      ({ words }) => words.length <= longest && !startedOrNot.test(words) && isPast(words, heldOn)
    )
  )
})

/** Whether a sentence has one date, and it has certainly passed. */
const isPast = (sentence: string, heldOn: Day): boolean => {
  const [only, ...others] = expressionsIn(sentence, 2)
  return only !== undefined && others.length === 0 && certainlyPast(readWords(only.words).date, heldOn) !== null
}
