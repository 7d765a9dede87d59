/**
 * The report of a plan for its board, as a value.
 */
export { Report } from "./Report.ts"
export { reportHistory, reportOf, type ReportOptions } from "./ReportOf.ts"
export type { ReportSource } from "./ReportWriter.ts"
