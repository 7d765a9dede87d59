/**
 * The command that shows requests for other dates and the decisions on them.
 */
import { type Decisions, decisions } from "@frist/projections/Decisions"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { openedPlan } from "../arguments/ChosenPlan.ts"
import { print } from "../Output.ts"
import { withNames } from "../terminal/ActivityName.ts"
import { decisionsText } from "../terminal/views/DecisionsText.ts"

/** `frist decisions`. */
export const decisionsCommand = Command.make(
  "decisions",
  {},
  Effect.fn(function* () {
    const { history, session } = yield* openedPlan
    yield* print(session, decisions(history), withNames(decisionsText, history.plan), rowsOf)
  })
).pipe(
  Command.withDescription(
    "Show the requests to decide, those granted and refused with the reference, and the moves that nobody decided"
  )
)

/** Returns the rows of the CSV: open requests, then decided ones, then the moves without a decision. */
const rowsOf = ({ decided, requested, undecided }: Decisions): ReadonlyArray<object> => [
  ...requested.map((row) => ({ state: "requested", ...row })),
  ...decided.map((row) => ({ state: row.outcome, ...row })),
  ...undecided.map(({ moves, ...row }) => ({
    state: "undecided",
    ...row,
    moved: moves.map(({ effectiveOn, to }) => `${effectiveOn}: ${to.words}`)
  }))
]
