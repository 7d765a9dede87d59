/**
 * How a command ends badly: one sentence for a person, and an exit code for a script.
 */
import * as Data from "effect/Data"

/** 1: refused, or findings of severity error. 2: wrong usage. 3: storage. */
export type ExitCode = 1 | 2 | 3

export class Failure extends Data.TaggedError("Failure")<{
  readonly exitCode: ExitCode
  readonly sentence: string
}> {
  override get message() {
    return this.sentence
  }
}

export const refused = (sentence: string) => new Failure({ exitCode: 1, sentence })
export const wrongUsage = (sentence: string) => new Failure({ exitCode: 2, sentence })
export const storage = (sentence: string) => new Failure({ exitCode: 3, sentence })
