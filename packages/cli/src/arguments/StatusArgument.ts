/**
 * A status from the words given: a name of Frist's in either language, or the words of a document.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import { delayed, inProgress, notStated, type Status } from "@frist/domain/Status"
import * as Effect from "effect/Effect"
import { wrongUsage } from "../failures/Failure.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"

const statuses: ReadonlyMap<string, Status> = new Map(
  Object.entries({
    "in progress": inProgress,
    "in-progress": inProgress,
    pågår: inProgress,
    delayed,
    försenat: delayed,
    "not stated": notStated,
    "not-stated": notStated,
    "ej angivet": notStated
  })
)

/**
 * Reads a status of an open activity. Wrong usage for words that are none, that say more than a status, or that close the
 * activity: those name the command that does.
 */
export const statusArgument = Effect.fnUntraced(function* (words: string, { text: { errors } }: CommandPhrases) {
  const named = statuses.get(comparable(words))
  if (named !== undefined) return named
  const { cell, codes, status } = yield* Effect.promise(() => readingOf(words))
  if (cell === "notBegun") return yield* wrongUsage(errors.notBegun(words))
  if (cell !== "status") return yield* wrongUsage(errors.notAStatus(words))
  if (status._tag === "Completed") return yield* wrongUsage(errors.meansCompleted(words))
  if (status._tag === "Discontinued") return yield* wrongUsage(errors.meansDiscontinued(words))
  return codes.length === 0 ? status : yield* wrongUsage(errors.notAStatus(words))
})

/** Reads the words as a status cell. The vocabulary of documents is imported on demand. */
const readingOf = async (words: string) => {
  const [{ readStatus }, { swedishHealthCare }] = await Promise.all([
    import("@frist/editions/reading/StatusReading"),
    import("@frist/editions/vocabulary/swedishHealthCare")
  ])
  return readStatus(words, swedishHealthCare)
}
