/**
 * `frist redact`: records the decision to redact events, then erases their content.
 */
import { positionsRepeating } from "@frist/projections/RepeatedText"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { LogAdministration } from "@frist/store/LogAdministration"
import { record } from "@frist/store/Recording"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { positionArgument, storable } from "../ArgumentValues.ts"
import { printRecorded } from "../commands/CommandRecording.ts"
import { storage } from "../Failure.ts"
import { followUp } from "../readmodels/SessionReadModels.ts"
import { readSession } from "../Session.ts"
import { readPlan } from "../ChosenPlan.ts"
import { withLog } from "../SessionLog.ts"

interface Input {
  readonly positions: ReadonlyArray<string>
  readonly decision: string
}

/** Redacts events. Repeating the command with the same decision erases what was not erased before. */
export const runRedact = Effect.fn("runRedact")(function* ({ decision: words, positions: given }: Input) {
  const session = yield* readSession
  const texts = evidenceTexts[session.phrase.language]
  const decision = yield* storable(words, session.phrase)
  const positions = yield* Effect.forEach(given, (each) => positionArgument(each, session.phrase))
  const { appended, elsewhere, readModels } = yield* withLog(
    session,
    false,
    Effect.gen(function* () {
      const { events, id } = yield* readPlan(session)
      const commands = positions.map((position) => ({ _tag: "Redact" as const, position, decision }))
      const appended = yield* record({ plan: id, actor: session.actor, effectiveOn: session.today }, ...commands)
      yield* (yield* LogAdministration).erase(id, positions).pipe(
        Effect.catchIf(
          ({ reason }) => reason === "refused" && session.database.kind === "server",
          () => Effect.fail(storage(texts.mayNotErase))
        )
      )
      const readModels = yield* followUp(session, id)
      return { appended, elsewhere: positionsRepeating(events, positions), readModels }
    })
  )
  yield* printRecorded(session, appended)
  if (session.format === "json") return
  const lines = [
    texts.redacted(positions.join(", "), decision),
    ...(elsewhere.length === 0 ? [] : [texts.sameWords(elsewhere.join(", "))]),
    ...(readModels === "none" ? [] : [readModels === "done" ? texts.readModelsFollowed : texts.readModelsLeft]),
    ...(session.database.kind === "server" ? [texts.stillOnServer] : []),
    texts.copies
  ]
  yield* Console.log(lines.join("\n"))
})
