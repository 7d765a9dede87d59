/**
 * A plan of one activity, followed up in editions of which one gives the day of something else.
 */
import { readDate } from "@frist/domain/dates/DateReading"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { day, type Given, logOf } from "../../domain/test/given.ts"
import { ActivityId } from "@frist/domain/Names"

/** An edition: its day, the new deadline, and what it measures, if not the goal. Without a deadline the row is done. */
export type Edition = readonly [on: string, deadline: string | null, measures?: string]

/** The edition that gives the day of the introduction. */
export const unlike: Edition = ["2024-06-17", "2025-01-31", "Införs"]

const ett = ActivityId.make("ett")
const document = { document: "uppföljning.docx", sha256: "0".repeat(64), table: "T", row: 1, column: "Ny tid" }

/** Returns the log of an activity that was to be done by the end of 2023, and of these editions. */
export const followedUp = (...editions: ReadonlyArray<Edition>): ReadonlyArray<RecordedEvent> => {
  const given: ReadonlyArray<Given> = [
    { activity: null, effectiveOn: day("2023-01-01"), event: { _tag: "PlanOpened", title: "Plan" } },
    {
      activity: ett,
      effectiveOn: day("2023-01-01"),
      event: {
        _tag: "ActivityRegistered",
        kind: "activity",
        parent: null,
        area: "Ett",
        goal: "Ett",
        actions: null,
        responsible: null,
        deadline: readDate("2023-12-31").date
      }
    },
    ...editions.flatMap(([on, deadline, measures]): ReadonlyArray<Given> => {
      const effectiveOn = day(on)
      const words = `${measures ?? ""} ${deadline ?? ""}`.trim()
      const to = { ...readDate(deadline ?? "").date, words }
      return [
        { activity: null, effectiveOn, event: { _tag: "ReviewHeld", heldOn: effectiveOn, title: null } },
        deadline === null
          ? {
              activity: ett,
              effectiveOn,
              event: {
                _tag: "StatusChanged",
                from: { _tag: "NotStated" },
                to: { _tag: "Completed", on: readDate(on).date }
              }
            }
          : { activity: ett, effectiveOn, event: { _tag: "DeadlineMoved", from: null, to, reason: null } },
        ...(measures === undefined
          ? []
          : [
              {
                activity: ett,
                effectiveOn,
                event: {
                  _tag: "FindingRaised",
                  code: "DeadlineSubjectDiffers",
                  severity: "warning",
                  column: "newDeadline",
                  words
                } as const
              }
            ])
      ]
    })
  ]
  return logOf(given).map((event) => ({ ...event, source: document }) as RecordedEvent)
}
