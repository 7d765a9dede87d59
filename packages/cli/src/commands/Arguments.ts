/**
 * How a verb is carried out: its words understood, one command taken to the plan, and what was recorded said.
 */
import * as Plan from "@frist/domain/Plan"
import * as Text from "@frist/domain/Text"
import { type ActivityId, Position } from "@frist/domain/Names"
import type { Command as PlanCommand } from "@frist/domain/Command"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { type Appended } from "@frist/store/EventLog"
import { record } from "@frist/store/Recording"
import * as Argument from "effect/cli/Argument"
import * as Flag from "effect/cli/Flag"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { wrongUsage } from "../Failure.ts"
import type { Recorded } from "../JsonViews.ts"
import { activityArgument, optionalDay, readPlan, session, type Session, withLog } from "../Session.ts"

/** An argument of words. */
export const argument = (name: string, description: string) =>
  Argument.String(name).pipe(Argument.withDescription(description))
/** A flag with words. */
export const option = (name: string, description: string, metavar: string) =>
  Flag.String(name).pipe(Flag.withDescription(description), Flag.withMetavar(metavar))

export const activity = argument("ACTIVITY", "Its id, or enough of it")
export const on = option("on", "The day it was true or was said; default today", "DATE").pipe(Flag.optional)

/** An event's number as a person writes it: digits and nothing else. */
export const positionArgument = (words: string): Option.Option<Position> =>
  /^[1-9]\d{0,14}$/u.test(words.trim()) ? Schema.decodeOption(Position)(Number(words)) : Option.none()

/** Text that can be stored, or wrong usage. */
export const storable = (text: string, { text: { errors } }: CommandPhrases) => {
  const fault = text.trim() === "" ? "empty" : Text.fault(text)
  return fault === undefined ? Effect.succeed(text) : Effect.fail(wrongUsage(errors.notText[fault]))
}
export const storableOption = (text: Option.Option<string>, phrase: CommandPhrases) =>
  Option.isNone(text) ? Effect.succeed(null) : storable(text.value, phrase)

/** Says what was recorded, and where. */
export const report = ({ format, phrase }: Session, { first, last }: Appended) => {
  const count = last - first + 1
  if (format === "json") {
    const recorded: Recorded = {
      view: "frist/recorded",
      version: 1,
      first: count === 0 ? null : first,
      last: count === 0 ? null : last
    }
    return Console.log(JSON.stringify(recorded))
  }
  const { plural, outcomes } = phrase.text
  return Console.log(count === 0 ? outcomes.alreadySo : outcomes.recorded(plural.events(count), first, last))
}

/** The day a person says it was true; today unless told, and never a day that has not come. */
export const pastDay = Effect.fnUntraced(function* (day: Option.Option<string>, { phrase, today }: Session) {
  const on = (yield* optionalDay(day, phrase)) ?? today
  return on > today ? yield* wrongUsage(phrase.text.errors.ahead(on)) : on
})

/** Records one command about the plan that is there, decided after its activities were looked up. */
export const act = (
  day: Option.Option<string>,
  command: (
    plan: Plan.Plan,
    own: Session,
    events: ReadonlyArray<RecordedEvent>
  ) => Effect.Effect<PlanCommand, Effect.Error<typeof session>>
) =>
  Effect.gen(function* () {
    const own = yield* session
    const effectiveOn = yield* pastDay(day, own)
    const appended = yield* withLog(
      own,
      false,
      Effect.gen(function* () {
        const { events, id } = yield* readPlan(own)
        const asked = yield* command(Plan.at(events), own, events)
        return yield* record({ plan: id, actor: own.actor, effectiveOn }, asked)
      })
    )
    yield* report(own, appended)
  })

/** Records one command about one activity. */
export const change = (
  words: string,
  day: Option.Option<string>,
  command: (id: ActivityId, own: Session) => Effect.Effect<PlanCommand, Effect.Error<typeof session>>
) => act(day, (plan, own) => Effect.flatMap(activityArgument(words, plan, own.phrase), (id) => command(id, own)))
