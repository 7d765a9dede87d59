/**
 * The report as JSON: the value itself.
 */
import { jsonText } from "@frist/domain/text/InertText"
import type { ReportWriter } from "../../ReportWriter.ts"

/** Returns the bytes of the file. */
export const write: ReportWriter = ({ report }) => new TextEncoder().encode(`${jsonText(report, 2)}\n`)
