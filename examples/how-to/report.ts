import type { Day, RecordedEvent } from "@frist/domain"
import { reportHistory, reportOf, writeReport } from "@frist/reports"

/** Writes the report of a review as a Word document. The same events give the same bytes. */
export const wordReport = (events: ReadonlyArray<RecordedEvent>, heldOn: Day): Promise<Uint8Array> => {
  const history = reportHistory(events, { heldOn })
  const report = reportOf(history, { language: "en", software: "my service", command: "GET /report" })
  return writeReport("docx", { report, history })
}
