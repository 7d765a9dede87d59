/**
 * What lays a report out as a file. A writer is a module of its own, loaded when its format is asked for, that exports
 * itself as `write`; the same source gives the same bytes.
 */
import type { Log } from "@frist/projections/View"
import type { Report } from "./Report.ts"

/** A report, and the log it was made from: a page that shows earlier days needs that too. */
export interface ReportSource {
  readonly report: Report
  readonly log: Log
}

export type ReportWriter = (source: ReportSource) => Uint8Array | Promise<Uint8Array>
