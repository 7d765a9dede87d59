import { Day } from "@frist/domain/Day"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { board } from "@frist/projections/Board"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"

const today = Day.make("2024-09-02")

/** What a page shows of a plan's events: the board, and how web booking slipped, as of New Year and as of today. */
export const page = (events: ReadonlyArray<RecordedEvent>) => ({
  board: board(events, { today }),
  before: deadlineHistory(events, { today, asOf: Day.make("2024-01-01") }, { area: "1177 Webbtidbokning" }),
  now: deadlineHistory(events, { today }, { area: "1177 Webbtidbokning" })
})
