/**
 * `frist import`: its arguments, and what it prints. The import itself is `@frist/editions/EditionImport`.
 */
import type { Day } from "@frist/domain/Day"
import { farFrom } from "./ReviewDays.ts"
import { jsonText } from "@frist/domain/text/InertText"
import { ActivityId } from "@frist/domain/Names"
import type { RowChoices } from "@frist/editions/matching/RowMatch"
import { type EditionOutcome, importEdition, proposeEdition } from "@frist/editions/EditionImport"
import type { ChoiceNotPossible, RowNotFound, RowNotNew } from "@frist/editions/matching/ChosenRows"
import { readRowAddress, rowAddress } from "@frist/editions/reading/RowAddress"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { columnArguments } from "./ColumnArguments.ts"
import { loggedNames } from "./LoggedNames.ts"
import { planForEdition, readEditionFile } from "./EditionFile.ts"
import { refused, wrongUsage } from "../failures/Failure.ts"
import { dayArgument, storable } from "../arguments/ArgumentValues.ts"
import { printColumns } from "./RunColumns.ts"
import { writeProposals } from "./ProposalsOnDisk.ts"
import { canvas, printBelow } from "../Output.ts"
import { importText } from "../terminal/import/ImportText.ts"
import { documentFailure } from "../files/UnreadableFile.ts"
import { readSession, type Session } from "../Session.ts"
import { keptTexts } from "../texts/KeptTexts.ts"
import { withLog, withLogIfAny } from "../SessionLog.ts"
import type { ImportView } from "./EditionViews.ts"

/** The arguments of the command, as given. */
interface ImportInput {
  readonly file: string
  readonly heldOn: Option.Option<string>
  readonly columns: boolean
  readonly column: ReadonlyArray<string>
  readonly sheet: ReadonlyArray<string>
  readonly title: Option.Option<string>
  readonly match: ReadonlyArray<string>
  readonly dryRun: boolean
  readonly propose: Option.Option<string>
}

/** Imports a document, or tries it, and prints the outcome; fails where rows were left out. */
export const runImport = Effect.fn(function* (input: ImportInput) {
  const { dryRun, file, match, propose: proposals } = input
  const session = yield* readSession
  const { errors, plural, outcomes } = session.phrase.text
  const choices = { columns: yield* columnArguments(input.column, session.phrase), sheets: input.sheet }
  if (input.columns) return yield* showColumns(file, session, choices)
  if (Option.isNone(input.heldOn)) return yield* wrongUsage(errors.noReviewDay)
  const heldOn = yield* dayArgument(input.heldOn.value, session.phrase)
  const stores = !dryRun && Option.isNone(proposals)
  if (stores && heldOn > session.today) return yield* wrongUsage(errors.reviewAhead(heldOn))
  const matches = yield* choicesIn(match, session.phrase)
  if (Option.isSome(input.title)) yield* storable(input.title.value, session.phrase)
  const title = Option.getOrUndefined(input.title)
  const { decided: columns, read } = yield* readEditionFile(file, session, choices)
  const edition = yield* Effect.mapError(Effect.fromResult(read), (error) => documentFailure(error, session.phrase))
  const asked = { edition, heldOn, title, matches, columns }
  const chosen = planForEdition(session, edition, title)
  const request = Effect.map(chosen, (plan) => ({ plan, ...asked }))
  const named = Effect.flatMap(chosen, loggedNames)
  const tried = Effect.gen(function* () {
    const proposed = yield* proposeEdition(yield* request)
    if (Option.isSome(proposals)) yield* writeProposals(proposals.value, proposed.file, session)
    return proposed
  })
  const recorded = Effect.flatMap(request, (of) => importEdition({ ...of, actor: session.actor }))
  const inWords = Effect.catchTags({
    RowNotFound: ({ row }: RowNotFound) => Effect.fail(wrongUsage(errors.noSuchRow(row))),
    ChoiceNotPossible: ({ activity, row }: ChoiceNotPossible) =>
      Effect.flatMap(named, (nameOf) => refused(errors.matchNotTaken(row, nameOf(activity)))),
    RowNotNew: ({ activity, row }: RowNotNew) =>
      Effect.flatMap(named, (nameOf) => refused(errors.matchNotNew(row, nameOf(activity))))
  })
  const outcome: EditionOutcome = yield* stores
    ? withLog(session, true, inWords(recorded))
    : withLogIfAny(session, inWords(tried))
  const { counts, events, plan, repeated, rowsLeftOut } = outcome
  if (session.format === "json") {
    const imported: ImportView = {
      view: "frist/import",
      version: 1,
      plan,
      heldOn,
      dryRun: !stores,
      repeated,
      events
    }
    yield* Console.log(jsonText(imported, 2))
  } else if (repeated || counts === null) {
    yield* Console.log(outcome.cellsKept ? keptTexts[session.phrase.language].cellsKept : outcomes.nothingNew)
  } else {
    const rows = outcomes.besides(outcomes.rows(counts), rowsLeftOut)
    const count = plural.events(events.length)
    yield* Console.log(stores ? outcomes.imported(rows, count, heldOn) : outcomes.wouldImport(rows, count, heldOn))
    if (Option.isSome(proposals)) yield* Console.log(outcomes.proposed(proposals.value))
    for (const notice of notices(outcome, { heldOn, title }, session.phrase)) yield* Console.log(notice)
    yield* printBelow(importText({ ...outcome, isRecorded: stores }, session.phrase, canvas()))
  }
  if (rowsLeftOut > 0) return yield* refused(outcomes.leftOut(rowsLeftOut))
})

