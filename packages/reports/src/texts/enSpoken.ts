/**
 * Statuses, days and lateness in English: the only texts that the script of a report page loads.
 */
import { pluralOf } from "../words/Plural.ts"
import type { svSpoken } from "./svSpoken.ts"

const some = pluralOf("en")

/** Statuses, days and lateness, in English. */
export const enSpoken: typeof svSpoken = {
  status: {
    NotStated: "Not stated",
    InProgress: "In progress",
    Delayed: "Delayed",
    Completed: "Done",
    Discontinued: "Discontinued"
  },
  unreadable: (words) => `unreadable: “${words}”`,
  inParts: (n) => `${n} ${some(n, "part", "parts")} below`,
  day: (n, shown) => `${shown} ${some(Math.abs(n), "day", "days")}`,
  atLeastDays: (shown) => `at least ${shown} days`,
  atMostDays: (shown) => `at most ${shown} days`,
  overdue: (days) => `${days} late`,
  later: (days) => `${days} later`,
  earlier: (days) => `${days} earlier`,
  fromEarlierToLater: (earlier, later) => `from ${earlier} earlier to ${later} later`,
  unknownSlip: "unknown number of days",
  noneRead: "no readable new date",
  timesMoved: (n) => (n === 0 ? "no" : n === 1 ? "once" : `${n} times`),
  ofParts: ({ known, of, unknown }) =>
    unknown === 0 ? `${of} ${some(of, "part", "parts")}` : `${known} of ${of} parts, ${unknown} unknown`,
  waiting: {
    share: (days, on) => `of which ${days} waiting${on === null ? "" : ` for ${on}`}`,
    atMost: (shown) => `at most ${shown}`,
    atLeast: (shown) => `at least ${shown}`,
    unknown: "an unknown number"
  },
  late: { certainly: "yes", possibly: "possibly", no: "not passed", unknown: "unknown" },
  lateAgainst: { original: "original", approved: "approved", latest: "current" },
  inDays: (days) => `${days} left`,
  atMostInDays: (days) => `at most ${days} left`,
  isNew: "NEW",
  noDate: "no date"
}
