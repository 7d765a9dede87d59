/**
 * The tools that an assistant can call: the views of one plan, as of a day. None of them records anything.
 */
import { activityHistory } from "@frist/projections/ActivityHistory"
import { board, type BoardRow } from "@frist/projections/Board"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { decisions } from "@frist/projections/Decisions"
import { findingList } from "@frist/projections/FindingList"
import type { History } from "@frist/projections/History"
import type { MoveTally } from "@frist/projections/moves/MoveTally"
import { comparedChanges } from "@frist/reports/words/Compared"
import * as Tool from "effect/ai/Tool"
import * as Toolkit from "effect/ai/Toolkit"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { activityArgument, dayArgument } from "../arguments/ArgumentValues.ts"
import type { Failure } from "../failures/Failure.ts"
import type { PlanVersion } from "../serve/ServedPlan.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { mcpTexts } from "../texts/McpTexts.ts"
import { Answer, answerOf } from "./Answer.ts"

/** Why a tool has no answer: a sentence. */
class NoAnswer extends Schema.TaggedError<NoAnswer>()("NoAnswer", { sentence: Schema.String }) {
  override get message() {
    return this.sentence
  }
}

/** Returns the tools, described in a language. */
const toolkitIn = (language: CommandPhrases["language"]) => {
  const { about, argument, title } = mcpTexts[language]
  const asOf = Schema.optionalKey(Schema.String.annotate({ description: argument.asOf }))
  const activity = Schema.optionalKey(Schema.String.annotate({ description: argument.activity }))
  const part = {
    from: Schema.optionalKey(
      Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)).annotate({ description: argument.from })
    ),
    limit: Schema.optionalKey(
      Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 500 })).annotate({ description: argument.limit })
    )
  }
  const reading = <Name extends keyof typeof about, Fields extends Schema.Struct.Fields>(name: Name, fields: Fields) =>
    Tool.make(name, {
      description: about[name],
      parameters: Schema.Struct({ asOf, ...fields, ...part }),
      success: Answer,
      failure: NoAnswer
    })
      .annotate(Tool.Title, title[name])
      .annotate(Tool.Readonly, true)
      .annotate(Tool.Destructive, false)
      .annotate(Tool.Idempotent, true)
      .annotate(Tool.OpenWorld, false)
      .annotate(Tool.Strict, true)
  return Toolkit.make(
    reading("board", {}),
    reading("slips", { activity }),
    reading("history", { activity }),
    reading("decisions", {}),
    reading("findings", {})
  )
}

/** What every tool takes. */
interface Asked {
  readonly asOf?: string
  readonly from?: number
  readonly limit?: number
}

/** Returns the tools of a plan with their handlers. */
export const planTools = (now: Effect.Effect<PlanVersion, Failure>, phrase: CommandPhrases) => {
  const toolkit = toolkitIn(phrase.language)
  const { atLeast, howToRead } = mcpTexts[phrase.language]
  /** Answers with a view of the history on the asked day. */
  const answering = <V extends object>(
    { asOf, from = 1, limit = 50 }: Asked,
    lists: ReadonlyArray<keyof V & string>,
    select: (history: History) => Effect.Effect<V, Failure>
  ) =>
    Effect.gen(function* () {
      const version = yield* now
      const day = asOf === undefined ? undefined : yield* dayArgument(asOf, phrase)
      const history = day === undefined ? version.history : version.history.at({ asOf: day, today: day })
      return answerOf(version, yield* select(history), lists, { from, limit }, howToRead)
    }).pipe(Effect.mapError(({ sentence }) => new NoAnswer({ sentence })))
  /** The changes of an activity in words, and the numbers of the events that count in its row. */
  const withEvents =
    <Row extends Pick<BoardRow, "activity" | "findings" | "original">>(
      history: History,
      tallyOf: (row: Row) => MoveTally
    ) =>
    (row: Row) => {
      const tally = tallyOf(row)
      const words = comparedChanges(row, tally, phrase)
      return {
        ...row,
        inWords: tally.atLeast ? atLeast(words) : words,
        eventNumbers: history
          .entriesOf(row.activity)
          .flatMap(({ corrected, record }) =>
            corrected === null ? [record.position] : [record.position, corrected.position]
          )
      }
    }
  return {
    toolkit,
    handlers: toolkit.toLayer({
      board: (asked) =>
        answering(asked, ["activities"], (history) => {
          const view = board(history)
          return Effect.succeed({ ...view, activities: view.activities.map(withEvents(history, ({ moves }) => moves)) })
        }),
      slips: (asked) =>
        answering(
          asked,
          ["activities"],
          Effect.fnUntraced(function* (history: History) {
            const activity =
              asked.activity === undefined ? undefined : yield* activityArgument(asked.activity, history, phrase)
            const view = deadlineHistory(history, { activity })
            return { ...view, activities: view.activities.map(withEvents(history, ({ tally }) => tally)) }
          })
        ),
      history: (asked) =>
        answering(
          asked,
          ["entries"],
          Effect.fnUntraced(function* (history: History) {
            const ids = new Set(history.events.flatMap(({ activity }) => (activity === null ? [] : [activity])))
            const id =
              asked.activity === undefined ? null : yield* activityArgument(asked.activity, history, phrase, ids)
            return activityHistory(history, id)
          })
        ),
      decisions: (asked) =>
        answering(asked, ["requested", "decided", "undecided"], (history) => Effect.succeed(decisions(history))),
      findings: (asked) => answering(asked, ["findings"], (history) => Effect.succeed(findingList(history)))
    })
  }
}
