/**
 * Removing the content of events on a decision: recorded first, then erased.
 */
import type { Position } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { LogAdministration } from "@frist/store/LogAdministration"
import { record } from "@frist/store/Recording"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { positionArgument, report, storable } from "../commands/Arguments.ts"
import { storage, wrongUsage } from "../Failure.ts"
import { followUp } from "../readmodels/SessionReadModels.ts"
import { readPlan, session, withLog } from "../Session.ts"

interface Input {
  readonly positions: ReadonlyArray<string>
  readonly decision: string
}

/** Safe to run again, with the same decision: what was not erased then is erased now. */
export const redact = Effect.fn("redact")(function* ({ decision: words, positions: given }: Input) {
  const own = yield* session
  const texts = evidenceTexts[own.phrase.language]
  const { errors } = own.phrase.text
  const decision = yield* storable(words, own.phrase)
  const positions = yield* Effect.forEach(given, (each) => {
    const position = positionArgument(each)
    return Option.isNone(position) ? Effect.fail(wrongUsage(errors.notAPosition(each))) : Effect.succeed(position.value)
  })
  const { appended, elsewhere, readModels } = yield* withLog(
    own,
    false,
    Effect.gen(function* () {
      const { events, id } = yield* readPlan(own)
      const commands = positions.map((position) => ({ _tag: "Redact" as const, position, decision }))
      const appended = yield* record({ plan: id, actor: own.actor, effectiveOn: own.today }, ...commands)
      yield* (yield* LogAdministration).erase(id, positions).pipe(
        Effect.catchIf(
          ({ reason }) => reason === "refused" && own.database.kind === "server",
          () => Effect.fail(storage(texts.mayNotErase))
        )
      )
      const readModels = yield* followUp(own, id)
      return { appended, elsewhere: sameWords(events, positions), readModels }
    })
  )
  yield* report(own, appended)
  if (own.format === "json") return
  const lines = [
    texts.redacted(positions.join(", "), decision),
    ...(elsewhere.length === 0 ? [] : [texts.sameWords(elsewhere.join(", "))]),
    ...(readModels === "none" ? [] : [readModels === "done" ? texts.readModelsFollowed : texts.readModelsLeft]),
    ...(own.database.kind === "server" ? [texts.stillOnServer] : []),
    texts.copies
  ]
  yield* Console.log(lines.join("\n"))
})

/** The texts of an event, of whatever depth. */
const textsIn = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []

/** The lines of a text that somebody wrote: dates, words and names of kinds are shorter. */
const linesOf = (text: string): ReadonlyArray<string> =>
  text
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter(({ length }) => length >= 12)

/** The other events that hold a line of those that are removed: a later edition repeats some, and not others. */
const sameWords = (events: ReadonlyArray<RecordedEvent>, removed: ReadonlyArray<Position>): ReadonlyArray<Position> => {
  const gone = events.filter(({ position }) => removed.includes(position))
  const lines = gone.flatMap(({ event }) => (event === null ? [] : textsIn({ ...event, _tag: "" }).flatMap(linesOf)))
  return events
    .filter(({ event, position }) => !removed.includes(position) && event !== null && event._tag !== "Redacted")
    .filter(({ event }) => textsIn({ ...event, _tag: "" }).some((own) => lines.some((line) => own.includes(line))))
    .map(({ position }) => position)
}
