/**
 * `frist ask --status`: who has answered. Reads the folder only, and no database.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { readAnswers } from "@frist/editions/answers/AnswerProposals"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { canvas, printBelow } from "../Output.ts"
import type { Session } from "../Session.ts"
import { notReadText } from "../terminal/asking/GatheredText.ts"
import { table } from "../terminal/TerminalTable.ts"
import { askTexts } from "../texts/AskTexts.ts"
import { answeredIn, answeredSheets } from "./AnsweredSheets.ts"
import { readAskFolder } from "./AskFolder.ts"
import { askStatusView } from "./AskViews.ts"

/** Shows the rows that each responsible has answered; first those who have answered none. */
export const runAskStatus = Effect.fn("runAskStatus")(function* (folder: string, session: Session) {
  const { phrase } = session
  const { ask, files } = yield* readAskFolder(folder, session)
  const read = yield* readAnswers(ask, files)
  if (session.format === "json") return yield* Console.log(jsonText(askStatusView(ask, read), 2))
  const { allAnswered, answeredNone, answeredSome, heading, missing, nobody } = askTexts[phrase.language]
  const rows = ask.sheets
    .map((sheet) => ({ sheet, ...answeredIn(read, sheet) }))
    .sort((a, b) => Math.min(a.answered, 1) - Math.min(b.answered, 1))
    .map(({ answered, documents, sheet }) => [
      sheet.responsible ?? nobody,
      answered === 0 ? answeredNone(sheet.rows.length) : answeredSome(answered, sheet.rows.length),
      documents.join("\n")
    ])
  const columns = [
    { heading: heading.responsible, least: 20 },
    { heading: heading.answered, least: 9 },
    { heading: heading.files, least: 20 }
  ]
  const left = ask.sheets.length - answeredSheets(ask, read)
  yield* Console.log(table(columns, rows, canvas()))
  yield* Console.log(`\n${left === 0 ? allAnswered : missing(left, ask.sheets.length)}`)
  yield* printBelow(notReadText(read.notRead, phrase, canvas()))
})
