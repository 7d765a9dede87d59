import { Day, type RecordedEvent } from "@frist/domain"
import { board, deadlineHistory, History } from "@frist/projections"

const today = Day.make("2024-09-02")

/** Returns what a page shows of a plan: the board, and the slips of web booking, as of New Year and as of today. */
export const page = (events: ReadonlyArray<RecordedEvent>) => {
  const now = History.of(events, { today })
  const newYear = now.at({ asOf: Day.make("2024-01-01"), today })
  return {
    board: board(now),
    before: deadlineHistory(newYear, { area: "1177 Webbtidbokning" }),
    now: deadlineHistory(now, { area: "1177 Webbtidbokning" })
  }
}
