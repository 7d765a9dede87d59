/**
 * The failure of reading a file, with its sentence.
 */
import { UnreadableDocument, type Problem } from "@frist/editions/UnreadableDocument"
import { basename } from "node:path"
import { type Failure, refused, wrongUsage } from "../failures/Failure.ts"
import { headLines } from "../terminal/import/ColumnsText.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"

/** Returns the name of a file for messages. */
export const nameOf = (file: string): string => basename(file) || file

/** Returns the error for a file that cannot be read. `cause` is the error of the file system. */
export const unreadableFile = (file: string, cause: unknown): UnreadableDocument =>
  cause instanceof UnreadableDocument
    ? cause
    : new UnreadableDocument({ document: nameOf(file), problem: problemOf(cause), detail: "" })

const problemOf = (error: unknown): Problem => {
  const code = error instanceof Error && "code" in error ? error.code : undefined
  return code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG"
    ? "missing"
    : code === "EISDIR"
      ? "directory"
      : "forbidden"
}

/** Problems of what was asked for: the path is not that of a file, or the file has no such sheet. */
const isUsage: ReadonlySet<Problem> = new Set(["missing", "directory", "noSuchSheet"])

/** Returns the failure for a document that cannot be read: wrong usage if what was asked for does not exist. */
export const documentFailure = (error: UnreadableDocument, phrase: CommandPhrases): Failure => {
  const { detail, document, head, problem } = error
  const sentence = phrase.text.problems[problem](document, head == null ? detail : "")
  return (isUsage.has(problem) ? wrongUsage : refused)(sentence, headLines(head, phrase))
}
