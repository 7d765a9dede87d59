/**
 * Rules about dates: a deadline on a weekend, one that passed without a forecast, and a new one before the first.
 */
import { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import { closedParts, partKey } from "../ClosedParts.ts"
import { type Due, certainlyPast, isDateRead, isStatusRead, lastKnownDates, statedDates } from "./DueDates.ts"
import { ofEachRow, type Rule } from "../Rule.ts"

/** 1970-01-01 was a Thursday: two days later it was Saturday. */
const isWeekend = (day: Day): boolean => {
  const sinceSaturday = (Day.toNumber(day) - 2) % 7
  return sinceSaturday === 0 || sinceSaturday === 1 || sinceSaturday === -6 || sinceSaturday === -7
}

const named = ({ date, part }: Due): string => (part === null ? date.words : `${part} ${date.words}`)

/** Reports an exact coming deadline of an open row on a Saturday or Sunday, unless it has been replaced. */
export const weekendDeadline = ofEachRow("WeekendDeadline", (row, { heldOn }) =>
  isClosed(row.reading.status)
    ? []
    : statedDates(row).flatMap((due) =>
        PlannedDate.isExact(due.date) &&
        due.date.latest !== null &&
        due.date.latest >= heldOn &&
        isWeekend(due.date.latest)
          ? [{ column: due.column, words: named(due) }]
          : []
      )
)

/**
 * Reports an open row whose last known date has certainly passed, and that gives no new one. Milestones are not
 * reported: a timeline has no column for what was reached. Nor are rows of a table with a column of dates that is not
 * read, which may hold the new one, or with a column of statuses that is not, which may say that the row is done.
 */
export const overdueWithoutForecast: Rule = {
  code: "GreyZone",
  look: ({ heldOn, plan, rows }) => {
    const done = closedParts(plan)
    return rows
      .filter(
        ({ kind, reading, table }) =>
          kind !== "timeline" && !isClosed(reading.status) && isDateRead(table) && isStatusRead(table)
      )
      .flatMap((on) =>
        lastKnownDates(on).flatMap((due) => {
          const isPast = certainlyPast(due.date, heldOn) !== null
          return !isPast || (due.part !== null && done.has(partKey(on.activity, due.part)))
            ? []
            : [{ on, column: due.column, words: named(due) }]
        })
      )
  }
}

/** Reports a new date whose last day is before the first day of the deadline. */
export const newDeadlineEarlier = ofEachRow("NewDeadlineEarlier", ({ reading: { deadline, newDeadline } }) =>
  newDeadline?.latest != null && deadline?.earliest != null && newDeadline.latest < deadline.earliest
    ? [{ column: "newDeadline", words: `${newDeadline.words} < ${deadline.words}` }]
    : []
)
