/**
 * The exception that stops the reading of an office file. The reader turns it into an `UnreadableDocument`.
 */
import type { Problem } from "../../UnreadableDocument.ts"

export class Unreadable extends Error {
  readonly problem: Problem
  readonly detail: string

  constructor(problem: Problem, detail = "") {
    super(`${problem} ${detail}`)
    this.problem = problem
    this.detail = detail.slice(0, 80).toWellFormed()
  }
}