/** Shows how the columns of a document are taken; fails for a document that has no table for another reason than its headings. */
const showColumns = Effect.fnUntraced(function* (
  file: string,
  session: Session,
  choices: Parameters<typeof readEditionFile>[2]
) {
  const { read } = yield* readEditionFile(file, session, choices)
  if (Result.isSuccess(read)) {
    return yield* printColumns(read.success.document, read.success.tables, null, session)
  }
  const { document, head } = read.failure
  if (head == null) return yield* documentFailure(read.failure, session.phrase)
  const tables = [{ name: head.sheet ?? "", kind: null, columns: head.columns }]
  yield* printColumns(document, tables, read.failure, session)
})

/** Reads what a person chose for rows: `klara:12=grona-korset`. */
const choicesIn = Effect.fnUntraced(function* (given: ReadonlyArray<string>, { text }: CommandPhrases) {
  const choices = new Map<string, ActivityId | "new">()
  for (const words of given) {
    const at = words.indexOf("=")
    const address = readRowAddress(words.slice(0, at))
    const to = words.slice(at + 1).trim()
    const activity = to === "new" || to === "ny" ? ("new" as const) : Option.getOrUndefined(asActivity(to))
    if (at === -1 || address === undefined || activity === undefined) {
      return yield* wrongUsage(text.errors.notAMatch(words))
    }
    choices.set(rowAddress(address), activity)
  }
  return choices satisfies RowChoices
})

const asActivity = Schema.decodeOption(ActivityId)

/** Notes possible mistakes: another day for a known file, an older edition, an ignored title. */
const notices = (
  { before: { reviews, title }, laterReview, notCompared, otherDay }: EditionOutcome,
  { heldOn, title: wanted }: { readonly heldOn: Day; readonly title: string | undefined },
  { language, text: { outcomes } }: CommandPhrases
): ReadonlyArray<string> => {
  const far = farFrom(heldOn, [...reviews, ...(laterReview === null ? [] : [laterReview])])
  return [
    ...(far === undefined ? [] : [outcomes.farReview(heldOn, far.nearest, far.days)]),
    ...(otherDay === null ? [] : [outcomes.otherDay(otherDay)]),
    ...(laterReview === null ? [] : [outcomes.backDated(laterReview)]),
    ...(notCompared.length === 0 ? [] : [keptTexts[language].notCompared(editionsNamed(notCompared, language))]),
    ...(title !== null && wanted !== undefined && wanted !== title ? [outcomes.titleKept(title)] : [])
  ]
}

/** The most editions that a notice names. */
const mostNamed = 5

const editionsNamed = (editions: EditionOutcome["notCompared"], language: CommandPhrases["language"]): string =>
  [
    ...editions.slice(0, mostNamed).map(({ document, heldOn }) => keptTexts[language].inEdition(document, heldOn)),
    ...(editions.length > mostNamed ? ["…"] : [])
  ].join(", ")
