/**
 * The report as JSON: the value itself.
 */
import type { ReportWriter } from "../../ReportWriter.ts"

/** Returns the bytes of the file. */
export const write: ReportWriter = ({ report }) => new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`)
