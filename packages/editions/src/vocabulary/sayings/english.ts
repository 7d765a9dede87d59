/**
 * English sayings.
 */
import { englishDates } from "@frist/domain/dates/languages/english"
import type { SayingWords } from "./SayingWords.ts"
import { monthsOf } from "./MonthNames.ts"

export const englishSayings: SayingWords = {
  periods: [...monthsOf(englishDates), "spring", "summer", "autumn", "winter"],
  beforePeriod: [
    "in(?: the| early| mid| late)?",
    "as of",
    "during(?: the)?",
    "by(?: the)?(?: end of)?",
    "until",
    "from",
    "since",
    "before",
    "after",
    "(?:beginning|end|middle) of",
    "this",
    "next",
    "last"
  ],
  afterPeriod: [],
  yearSaid: ["every", "each", "annual", "annually", "yearly", "this year", "last year", "next year"],
  plansToStart: [
    "(?:is|are) (?:planned|expected|due|set|scheduled|going) to (?:start|begin|open|go live|launch)",
    "will (?:start|begin|open|go live|launch)",
    "planned start"
  ],
  startedOrNot: [
    "started",
    "began",
    "begun",
    "opened",
    "launched",
    "went live",
    "delayed",
    "postponed",
    "cancelled",
    "moved",
    "did not"
  ],
  waits: [
    "awaiting",
    "awaits",
    "waiting (?:for|on)",
    "waits (?:for|on)",
    "on hold until",
    "pending",
    "depends? on",
    "dependent on"
  ],
  waitsNot: ["patients?", "visitors?", "customers?", "residents?", "not", "no longer"],
  tied: ["tied to", "linked to", "connected to", "covered by"],
  tableBelow: ["table below", "following table"],
  countsFrom: ["relative to", "in relation to", "counted from"],
  beforeNumber: ["version", "ver", "revision", "rev", "reference", "ref", "document number", "no"],
  beforeAuthor: ["author", "written by", "prepared by", "compiled by"]
}
