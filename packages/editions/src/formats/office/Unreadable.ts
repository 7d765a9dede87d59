/**
 * The exception that stops the reading of a file with tables, and the words that cause it. The reader turns it into an `UnreadableDocument`.
 */
import * as Text from "@frist/domain/text/Text"
import type { HeadFound, Problem } from "../../UnreadableDocument.ts"

export class Unreadable extends Error {
  readonly problem: Problem
  readonly detail: string
  /** For a file without a table that is read: the row that looked most like a head. */
  readonly head: HeadFound | null

  constructor(problem: Problem, detail = "", head: HeadFound | null = null) {
    super(`${problem} ${detail}`)
    this.problem = problem
    this.detail = detail.slice(0, 400).toWellFormed()
    this.head = head
  }
}

/** Overrides of the writing direction, which make a text look like another. */
const overrides = /[\u202A-\u202E\u2066-\u2069]/u

/** Whether words cannot be kept, or look like others. */
export const isBadText = (words: string): boolean => Text.fault(words) !== undefined || overrides.test(words)

/** Returns words to be shown, with a sign in the place of what cannot be kept or seen. */
export const shownText = (words: string): string =>
  words.replace(/\0|[\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD").toWellFormed()

/** Throws `Unreadable` for words of a cell that cannot be kept, or that look like others. `where` is the place to name. */
export const refuseBadWords = (words: string | null, where: string): void => {
  if (words === null) return
  if (words.length > Text.maxLength) throw new Unreadable("cellTooLong", where)
  if (isBadText(words)) throw new Unreadable("badText", where)
}
