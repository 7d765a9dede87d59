/**
 * What stops the reading of an office file from deep inside it. Becomes an `UnreadableDocument` at the reader's edge.
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
