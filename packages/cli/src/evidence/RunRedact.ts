/**
 * `frist redact`: records the decision to redact events, then erases their content.
 */
import { isFact } from "@frist/domain/Event"
import type { Position } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { leavesMore, remainsOf } from "@frist/domain/plan/Removal"
import { linesIn, positionsRepeating } from "@frist/projections/texts/RepeatedText"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { LogAdministration } from "@frist/store/LogAdministration"
import { record } from "@frist/store/Recording"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { positionArgument, storable } from "../arguments/ArgumentValues.ts"
import { printRecorded } from "../commands/CommandRecording.ts"
import { placeWords } from "../editions/CellWords.ts"
import { keptCellsWith } from "../editions/KeptSearch.ts"
import { storage, wrongUsage } from "../failures/Failure.ts"
import { keptTexts } from "../texts/KeptTexts.ts"
import { followUp } from "../readmodels/SessionReadModels.ts"
import { readSession } from "../Session.ts"
import { readPlan } from "../arguments/ChosenPlan.ts"
import { withLog } from "../SessionLog.ts"

interface Input {
  readonly positions: ReadonlyArray<string>
  readonly decision: string
  readonly edition: Option.Option<string>
  readonly cell: ReadonlyArray<string>
  readonly whole: boolean
}

/** Redacts events, or the kept cells of an edition. */
export const runRedact = Effect.fn("runRedact")(function* (input: Input) {
  const { cell, decision, edition, positions } = input
  const texts = keptTexts[(yield* readSession).phrase.language]
  if (Option.isNone(edition) && cell.length > 0) return yield* wrongUsage(texts.cellAlone)
  if (Option.isSome(edition) === positions.length > 0) return yield* wrongUsage(texts.eitherOr)
  if (Option.isNone(edition)) return yield* redactEvents(input)
  const { runEraseEdition } = yield* Effect.promise(() => import("./RunEraseEdition.ts"))
  return yield* runEraseEdition({ edition: edition.value, cells: cell, decision })
})

/** Redacts events. Repeating the command with the same decision erases what was not erased before. */
const redactEvents = Effect.fnUntraced(function* ({
  decision: words,
  positions: given,
  whole
}: Pick<Input, "decision" | "positions" | "whole">) {
  const session = yield* readSession
  const texts = evidenceTexts[session.phrase.language]
  const decision = yield* storable(words, session.phrase)
  const positions = yield* Effect.forEach(given, (each) => positionArgument(each, session.phrase))
  const { appended, cells, elsewhere, readable, readModels } = yield* withLog(
    session,
    false,
    Effect.gen(function* () {
      const { events, id } = yield* readPlan(session)
      const commands = positions.map((position) => ({ _tag: "Redact" as const, position, decision, whole }))
      const appended = yield* record({ plan: id, actor: session.actor, effectiveOn: session.today }, ...commands)
      yield* (yield* LogAdministration).erase(id, positions).pipe(
        // The decision is recorded by now, whatever happens to the words.
        Effect.mapError(({ detail, reason }) =>
          reason === "refused" && session.database.kind === "server"
            ? storage(texts.mayNotErase)
            : storage(texts.notErased(positions.join(", "), detail))
        )
      )
      const readModels = yield* followUp(session, id)
      const elsewhere = positionsRepeating(events, positions)
      const readable = whole
        ? []
        : events.flatMap((each) => (isReadableAfter(each, decision, positions) ? [each.position] : []))
      return { appended, elsewhere, readable, readModels, cells: yield* keptCellsWith(id, linesIn(events, positions)) }
    })
  )
  yield* printRecorded(session, appended)
  if (session.format === "json") return
  const lines = [
    (whole ? texts.redactedWhole : texts.redacted)(positions.join(", "), decision),
    ...(readable.length === 0 ? [] : [texts.remainsStands(readable.join(", "))]),
    texts.stillCounts,
    ...(elsewhere.length === 0 ? [] : [texts.sameWords(elsewhere.join(", "))]),
    ...(cells.length === 0
      ? []
      : [
          keptTexts[session.phrase.language].alsoKept(
            cells.map(({ document, place }) => `${document} ${placeWords(place)}`).join(", ")
          )
        ]),
    ...(readModels === "none" ? [] : [readModels === "done" ? texts.readModelsFollowed : texts.readModelsLeft]),
    ...(session.database.kind === "server" ? [texts.stillOnServer] : []),
    texts.copies
  ]
  yield* Console.log(lines.join("\n"))
})

/** Returns whether a removal of texts alone leaves a date or a value of the event. */
const isReadableAfter = (
  { event, position }: RecordedEvent,
  decision: string,
  positions: ReadonlyArray<Position>
): boolean => {
  if (!positions.includes(position) || event === null || !isFact(event)) return false
  const decided = { _tag: "Redacted", position, decision } as const
  return leavesMore({ ...decided, remains: remainsOf(event, decided, false) })
}
