/**
 * Recording one command to the chosen plan, and printing what was recorded.
 */
import { jsonText } from "@frist/domain/text/InertText"
import type { Command } from "@frist/domain/Command"
import type { ActivityId } from "@frist/domain/Names"
import { emptyPlan, type Plan, planAt } from "@frist/domain/plan/Plan"
import type { Basis } from "@frist/domain/decisions/Proposal"
import type { Appended } from "@frist/store/EventLog"
import { recordProposals } from "@frist/store/Recording"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import type * as Option from "effect/Option"
import { changedActivity, optionalDay } from "../arguments/ArgumentValues.ts"
import { chosenPlan } from "../arguments/ChosenPlan.ts"
import { type Failure, wrongUsage } from "../failures/Failure.ts"
import type { RecordingView } from "../JsonViews.ts"
import { refusedByPlan } from "../failures/RefusalSentence.ts"
import { type Session, readSession } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import { recordedText } from "../terminal/RecordedText.ts"

/** Prints the positions that were recorded, and as text a description of the events below them. */
export const printRecorded = ({ format, phrase }: Session, { first, last }: Appended, description = "") => {
  const count = last - first + 1
  if (format === "json") {
    const view: RecordingView = {
      view: "frist/recorded",
      version: 1,
      first: count === 0 ? null : first,
      last: count === 0 ? null : last
    }
    return Console.log(jsonText(view))
  }
  const { outcomes, plural } = phrase.text
  if (count === 0) return Console.log(outcomes.unchanged)
  return Console.log(
    [outcomes.recorded(plural.events(count), first, last), description].filter((line) => line !== "").join("\n")
  )
}

/** Reads the day of a fact, default today; wrong usage for a day in the future. */
export const pastDay = Effect.fnUntraced(function* (day: Option.Option<string>, { phrase, today }: Session) {
  const on = (yield* optionalDay(day, phrase)) ?? today
  return on > today ? yield* wrongUsage(phrase.text.errors.ahead(on)) : on
})

/**
 * Makes a command from the plan, with everything recorded of any day. `basis` has the plan of the command's day, and the
 * log. Called again if another writer changed the plan in between.
 */
type CommandMaker = (plan: Plan, session: Session, basis: Basis) => Effect.Effect<Command, Failure>

/** Records one command, and prints what was recorded. */
export const recordCommand = (day: Option.Option<string>, command: CommandMaker) =>
  Effect.gen(function* () {
    const session = yield* readSession
    const effectiveOn = yield* pastDay(day, session)
    const recorded = yield* withLog(
      session,
      false,
      Effect.gen(function* () {
        const { plan: id } = yield* chosenPlan(session)
        let before: Plan = emptyPlan
        let log: ReadonlyArray<RecordedEvent> = []
        const appended = yield* recordProposals({ plan: id, actor: session.actor, effectiveOn }, (basis) => {
          before = basis.plan
          log = basis.log
          return Effect.map(command(planAt(basis.log), session, basis), (asked) => ({
            proposals: [{ command: asked, provenance: "stated" as const, source: null }]
          }))
        }).pipe(Effect.catchTag("Refused", ({ refusal }) => Effect.fail(refusedByPlan(refusal, session.phrase, log))))
        return { ...appended, before, log }
      })
    )
    yield* printRecorded(session, recorded, recordedText(recorded, session.phrase))
  })

/** Records one command about the activity that the words match. */
export const recordActivityCommand = (
  words: string,
  day: Option.Option<string>,
  command: (id: ActivityId, session: Session) => Effect.Effect<Command, Failure>
) =>
  recordCommand(day, (plan, session) =>
    Effect.flatMap(changedActivity(words, plan.activities.values(), session.phrase), (id) => command(id, session))
  )
