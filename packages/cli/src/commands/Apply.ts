/**
 * The command that records proposals from a file.
 */
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { argument } from "./Arguments.ts"

export const applyCommand = Command.make(
  "apply",
  { file: argument("FILE", "Proposals, as frist import --propose writes them") },
  // As with an import: loaded only by who needs it.
  ({ file }) =>
    Effect.flatMap(
      Effect.promise(() => import("../editions/ApplyCommand.ts")),
      ({ runApply }) => runApply(file)
    )
).pipe(
  Command.withDescription("Record proposals from a file as one batch, if the plan has not moved on in what they touch")
)
