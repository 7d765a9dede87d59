/**
 * A file of names that are of one responsible: a line for each, its names parted by `=`, the first as sheets show it.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import * as Effect from "effect/Effect"
import { refused } from "../failures/Failure.ts"
import { bytesUpTo } from "../files/FileBytes.ts"
import type { Session } from "../Session.ts"
import { askTexts } from "../texts/AskTexts.ts"

/** The largest file of names, in bytes. */
const most = 1_048_576

/** Reads a file of names: the name that each other is written as. Refused where a line is no list, or a name has two. */
export const readNames = Effect.fnUntraced(function* (file: string, { phrase }: Session) {
  const texts = askTexts[phrase.language]
  const bytes = yield* bytesUpTo(file, { most, expected: 4096 }).pipe(
    Effect.mapError(({ problem }) => refused(phrase.text.problems[problem](file, "")))
  )
  if (bytes === undefined) return yield* refused(phrase.text.problems.tooLarge(file, "1 MB"))
  const names = new Map<string, string>()
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/u)
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue
    const [first = "", ...others] = line.split("=").map((name) => name.replace(/\s+/gu, " ").trim())
    if (others.length === 0 || [first, ...others].some((name) => comparable(name) === ""))
      return yield* refused(texts.noNames(file, at + 1))
    for (const name of new Set([first, ...others].map(comparable))) {
      if (names.has(name)) return yield* refused(texts.nameTwice(file, at + 1, name))
      names.set(name, first)
    }
  }
  return names
})
