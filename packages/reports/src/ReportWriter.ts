/**
 * What lays a report out as a file. A writer is a module of its own, loaded when its format is asked for, that exports
 * itself as `write`; the same source gives the same bytes.
 */
import type { History } from "@frist/projections/History"
import type { Report } from "./Report.ts"

/** A report, and the history it was made from, which a page needs to show earlier days. */
export interface ReportSource {
  readonly report: Report
  readonly history: History
}

export type ReportWriter = (source: ReportSource) => Uint8Array | Promise<Uint8Array>
