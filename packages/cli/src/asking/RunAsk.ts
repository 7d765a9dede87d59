/**
 * `frist ask`: writes a sheet for each responsible, or shows who would be asked.
 */
import { rootText } from "@frist/evidence/checkpoints/Checkpoint"
import type { Day } from "@frist/domain/Day"
import type { AskFile } from "@frist/editions/answers/AskFile"
import { markOf } from "@frist/editions/answers/AskMark"
import { sheetWords } from "@frist/editions/answers/SheetWords"
import { fillsIn, wordsOutside } from "@frist/editions/answers/WordsOutside"
import { EvidenceBroken } from "@frist/evidence/StoredEvent"
import { History } from "@frist/projections/History"
import { rowsByResponsible } from "@frist/projections/rows/RowsByResponsible"
import { answerColumns, answerSheet } from "@frist/reports/asking/AnswerSheet"
import { type SheetFormat, writeAnswerSheet } from "@frist/reports/asking/AnswerSheetFile"
import { type AskedRow, askedRows, shownColumns } from "@frist/reports/asking/AskedRows"
import { askingTexts } from "@frist/reports/asking/AskingTexts"
import { verifiedLog } from "@frist/store/evidence/VerifiedLog"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { randomBytes } from "node:crypto"
import { dayArgument, optionalDay } from "../arguments/ArgumentValues.ts"
import { chosenPlan } from "../arguments/ChosenPlan.ts"
import { evidenceFailure } from "../copy/CopyFailure.ts"
import { wrongUsage } from "../failures/Failure.ts"
import { canvas } from "../Output.ts"
import { frist } from "../RootCommand.ts"
import { type Session, sessionOf } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import { askTexts } from "../texts/AskTexts.ts"
import { copyTexts } from "../texts/CopyTexts.ts"
import { table } from "../terminal/TerminalTable.ts"
import { writeAskFolder } from "./AskFolder.ts"
import { readNames } from "./NamesFile.ts"
import { runAskStatus } from "./RunAskStatus.ts"
import { sheetFileNames } from "./SheetFileNames.ts"

/** The arguments of the command, as given. */
interface AskInput {
  readonly folder: Option.Option<string>
  readonly review: Option.Option<string>
  readonly by: "responsible"
  readonly answersBy: Option.Option<string>
  readonly out: Option.Option<string>
  readonly status: boolean
  readonly names: Option.Option<string>
}

/** Writes the sheets, shows who would be asked, or shows who has answered. */
export const runAsk = Effect.fn("runAsk")(function* (input: AskInput) {
  const flags = yield* frist
  const session = yield* sessionOf(flags, "text")
  const { phrase } = session
  const texts = askTexts[phrase.language]
  const folder = Option.getOrUndefined(Option.orElse(input.out, () => input.folder))
  if (input.status)
    return yield* runAskStatus(folder ?? ".", flags.format === "json" ? yield* sessionOf(flags, "json") : session)
  const format = flags.format === "text" ? "docx" : flags.format
  if (format !== "docx" && format !== "xlsx") return yield* wrongUsage(texts.onlySheets(format))
  const review = yield* optionalDay(input.review, phrase)
  if (folder !== undefined && review === undefined) return yield* wrongUsage(texts.needsReview)
  const answersBy = Option.isNone(input.answersBy) ? review : yield* dayArgument(input.answersBy.value, phrase)
  const names = Option.isNone(input.names) ? noNames : yield* readNames(input.names.value, session)
  const asked = yield* withLog(session, false, askedPlan(session))
  const groups = rowsByResponsible(asked.rows, names)
  if (groups.length === 0) return yield* Console.log(texts.nothingToAsk)
  if (folder === undefined || review === undefined || answersBy === undefined) {
    yield* Console.log(whoIsAsked(groups, session))
    return yield* Console.log(`\n${texts.preview(groups.length, asked.rows.length)}`)
  }
  const files = sheetFileNames(
    groups.map(({ responsible }) => responsible),
    { review, format, words: texts }
  )
  const ask = askOf(asked, { review, answersBy, files, groups }, session)
  const written = yield* Effect.forEach(ask.sheets, (sheet, at) =>
    Effect.gen(function* () {
      const bytes = yield* Effect.promise(() => sheetBytes(ask, at, { ...asked, groups }, format, session))
      const file = { document: sheet.file, bytes }
      // Read as it is read when it comes back.
      const words = yield* Effect.orDie(sheetWords(file))
      return { file, sheet: { ...sheet, texts: wordsOutside(words, ask), fills: fillsIn(words) } }
    })
  )
  const sheets = written.map(({ file }) => file)
  yield* writeAskFolder(folder, { ask: { ...ask, sheets: written.map(({ sheet }) => sheet) }, sheets }, session)
  if (answersBy < session.today) yield* Console.error(texts.answersPast(answersBy))
  yield* Console.log(texts.written(sheets.length, asked.rows.length, folder))
  const shared = asked.rows.filter((row) => groups.filter(({ rows }) => rows.includes(row)).length > 1)
  if (shared.length > 0) yield* Console.log(texts.sharedRows(shared.length))
  const unassigned = groups.find(({ responsible }) => responsible === null)
  if (unassigned !== undefined) yield* Console.log(texts.unassigned(unassigned.rows.length, files.at(-1) ?? ""))
})

