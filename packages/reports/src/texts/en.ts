/**
 * The English texts of reports.
 */
import { enFindings } from "./enFindings.ts"
import { enReport } from "./enReport.ts"
import { enSpoken } from "./enSpoken.ts"
import type { sv } from "./sv.ts"

/** All texts of reports, in English. */
export const en: typeof sv = {
  ...enSpoken,
  report: enReport,
  findings: enFindings,
  severity: { error: "error", warning: "warning", info: "info" },
  wholeDocument: "the whole document",
  sourceRow: (document, table, row) =>
    [document, table, row === null ? null : `row ${row}`].filter((part) => part !== null && part !== "").join(", "),
  figures: {
    noPeriod: "–",
    // English counts things without a word for them.
    withUnit: (value, unit) => (unit === "st" ? value : unit === "%" ? `${value}%` : `${value}\u00a0${unit}`),
    qualifier: { about: "about", over: "over", under: "under" },
    change: { increase: "increase", decrease: "decrease" },
    months: ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
    target: (what, words) => `Target ${what} (“${words}”):`,
    met: { yes: "met", no: "not met", unknown: "cannot be determined" },
    unmeasured: "no figure",
    unmeasuredSaid: (quote) => `no figure; the follow-up says “${quote}”`,
    unmeasuredDone: "the row is done, no figure",
    against: (figure) => `does not agree with ${figure}`
  }
}
