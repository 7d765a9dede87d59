/**
 * Recording one command to the chosen plan, and printing what was recorded.
 */
import type { Command } from "@frist/domain/Command"
import type { ActivityId } from "@frist/domain/Names"
import { type Plan, planAt } from "@frist/domain/Plan"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { Appended } from "@frist/store/EventLog"
import { record } from "@frist/store/Recording"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import type * as Option from "effect/Option"
import { activityArgument, optionalDay } from "../ArgumentValues.ts"
import { readPlan } from "../ChosenPlan.ts"
import { type Failure, wrongUsage } from "../Failure.ts"
import type { RecordingView } from "../JsonViews.ts"
import { type Session, readSession } from "../Session.ts"
import { withLog } from "../SessionLog.ts"

/** Prints the positions that were recorded. */
export const printRecorded = ({ format, phrase }: Session, { first, last }: Appended) => {
  const count = last - first + 1
  if (format === "json") {
    const view: RecordingView = {
      view: "frist/recorded",
      version: 1,
      first: count === 0 ? null : first,
      last: count === 0 ? null : last
    }
    return Console.log(JSON.stringify(view))
  }
  const { outcomes, plural } = phrase.text
  return Console.log(count === 0 ? outcomes.unchanged : outcomes.recorded(plural.events(count), first, last))
}

/** Reads the day of a fact, default today; wrong usage for a day in the future. */
export const pastDay = Effect.fnUntraced(function* (day: Option.Option<string>, { phrase, today }: Session) {
  const on = (yield* optionalDay(day, phrase)) ?? today
  return on > today ? yield* wrongUsage(phrase.text.errors.ahead(on)) : on
})

/** Records one command, made from the current plan and its events. */
export const recordCommand = (
  day: Option.Option<string>,
  command: (plan: Plan, session: Session, events: ReadonlyArray<RecordedEvent>) => Effect.Effect<Command, Failure>
) =>
  Effect.gen(function* () {
    const session = yield* readSession
    const effectiveOn = yield* pastDay(day, session)
    const appended = yield* withLog(
      session,
      false,
      Effect.gen(function* () {
        const { events, id } = yield* readPlan(session)
        const asked = yield* command(planAt(events), session, events)
        return yield* record({ plan: id, actor: session.actor, effectiveOn }, asked)
      })
    )
    yield* printRecorded(session, appended)
  })

/** Records one command about the activity that the words match. */
export const recordActivityCommand = (
  words: string,
  day: Option.Option<string>,
  command: (id: ActivityId, session: Session) => Effect.Effect<Command, Failure>
) =>
  recordCommand(day, (plan, session) =>
    Effect.flatMap(activityArgument(words, plan.activities.keys(), session.phrase), (id) => command(id, session))
  )
