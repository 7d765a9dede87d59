/**
 * A cell with a line for each part that was completed, each with its date: `Klart 2022-10-01 - besked`.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { FindingCode } from "../../Irregularity.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { doneDate } from "./DoneDate.ts"
import { hasDenial, isStage, meaningOfPhrase } from "./StatusPhrases.ts"
import { splitsOf, statusText, withoutStop } from "./StatusText.ts"

/** A part of a row that was completed on a day of its own. */
export interface CompletedPart {
  readonly name: string
  readonly on: PlannedDate
  readonly oddities: ReadonlyArray<FindingCode>
}

/** The most lines of a cell, and the longest line and name. */
const mostLines = 20
const longestLine = 120
const longestName = 60

/** Returns the parts of a cell of several lines; `null` unless every line is a part that was completed. */
export const completedParts = (words: string, vocabulary: Vocabulary): ReadonlyArray<CompletedPart> | null => {
  if (words.length > mostLines * longestLine) return null
  const lines = words.split(/\r\n|[\r\n]/u).map(statusText)
  const filled = lines.filter((line) => line !== "")
  if (filled.length < 2 || filled.length > mostLines) return null
  const parts: Array<CompletedPart> = []
  for (const line of filled) {
    const part = line.length > longestLine ? null : partOf(withoutStop(line), vocabulary)
    if (part === null) return null
    parts.push(part)
  }
  const names = new Set(parts.map(({ name }) => name.toLowerCase()))
  return names.size === parts.length ? parts : null
}

/**
 * Returns the parts of a cell that each is one of `names`, which may share a line: `Ögon klart 2021-06-01, Hud klart
 * 2022-01-01`. None if any of the words is about something else.
 */
export const namedCompletions = (
  words: string,
  names: ReadonlySet<string>,
  vocabulary: Vocabulary
): ReadonlyArray<CompletedPart> => {
  if (words.length > mostLines * longestLine) return []
  const pieces = words
    .split(/[\r\n,;]/u)
    .map(statusText)
    .filter((piece) => piece !== "")
  const parts = pieces.flatMap((piece) => {
    const part = piece.length > longestLine ? null : partOf(withoutStop(piece), vocabulary)
    return part !== null && names.has(comparable(part.name)) ? [part] : []
  })
  const own = new Set(parts.map(({ name }) => comparable(name)))
  return own.size === pieces.length ? parts : []
}

/** Reads `done DATE - name` and `name: done DATE`. */
const partOf = (line: string, vocabulary: Vocabulary): CompletedPart | null => {
  for (const { left, right } of splitsOf(line)) {
    if (meaningOfPhrase(left, vocabulary) === "completed") {
      for (const { left: date, right: name } of splitsOf(right)) {
        const part = named(left, date, name, vocabulary)
        if (part !== null) return part
      }
    } else if (isName(left, vocabulary)) {
      for (const { left: done, right: date } of splitsOf(right)) {
        if (meaningOfPhrase(done, vocabulary) !== "completed") continue
        const part = named(done, date, left, vocabulary)
        if (part !== null) return part
      }
    }
  }
  return null
}

const named = (done: string, date: string, name: string, vocabulary: Vocabulary): CompletedPart | null => {
  if (!isName(name, vocabulary)) return null
  const reading = doneDate(date, vocabulary, done)
  return reading === null ? null : { name, on: reading.date, oddities: reading.oddities }
}

/** Whether words can only name a part: letters alone, none of which are a status, deny or limit. */
const isName = (words: string, vocabulary: Vocabulary): boolean =>
  words.length <= longestName &&
  /^\p{L}[\p{L} '&/-]*$/u.test(words) &&
  !hasDenial(words, vocabulary) &&
  !isStage(words, vocabulary) &&
  words.split(/[ /-]+/u).every((word) => meaningOfPhrase(word, vocabulary) === undefined)
