/**
 * The editions of a plan, each with whether its cells are kept, and the one that a word names.
 */
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { refused } from "../failures/Failure.ts"
import type { KeptTexts } from "../texts/KeptTexts.ts"
import { type Listed, listedEditions } from "./ListedEditions.ts"

/** Returns the editions of a plan, by day. */
export const editionList = Effect.fnUntraced(function* (plan: PlanId, events: ReadonlyArray<RecordedEvent>) {
  const stored = new Set((yield* (yield* EventLog).editions(plan)).map(({ sha256 }) => sha256))
  return listedEditions(events, stored)
})

const named = (all: Iterable<Listed>) =>
  [...all]
    .slice(0, 12)
    .map(({ document, sha256 }) => `${document} ${sha256.slice(0, 12)}`)
    .join(", ")

/** Returns the kept edition that a document's name, or the beginning of its SHA-256, names; refused if none or several do. */
export const namedEdition = (words: string, listed: ReadonlyArray<Listed>, texts: KeptTexts) => {
  const kept = new Map(listed.filter(({ cells }) => cells !== "notKept").map((each) => [each.sha256, each]))
  const found = [...kept.values()].filter(
    ({ document, sha256 }) => document === words || (words.length >= 6 && sha256.startsWith(words.toLowerCase()))
  )
  const [only] = found
  if (only === undefined) return Effect.fail(refused(texts.noEdition(words, named(kept.values()))))
  return found.length > 1 ? Effect.fail(refused(texts.severalEditions(words, named(found)))) : Effect.succeed(only)
}
