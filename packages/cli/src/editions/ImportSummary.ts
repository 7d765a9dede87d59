/**
 * The summary of an import: what the edition changes, and each finding with its table, row and column.
 */
import type * as Plan from "@frist/domain/Plan"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { changesReport } from "../terminal/ChangesReport.ts"
import { findingsReport } from "../terminal/FindingsReport.ts"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { canvas } from "../Output.ts"
import type { Session } from "../Session.ts"

/** Prints the findings, and the changes to a plan that existed: in a new plan everything is new. */
export const printEdition = (events: ReadonlyArray<NewEvent>, before: Plan.Plan, { phrase }: Session) => {
  const parts = [
    before.title === null ? "" : changesReport(events, before, phrase, canvas()),
    findingsReport(events, before, phrase, canvas())
  ].filter((part) => part !== "")
  return parts.length === 0 ? Effect.void : Console.log(`\n${parts.join("\n\n")}`)
}
