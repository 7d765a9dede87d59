/**
 * A follow-up document from a file, and the plan it belongs to.
 */
import { planIdOf } from "@frist/editions/DocumentName"
import type { Edition } from "@frist/editions/Edition"
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { basename } from "node:path"
import { wrongUsage } from "../Failure.ts"
import { readDocument } from "../files/DocumentFile.ts"
import { type Session } from "../Session.ts"
import { documentFailure } from "../files/UnreadableFile.ts"

/** Reads the edition in a file, whatever its name; loads only the reader that its content needs. */
export const readEditionFile = Effect.fnUntraced(function* (file: string, { phrase }: Session) {
  const bytes = yield* readDocument(file).pipe(Effect.mapError((error) => documentFailure(error, phrase)))
  const reader = yield* Effect.promise(() => import("@frist/editions/EditionReader"))
  return yield* reader
    .readEdition(basename(file), bytes)
    .pipe(Effect.mapError((error) => documentFailure(error, phrase)))
})

/** Returns the plan asked for, or the only one, or a new one named after the document. */
export const planForEdition = Effect.fnUntraced(function* ({ phrase, plan }: Session, { document }: Edition) {
  if (Option.isSome(plan)) return plan.value
  const log = yield* EventLog
  const plans = (yield* log.plans).map((each) => each.plan)
  if (plans.length > 1) return yield* wrongUsage(phrase.text.errors.whichPlan(plans.join(", ")))
  return plans[0] ?? planIdOf(document)
})

/** Counts an edition's rows: ongoing, completed, milestones. */
export const rowCounts = ({ tables }: Edition): readonly [number, number, number] => {
  const rows = (kind: string) =>
    tables.filter((table) => table.kind === kind).reduce((sum, table) => sum + table.rows.length, 0)
  return [rows("activities"), rows("completed"), rows("timeline")]
}
