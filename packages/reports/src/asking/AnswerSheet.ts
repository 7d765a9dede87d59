/**
 * The sheet that asks one responsible: their rows with an empty cell for each answer, and the mark by which the answers are
 * known again. A value that the writers of Office files lay out.
 */
import type { Day } from "@frist/domain/Day"
import type { OfficeDocument, ReportCell, ReportColumn, ReportTable, Sentences, Tone } from "../Report.ts"
import { dayWords } from "../words/DateWords.ts"
import type { Phrases } from "../words/Phrases.ts"
import { type AskedRow, shownColumns } from "./AskedRows.ts"
import { askingTexts } from "./AskingTexts.ts"

/** What a sheet says: who asks whom about which rows, and its mark, a line each. */
interface SheetToWrite {
  readonly title: string
  readonly review: Day
  readonly answersBy: Day
  readonly askedBy: string
  readonly responsible: string | null
  readonly rows: ReadonlyArray<AskedRow>
  /** The rows that others answer too, and their names. */
  readonly shared: ReadonlyArray<{ readonly number: number; readonly others: ReadonlyArray<string> }>
  readonly mark: ReadonlyArray<string>
}

/** How a cell is filled in: what to write, and words to choose from. Other words may be written too. */
export interface CellPrompt {
  readonly words: string
  readonly choices: ReadonlyArray<string>
}

/**
 * A sheet as a document: its texts, the table to fill in, and the table of its mark. `prompts` are those of the columns of
 * answers, by key, and `tab` says on which sheet of a workbook they are.
 */
export interface AnswerSheet extends OfficeDocument {
  readonly prompts: ReadonlyMap<string, CellPrompt>
  readonly tab: string
  readonly how: Sentences
  readonly rows: ReportTable
  readonly mark: ReportTable
}

/** The columns of answers; `responsible` only where nobody is. */
export const answerColumns = ({ language }: Phrases): Readonly<Record<AnswerKey, ReportColumn>> => {
  const { heading } = askingTexts[language]
  return {
    status: { key: "answeredStatus", heading: heading.answeredStatus, kind: "text" },
    followUp: { key: "answeredFollowUp", heading: heading.answeredFollowUp, kind: "long" },
    newDeadline: { key: "answeredDeadline", heading: heading.answeredDeadline, kind: "text" },
    reason: { key: "answeredReason", heading: heading.answeredReason, kind: "text" },
    responsible: { key: "answeredResponsible", heading: heading.answeredResponsible, kind: "text" }
  }
}

/** Whether a column is for answers, by its key. */
export const isForAnswers = ({ key }: Pick<ReportColumn, "key">): boolean => key.startsWith("answered")

/** What is asked about a row. */
type AnswerKey = "status" | "followUp" | "newDeadline" | "reason" | "responsible"

/** Returns the sheet. Nothing in it is of a document's own columns, so that it is not taken for an edition. */
export const answerSheet = (asked: SheetToWrite, phrase: Phrases): AnswerSheet => {
  const texts = askingTexts[phrase.language]
  const columns = answerColumns(phrase)
  const { responsible, status, ...others } = columns
  const answers = [status, ...Object.values(others), ...(asked.responsible === null ? [responsible] : [])]
  const how: Sentences = {
    _tag: "Sentences",
    heading: null,
    list: true,
    sentences: [
      texts.how.where,
      texts.how.unchanged,
      texts.how.status,
      texts.how.deadline,
      texts.how.back(asked.askedBy),
      ...(asked.responsible === null ? [texts.noResponsible] : []),
      ...asked.shared.map(({ number, others: names }) => texts.how.shared(String(number), listOf(names, phrase)))
    ].map((text) => ({ lead: null, text }))
  }
  const rows = tableOf(
    texts.sheet.rows,
    [{ key: "number", heading: texts.heading.number, kind: "number" }, ...shownColumns(phrase), ...answers],
    asked.rows.map(({ number, shown }) => [String(number), ...shown, ...answers.map(() => "")]),
    texts.empty
  )
  const mark = tableOf(
    texts.sheet.mark,
    [{ key: "mark", heading: texts.mark, kind: "long" }],
    [[asked.mark.join(" ")]],
    texts.empty,
    "quiet"
  )
  return {
    language: phrase.language,
    heldOn: asked.review,
    title: asked.title,
    subtitle: texts.subtitle(asked.responsible, dayWords(asked.review, phrase)),
    lines: [texts.asked(asked.askedBy, dayWords(asked.answersBy, phrase))],
    sections: [
      { id: "how", heading: texts.sheet.how, blocks: [how] },
      { id: "rows", heading: texts.sheet.rows, blocks: [rows] },
      { id: "mark", heading: texts.sheet.mark, blocks: [mark] }
    ],
    how,
    rows,
    mark,
    prompts: new Map(
      (["status", "followUp", "newDeadline", "reason", "responsible"] as const).map((answer) => [
        columns[answer].key,
        { words: texts.prompt[answer], choices: answer === "status" ? texts.statuses : [] }
      ])
    ),
    tab: texts.how.tab(texts.sheet.rows)
  }
}

const listOf = (names: ReadonlyArray<string>, { language }: Phrases): string =>
  new Intl.ListFormat(language === "sv" ? "sv" : "en-GB", { type: "conjunction" }).format(names)

const tableOf = (
  caption: string,
  columns: ReadonlyArray<ReportColumn>,
  texts: ReadonlyArray<ReadonlyArray<string>>,
  empty: string,
  tone?: Tone
): ReportTable => ({
  _tag: "Table",
  id: columns[0]?.key ?? "",
  caption,
  asInSource: false,
  columns,
  rows: texts.map((row) => ({
    activity: null,
    mark: null,
    cells: row.map((text): ReportCell => (tone === undefined ? { text } : { text, tone }))
  })),
  empty
})
