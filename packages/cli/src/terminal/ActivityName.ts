/**
 * The names of activities in the terminal: those of the report. An id is shown only to be typed.
 */
import type { Plan } from "@frist/domain/plan/Plan"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { shownActivity } from "@frist/projections/View"
import { namesOf } from "@frist/reports/ActivityNames"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import type { Canvas, Piece } from "./TerminalTable.ts"

/** Returns the name of an activity; an unknown id is its own name. */
export type NameOf = (activity: string) => string

/**
 * Returns the names of the activities of a plan, and of those that newer events register, each told apart from the
 * others.
 */
export const namesIn = (
  { activities }: Pick<Plan, "activities">,
  events: ReadonlyArray<Pick<NewEvent, "activity" | "event">> = []
): NameOf => {
  const registered = () =>
    events.flatMap(({ activity, event }) =>
      activity === null || event._tag !== "ActivityRegistered" || activities.has(activity)
        ? []
        : [{ ...event, activity }]
    )
  let names: ReadonlyMap<string, string> | undefined
  return (activity) => {
    names ??= namesOf([...[...activities.values()].map(shownActivity), ...registered()])
    return names.get(activity) ?? activity
  }
}

/** Returns a view's text with the names of a plan. */
export const withNames =
  <V>(
    text: (view: V, nameOf: NameOf, phrase: CommandPhrases, canvas: Canvas) => string,
    plan: Pick<Plan, "activities">
  ): ((view: V, phrase: CommandPhrases, canvas: Canvas) => string) =>
  (view, phrase, canvas) =>
    text(view, namesIn(plan), phrase, canvas)

/** Returns the name of an activity, and its id below. */
export const nameAndId = ({ activity }: { readonly activity: string }, nameOf: NameOf): ReadonlyArray<Piece> => [
  { text: nameOf(activity) },
  { text: activity, style: "dim" }
]
