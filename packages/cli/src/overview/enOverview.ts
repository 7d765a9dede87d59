/**
 * The words of `frist` alone, in English.
 */
import { pluralOf } from "@frist/reports/words/Plural"
import type { svOverview } from "./svOverview.ts"

const some = pluralOf("en")

/** The state of a database, and what to do next, in English. */
export const enOverview: typeof svOverview = {
  empty: (database) => `The database ${database} has no plan yet.`,
  plans: (n, database) => `The database ${database} has ${n} ${some(n, "plan", "plans")}:`,
  plan: (plan, events) => `${plan}: ${events}`,
  reviewed: (day) => (day === null ? "No review has been held yet." : `Latest review: ${day}.`),
  activities: (ongoing, completed) =>
    `${ongoing} ${some(ongoing, "activity is", "activities are")} ongoing, ${completed} completed or discontinued.`,
  passed: (n) => `${n} ${some(n, "has passed its deadline", "have passed their deadlines")}.`,
  requests: (n) => `${n} ${some(n, "request", "requests")} to decide.`,
  warnings: (n) => `${n} ${some(n, "finding", "findings")} to look at.`,
  next: "Next:",
  to: {
    file: "FILE",
    date: "DATE",
    title: "TITLE",
    report: "report",
    import: "import a follow-up document",
    open: "or open a plan by hand",
    choose: "show one of the plans",
    board: "see what remains to be done",
    decide: "see what is to be decided",
    findings: "see what is odd in the documents",
    slips: "see how the deadlines moved",
    write: "write the report",
    importNext: "import the next edition",
    help: "see every command"
  }
}