const noNames: ReadonlyMap<string, string> = new Map()

type Group = ReturnType<typeof rowsByResponsible<AskedRow>>[number]

/** What is asked about: the rows of a plan, and the checkpoint of its log. */
interface AskedPlan {
  readonly id: AskFile["plan"]
  readonly title: string
  readonly rows: ReadonlyArray<AskedRow>
  readonly log: AskFile["log"]
}

/** Reads the open rows of the chosen plan; refused if its log fails verification. */
const askedPlan = Effect.fnUntraced(function* (session: Session) {
  const { phrase, times } = session
  const { plan: id } = yield* chosenPlan(session)
  const texts = copyTexts[phrase.language]
  const { checkpoint, events } = yield* verifiedLog(id, times.knownAt).pipe(
    Effect.mapError((error) =>
      error instanceof EvidenceBroken ? evidenceFailure(error, texts.inLog(error.position), texts) : error
    )
  )
  const history = History.of(events, times)
  const log = { size: checkpoint.size, root: rootText(checkpoint.root) }
  return { id, title: history.plan.title ?? id, rows: askedRows(history, phrase), log } satisfies AskedPlan
})

const askOf = (
  { id, log, rows }: AskedPlan,
  {
    answersBy,
    files,
    groups,
    review
  }: {
    readonly review: Day
    readonly answersBy: Day
    readonly files: ReadonlyArray<string>
    readonly groups: ReadonlyArray<Group>
  },
  { actor, phrase, today }: Session
): AskFile => {
  const answers = answerColumns(phrase)
  const { heading } = askingTexts[phrase.language]
  return {
    format: "frist/ask",
    version: 1,
    plan: id,
    review,
    answersBy,
    askedBy: actor,
    askedOn: today,
    table: askTexts[phrase.language].table(review),
    log,
    headings: {
      number: heading.number,
      shown: shownColumns(phrase).map((column) => column.heading),
      status: answers.status.heading,
      followUp: answers.followUp.heading,
      newDeadline: answers.newDeadline.heading,
      reason: answers.reason.heading,
      responsible: answers.responsible.heading
    },
    rows: rows.map(({ activity, number, shown }) => ({ number, activity, shown })),
    sheets: groups.map((group, at) => ({
      key: randomBytes(16).toString("hex"),
      file: files[at] ?? "",
      responsible: group.responsible,
      rows: group.rows.map(({ number }) => number)
    }))
  }
}

const sheetBytes = (
  ask: AskFile,
  at: number,
  { groups, title }: { readonly title: string; readonly groups: ReadonlyArray<Group> },
  format: SheetFormat,
  { phrase }: Session
): Promise<Uint8Array> => {
  const { responsible, rows } = groups[at] ?? { responsible: null, rows: [] }
  const sheet = ask.sheets[at] ?? { key: "", rows: [] }
  const shared = rows.flatMap((row) => {
    const others = groups.flatMap((group, n) => (n !== at && group.rows.includes(row) ? [group.responsible ?? ""] : []))
    return others.length === 0 ? [] : [{ number: row.number, others }]
  })
  const { answersBy, askedBy, review } = ask
  const written = { title, review, answersBy, askedBy, responsible, rows, shared, mark: markOf(ask, sheet) }
  return writeAnswerSheet(format, answerSheet(written, phrase))
}

const whoIsAsked = (groups: ReadonlyArray<Group>, { phrase }: Session): string => {
  const { heading, nobody } = askTexts[phrase.language]
  return table(
    [
      { heading: heading.responsible, least: 20 },
      { heading: heading.rows, least: 6 }
    ],
    groups.map(({ responsible, rows }) => [
      responsible ?? nobody,
      `${rows.length} (${rows.map(({ number }) => number).join(", ")})`
    ]),
    canvas()
  )
}
