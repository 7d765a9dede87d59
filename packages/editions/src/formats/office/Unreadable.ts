/**
 * The exception that stops the reading of an office file. The reader turns it into an `UnreadableDocument`.
 */
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
