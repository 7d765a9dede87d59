/**
 * The editions of a plan, each with whether its cells are kept, and the one that a word names.
 */
import { keptEditionsIn } from "@frist/domain/KeptEditions"
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { recordedEditions } from "@frist/editions/changes/LaterEditions"
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { refused } from "../Failure.ts"
import type { EditionsView } from "../JsonViews.ts"
import type { KeptTexts } from "../texts/KeptTexts.ts"

type Listed = EditionsView["editions"][number]

/** Returns the editions of a plan, by day. */
export const editionList = Effect.fnUntraced(function* (plan: PlanId, events: ReadonlyArray<RecordedEvent>) {
  const known = keptEditionsIn(events)
  const stored = new Set((yield* (yield* EventLog).editions(plan)).map(({ sha256 }) => sha256))
  return recordedEditions(events).map(({ heldOn, source: { document, sha256 } }): Listed => {
    const state = known.get(sha256)
    const erasures = (state?.erasures ?? []).map(({ cells, decision }) => ({ decision, cells }))
    const cells: Listed["cells"] =
      state === undefined
        ? "notKept"
        : state.content === null
          ? "erased"
          : !stored.has(sha256)
            ? "missing"
            : erasures.length > 0
              ? "partlyErased"
              : "kept"
    return { document, heldOn, sha256, cells, erasures }
  })
})

/** Returns the kept edition that a document's name, or the beginning of its SHA-256, names; refused if none or several do. */
export const namedEdition = (words: string, listed: ReadonlyArray<Listed>, texts: KeptTexts) => {
  const kept = new Map(listed.filter(({ cells }) => cells !== "notKept").map((each) => [each.sha256, each]))
  const found = [...kept.values()].filter(
    ({ document, sha256 }) => document === words || (words.length >= 6 && sha256.startsWith(words.toLowerCase()))
  )
  const [only] = found
  const known = (all: Iterable<Listed>) =>
    [...all]
      .slice(0, 12)
      .map(({ document, sha256 }) => `${document} ${sha256.slice(0, 12)}`)
      .join(", ")
  if (only === undefined) return Effect.fail(refused(texts.noEdition(words, known(kept.values()))))
  return found.length > 1 ? Effect.fail(refused(texts.severalEditions(words, known(found)))) : Effect.succeed(only)
}
