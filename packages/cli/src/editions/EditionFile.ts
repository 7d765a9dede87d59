/**
 * A follow-up document from a file, and the plan it belongs to.
 */
import { planIdOf } from "@frist/editions/DocumentName"
import type { Edition, TakenColumn } from "@frist/editions/Edition"
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { basename } from "node:path"
import { headingKey } from "@frist/domain/plan/ColumnHeading"
import { planAt } from "@frist/domain/plan/Plan"
import { columnsOf, type ColumnDecision } from "@frist/editions/ReadingOptions"
import type { UnreadableDocument } from "@frist/editions/UnreadableDocument"
import * as Result from "effect/Result"
import { type Failure, wrongUsage } from "../failures/Failure.ts"
import { withLogIfAny } from "../SessionLog.ts"
import { asWritten, ofOneMeaning } from "./ColumnArguments.ts"
import { columnWords } from "@frist/reports/words/ColumnWords"
import { readDocument } from "../files/DocumentFile.ts"
import { planIdFrom } from "../arguments/PlanTitle.ts"
import { type Session } from "../Session.ts"
import { documentFailure } from "../files/UnreadableFile.ts"

/** A person's choices of what to read in a document. */
interface Choices {
  readonly columns: ReadonlyArray<ColumnDecision>
  readonly sheets: ReadonlyArray<string>
}

/** A document as read, or the reason why it is not, with the decisions on headings as the document writes them. */
interface FileRead {
  readonly read: Result.Result<Edition, UnreadableDocument>
  readonly decided: ReadonlyArray<ColumnDecision>
}

/**
 * Reads the edition in a file, whatever its name, by the decisions that its plan keeps and those that are given; loads
 * only the reader that its content needs. Wrong usage if a heading that is given is in no table.
 */
export const readEditionFile = Effect.fnUntraced(function* (
  file: string,
  session: Session,
  { columns: given, sheets }: Choices
): Effect.fn.Return<FileRead, Failure> {
  const { phrase } = session
  const bytes = yield* readDocument(file).pipe(Effect.mapError((error) => documentFailure(error, phrase)))
  const document = basename(file)
  const kept = yield* withLogIfAny(session, keptDecisions(session, document))
  const reader = yield* Effect.promise(() => import("@frist/editions/EditionReader"))
  const columnsBy = (decisions: ReadonlyArray<ColumnDecision>) =>
    new Map([...kept, ...decisions.map(({ column, heading }) => [headingKey(heading), column] as const)])
  const readBy = Effect.fnUntraced(function* (decisions: ReadonlyArray<ColumnDecision>) {
    const columns = columnsBy(decisions)
    const read = yield* Effect.result(reader.readEdition(document, bytes, { columns, sheets }))
    const same = ofOneMeaning(tablesIn(read), columns)
    if (same === undefined) return read
    const [first, second] = [same.first, same.second].map((each) => each.replace(/\s+/gu, " ").trim().slice(0, 200))
    const shown = columnWords(same.column, phrase.text)
    return yield* wrongUsage(
      phrase.text.errors.columnsOfOneMeaning((first ?? "").toWellFormed(), (second ?? "").toWellFormed(), shown)
    )
  })
  const read = yield* readBy(given)
  if (given.length === 0) return { read, decided: [] }
  const headings = headingsIn(read)
  const decided = asWritten(given, headings)
  const missing = decided.find(({ isFound }) => !isFound)
  // What is wrong with the file comes first, where it has no headings at all.
  if (missing !== undefined && headings.length > 0) {
    const found = headings.slice(0, 40).map((heading) => heading.replace(/\s+/gu, " ").slice(0, 60))
    return yield* wrongUsage(phrase.text.errors.noSuchHeading(missing.heading, found.join(", ").toWellFormed()))
  }
  const isAsGiven = decided.every(({ heading }, i) => headingKey(heading) === headingKey(given[i]?.heading ?? ""))
  return {
    read: isAsGiven ? read : yield* readBy(decided),
    decided: decided.map(({ column, heading }) => ({ column, heading }))
  }
})

/** The columns of each table that was looked at. */
const tablesIn = (read: FileRead["read"]): ReadonlyArray<ReadonlyArray<TakenColumn>> =>
  Result.isSuccess(read) ? read.success.tables.map(({ columns }) => columns) : [read.failure.head?.columns ?? []]

/** The headings that were looked at, each once. */
const headingsIn = (read: FileRead["read"]): ReadonlyArray<string> => [
  ...new Set(tablesIn(read).flatMap((columns) => columns.map(({ heading }) => heading)))
]

const keptDecisions = Effect.fnUntraced(function* (session: Session, document: string) {
  const log = yield* EventLog
  return columnsOf(planAt(yield* log.read(yield* planForEdition(session, { document }))))
})

/** Returns the plan asked for, or the only one, or a new one named after its title, or else after the document. */
export const planForEdition = Effect.fnUntraced(function* (
  { phrase, plan }: Session,
  { document }: Pick<Edition, "document">,
  title?: string
) {
  if (Option.isSome(plan)) return plan.value
  const log = yield* EventLog
  const plans = (yield* log.plans).map((each) => each.plan)
  if (plans.length > 1) return yield* wrongUsage(phrase.text.errors.whichPlan(plans.join(", ")))
  const titled = title === undefined ? undefined : Option.getOrUndefined(planIdFrom(title))
  return plans[0] ?? titled ?? planIdOf(document)
})
