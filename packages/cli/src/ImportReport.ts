/**
 * What an import tells a person: each finding with its table, row and column, and the words it was seen in.
 */
import type { NewEvent } from "@frist/domain"
import { findingsReport } from "@frist/documents"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { canvas } from "./Output.ts"
import type { Session } from "./Session.ts"

export const printFindings = (
  events: ReadonlyArray<Pick<NewEvent, "activity" | "event" | "source">>,
  { phrase }: Session
) => {
  const text = findingsReport(events, phrase, canvas())
  return text === "" ? Effect.void : Console.log(`\n${text}`)
}
