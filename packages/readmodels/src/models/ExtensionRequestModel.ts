/**
 * The read model `extension_request`: the requests for other dates, and the decisions on them.
 */
import { decisions } from "@frist/projections/Decisions"
import { column, dateColumns, dateFields, readModel } from "../ReadModel.ts"
import {
  activityColumns,
  activityFields,
  slipColumns,
  slipFields,
  sourceColumns,
  sourceFields
} from "./SharedColumns.ts"

/** A row for each request. */
export const extensionRequestModel = readModel({
  name: "extension_request",
  shape: 2,
  about: "The requests for other dates: a row for each, open until its outcome is decided.",
  key: ["position"],
  columns: {
    position: column.integer("The event, by its position in the log of the plan."),
    ...activityColumns,
    requested_on: column.day("The day of the request."),
    ...dateColumns("requested", "The date that was requested"),
    reason: column.textOrNull("The reason that was given."),
    requested_by: column.text("The person or program that recorded the request."),
    requested_at: column.instant("The time of recording, by the clock of the log."),
    ...slipColumns("slip", "Days from the current deadline to the requested date, of an open request"),
    outcome: column.textOrNull("`granted` or `refused`; null while it is open."),
    ...dateColumns("granted", "The date that was granted"),
    decision: column.textOrNull("The reference of the decision."),
    decided_on: column.dayOrNull("The day of the decision."),
    decided_at: column.integerOrNull("The position of the decision in the log of the plan."),
    decided_by: column.textOrNull("The person or program that recorded the decision."),
    ...sourceColumns
  },
  rows: ({ history, id }) => {
    const { decided, requested } = decisions(history)
    const open = requested.map((each) => ({ ...each, outcome: null, grantedTo: null, decided: null }))
    const closed = decided.map((each) => ({ ...each, slip: { min: null, max: null }, decided: each }))
    return [...open, ...closed]
      .filter(({ activity }) => activity === id)
      .map((row) => ({
        position: row.position,
        ...activityFields(row, history),
        requested_on: row.requestedOn,
        ...dateFields("requested", row.requestedTo),
        reason: row.reason,
        requested_by: row.actor,
        requested_at: row.recordedAt,
        ...slipFields("slip", row.slip),
        outcome: row.outcome,
        ...dateFields("granted", row.grantedTo),
        decision: row.decided?.decision ?? null,
        decided_on: row.decided?.decidedOn ?? null,
        decided_at: row.decided?.decidedAt ?? null,
        decided_by: row.decided?.decidedBy ?? null,
        ...sourceFields(row.source)
      }))
  }
})
