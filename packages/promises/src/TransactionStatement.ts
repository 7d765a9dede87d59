/**
 * The statements that a transaction takes: any but those that end it, which its function does by returning or throwing.
 */
import { FristError } from "./FristError.ts"

/** Returns the first words of a statement in lower case, at most three; comments, spaces and semicolons are skipped. */
const firstWords = (sql: string): ReadonlyArray<string> => {
  const words: Array<string> = []
  const word = /[a-z]+/iy
  let at = 0
  while (at < sql.length && words.length < 3) {
    if (/[\s;]/u.test(sql.charAt(at))) at += 1
    else if (sql.startsWith("--", at)) {
      while (at < sql.length && !/[\r\n]/u.test(sql.charAt(at))) at += 1
    } else if (sql.startsWith("/*", at)) at = afterComment(sql, at)
    else {
      word.lastIndex = at
      const [found] = word.exec(sql) ?? []
      if (found === undefined) break
      words.push(found.toLowerCase())
      at += found.length
    }
  }
  return words
}

/** Returns where a comment ends that begins here; comments nest. */
const afterComment = (sql: string, begin: number): number => {
  let depth = 0
  let at = begin
  do {
    if (sql.startsWith("/*", at)) depth += 1
    else if (sql.startsWith("*/", at)) depth -= 1
    else {
      at += 1
      continue
    }
    at += 2
  } while (depth > 0 && at < sql.length)
  return at
}

/** Returns whether the statement ends the transaction that it runs in; going back to a savepoint does not. */
const endsTransaction = (sql: string): boolean => {
  const [first, second, third] = firstWords(sql)
  switch (first) {
    case "abort":
    case "commit":
    case "end":
      return true
    case "prepare":
      return second === "transaction"
    case "rollback":
      return second !== "to" && third !== "to"
    default:
      return false
  }
}

/** Throws a `FristError` with code `invalid` for a call of `query` that cannot be taken. */
export const checkStatement = (sql: unknown, parameters: unknown): void => {
  if (typeof sql !== "string") throw new FristError("invalid", "The statement is not a string: give its SQL.")
  if (!Array.isArray(parameters)) throw new FristError("invalid", "The parameters are not an array: give one.")
  if (endsTransaction(sql)) {
    throw new FristError(
      "invalid",
      "The statement would end the transaction: return from its function to commit, and throw to roll back."
    )
  }
}
