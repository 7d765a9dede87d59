/**
 * What became of gathered answers, as text for a terminal: those that differ, those that are not understood, and what is not
 * read.
 */
import type { ReadFolder } from "@frist/editions/answers/AnswerProposals"
import type { AskFile } from "@frist/editions/answers/AskFile"
import type { GatheredAnswers } from "@frist/editions/answers/GatheredAnswers"
import type { Plan } from "@frist/domain/plan/Plan"
import { UnreadableDocument } from "@frist/editions/UnreadableDocument"
import { excerpt } from "@frist/reports/words/Phrases"
import { givenDate } from "@frist/domain/dates/GivenDate"
import * as Result from "effect/Result"
import { askTexts } from "../../texts/AskTexts.ts"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { namesIn } from "../ActivityName.ts"
import { eventWords } from "../EventWords.ts"
import { type Canvas, paragraph, table, type TerminalCell } from "../TerminalTable.ts"

/** Gathered answers, with the plan before them, what was asked, and the files that are not read. */
interface Gathered extends GatheredAnswers {
  readonly before: Plan
  readonly ask: AskFile
  readonly notRead: ReadFolder["notRead"]
}

/** The longest words of an answer that are shown. */
const longest = 160

/** Returns the number of answers that are not proposed. */
export const leftOutOf = ({ closed, differing, doubtful, strays }: GatheredAnswers): number =>
  closed.length + differing.length + doubtful.length + strays.length

/** Returns a list for each thing that a person has to see; an empty string where there is none. */
export const gatheredText = (gathered: Gathered, phrase: CommandPhrases, canvas: Canvas): string => {
  const { ask, before, changedSince, closed, differing, doubtful, early, overwritten, strays, unchanged } = gathered
  const texts = askTexts[phrase.language]
  const { heading } = texts
  const nameOf = namesIn(before)
  const quoted = (words: string) => phrase.text.report.quoted(excerpt(words.replace(/\s+/gu, " ").trim(), longest))
  const said = (document: string, words: string) => `${quoted(words)} (${document})`
  const rowOf = ({ activity, number }: { readonly activity: string; readonly number: number }) =>
    `${number} ${nameOf(activity)}`
  const list = (title: string, headings: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<TerminalCell>>) =>
    rows.length === 0
      ? ""
      : `${paragraph(title, "bold", canvas)}\n${table(
          headings.map((each) => ({ heading: each, least: 12 })),
          rows,
          canvas
        )}`
  return [
    list(
      texts.differing,
      [heading.row, heading.asked, heading.answers],
      differing.map((each) => [
        rowOf(each),
        ask.headings[each.column],
        each.answers.map(({ document, words }) => ({ text: said(document, words) }))
      ])
    ),
    list(
      texts.doubtful,
      [heading.row, heading.asked, heading.answers, heading.why],
      doubtful.map((each) => [
        rowOf(each),
        ask.headings[each.column],
        said(each.document, each.words),
        doubtWords(each, ask, phrase)
      ])
    ),
    list(
      texts.closed,
      [heading.row, heading.answers],
      closed.map((each) => [rowOf(each), said(each.document, each.words)])
    ),
    list(
      texts.early,
      [heading.row, heading.answers, heading.why],
      early.map((each) => [rowOf(each), said(each.document, each.words), texts.earlier[each.why](each.than)])
    ),
    list(
      texts.changedSince,
      [heading.row, heading.changes],
      changedSince.map((each) => [
        rowOf(each),
        each.records.flatMap(({ effectiveOn, event }) =>
          event === null
            ? []
            : [
                {
                  text: excerpt(
                    `${effectiveOn} ${phrase.text.event[event._tag]} ${eventWords(event, nameOf, phrase)}`,
                    longest
                  )
                }
              ]
        )
      ])
    ),
    list(
      texts.overwritten,
      [heading.row, heading.asked, heading.answers],
      overwritten.map(({ document, heading: column, number, words }) => [
        String(number),
        column,
        words.trim() === "" ? `${texts.emptied} (${document})` : said(document, words)
      ])
    ),
    list(
      texts.strays,
      [heading.row, heading.answers, heading.why],
      strays.map(({ document, number, why, words }) => [String(number ?? ""), said(document, words), texts.stray[why]])
    ),
    list(
      texts.unchanged,
      [heading.answers, heading.asked, heading.rows],
      Array.from(
        Map.groupBy(unchanged, ({ column, words }) => `${column} ${words.toLowerCase()}`).values(),
        ([first, ...others]) =>
          first === undefined
            ? []
            : [
                quoted(first.words),
                ask.headings[first.column],
                [first, ...others].map(({ number }) => number).join(", ")
              ]
      )
    ),
    notReadText(gathered.notRead, phrase, canvas)
  ]
    .filter((part) => part !== "")
    .join("\n\n")
}

/** Says why an answer is not understood, and what to write: of a date, the sentence of every date that is given. */
const doubtWords = (
  { column, doubt, words }: GatheredAnswers["doubtful"][number],
  { headings }: AskFile,
  phrase: CommandPhrases
): string => {
  const texts = askTexts[phrase.language].doubt
  switch (doubt) {
    case "isStatus":
      return texts.isStatus(headings.status)
    case "isDate":
      return texts.isDate(headings.newDeadline)
    case "bareYes":
    case "CompletionAhead":
    case "dateOfClosed":
    case "mayBeOfActivity":
    case "notKnown":
    case "reasonWithoutDate":
    case "refersElsewhere":
    case "StatusInOtherWords":
      return texts[doubt]
  }
  const date = column === "newDeadline" ? givenDate(excerpt(words, longest), phrase.text.errors) : null
  return date === null ? texts.status : Result.isFailure(date) ? date.failure : texts.date
}

/** Returns a line for each file of the folder that is not read. */
export const notReadText = (notRead: ReadFolder["notRead"], phrase: CommandPhrases, canvas: Canvas): string => {
  if (notRead.length === 0) return ""
  const texts = askTexts[phrase.language]
  const lines = notRead.map((each) =>
    each instanceof UnreadableDocument
      ? phrase.text.problems[each.problem](each.document, each.detail)
      : `${each.document} ${texts.problem[each.problem](each.detail)}.`
  )
  return [paragraph(texts.notRead, "bold", canvas), ...lines.map((line) => paragraph(line, "plain", canvas))].join("\n")
}
