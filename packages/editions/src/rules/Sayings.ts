/**
 * The sentences of a row's texts in which words of a vocabulary are said.
 */
import type { EditionColumn } from "../EditionColumn.ts"
import { anyOf, oncePer } from "../vocabulary/Patterns.ts"
import type { SayingWords } from "../vocabulary/sayings/SayingWords.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { WordPattern } from "../vocabulary/WordPattern.ts"
import type { SeenRow } from "./Rule.ts"
import { cellSentences } from "./Sentences.ts"

/** The columns that hold texts. */
export const textColumns = ["goal", "actions", "followUp"] as const satisfies ReadonlyArray<EditionColumn>

/** Returns a pattern of any of the words, whole. */
const wholeWords = (patterns: ReadonlyArray<WordPattern>): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.length === 0 ? "(?!)" : patterns.join("|")})(?![\\p{L}\\p{N}])`, "iu")

type Sayings = Readonly<
  Record<Exclude<keyof SayingWords, "afterPeriod" | "beforePeriod" | "periods">, RegExp> & {
    /** A month or a season as a time: `per september`, `senast den 30 juni`, `december månad`. */
    readonly period: RegExp
  }
>

/** Returns the patterns of what texts say, of all languages together. */
export const sayingsOf: (vocabulary: Vocabulary) => Sayings = oncePer(({ sayings }) => {
  const all = (kind: keyof SayingWords): RegExp => wholeWords(sayings.flatMap((own) => own[kind]))
  const period = sayings.map(({ afterPeriod, beforePeriod, periods }) => {
    const name = anyOf(periods)
    return `${anyOf(beforePeriod)} (?:den )?(?:\\d{1,2} )?${name}|${name} ${anyOf(afterPeriod)}`
  })
  return {
    period: wholeWords(period),
    yearSaid: all("yearSaid"),
    plansToStart: all("plansToStart"),
    startedOrNot: all("startedOrNot"),
    waits: all("waits"),
    waitsNot: all("waitsNot"),
    tied: all("tied"),
    tableBelow: all("tableBelow"),
    countsFrom: all("countsFrom"),
    beforeNumber: all("beforeNumber"),
    beforeAuthor: all("beforeAuthor")
  }
})

/** A sentence, and the column of its cell. `before` is the sentence before it in the cell. */
interface Said {
  readonly column: EditionColumn
  readonly words: string
  readonly before: string
}

/** Returns the sentences of some cells in which a pattern is said. Cells without it are not divided. */
export const saidIn = ({ row }: SeenRow, columns: ReadonlyArray<EditionColumn>, pattern: RegExp): ReadonlyArray<Said> =>
  columns.flatMap((column) => {
    const cell = row.cells[column]
    if (cell === null || !pattern.test(cell)) return []
    return cellSentences(cell).flatMap((words, at, all) =>
      pattern.test(words) ? [{ column, words, before: all[at - 1] ?? "" }] : []
    )
  })

/** Returns one remark for each column, of all its sentences together. */
export const byColumn = (said: ReadonlyArray<Said>): ReadonlyArray<Pick<Said, "column" | "words">> =>
  Array.from(
    Map.groupBy(said, ({ column }) => column),
    ([column, own]) => ({ column, words: own.map(({ words }) => words).join(" … ") })
  )
