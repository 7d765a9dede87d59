/**
 * The failure of a command: one sentence for a person, with lines of detail where it needs them, and an exit code for a
 * script.
 */
import * as Data from "effect/Data"

/** 1: refused, or findings of severity error. 2: wrong usage. 3: storage. 4: nothing failed, and not all was examined. */
type ExitCode = 1 | 2 | 3 | 4

/** The failure of a command. */
export class Failure extends Data.TaggedError("Failure")<{
  readonly exitCode: ExitCode
  readonly sentence: string
  /** Lines below the sentence. */
  readonly details?: ReadonlyArray<string>
}> {
  override get message() {
    return this.sentence
  }
}

/** Fails a command that is understood but not carried out. */
export const refused = (sentence: string, details: ReadonlyArray<string> = []) =>
  new Failure({ exitCode: 1, sentence, details })
/** Fails a command that cannot be carried out as written. */
export const wrongUsage = (sentence: string, details: ReadonlyArray<string> = []) =>
  new Failure({ exitCode: 2, sentence, details })
/** Fails a command because of its database. */
export const storage = (sentence: string) => new Failure({ exitCode: 3, sentence })
/** Fails a command that found nothing wrong, and could not examine everything. */
export const notExamined = (sentence: string) => new Failure({ exitCode: 4, sentence })
