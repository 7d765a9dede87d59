/**
 * The interface of the report's writers. Each writer is a module that exports `write` and is loaded when its format is
 * asked for. The same source gives the same bytes.
 */
import type { History } from "@frist/projections/History"
import type { Report } from "./Report.ts"

/** A report, and the history it was made from: a page shows earlier days from it. */
export interface ReportSource {
  readonly report: Report
  readonly history: History
}

/** Returns the bytes of a file. */
export type ReportWriter = (source: ReportSource) => Uint8Array | Promise<Uint8Array>
