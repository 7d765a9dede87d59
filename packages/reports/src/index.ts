/**
 * The report of a plan for its board, as a value and as a file.
 */
export { type ReportFormat, writeReport } from "./ReportFile.ts"
export { Report } from "./Report.ts"
export { reportHistory, reportOf } from "./ReportAssembly.ts"
