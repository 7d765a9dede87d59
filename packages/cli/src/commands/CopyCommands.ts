/**
 * The commands that copy a plan's log: out to a file, and in from one.
 */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { option } from "./Arguments.ts"

const exportCommand = Command.make(
  "export",
  {
    from: option("from", "Only the events from this number on; a copy of the rest goes before it", "POSITION").pipe(
      Flag.optional
    ),
    out: option("out", "The file to write, whole or not at all; default standard output", "FILE").pipe(Flag.optional)
  },
  // Loaded only by who copies.
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../copying/CopyUseCases.ts")),
      ({ exportTo }) => exportTo(input)
    )
).pipe(
  Command.withDescription("Write a plan's log out, one line of JSON an event, with the evidence it is checked by"),
  Command.withExamples([{ command: "frist export --out plan.ndjson", description: "Back a plan up" }])
)

const restore = Command.make(
  "restore",
  {
    files: Argument.String("FILE").pipe(
      Argument.withDescription("What frist export wrote; several in order, that together begin at event 1"),
      Argument.variadic({ min: 1 })
    )
  },
  ({ files }) =>
    Effect.flatMap(
      Effect.promise(() => import("../copying/CopyUseCases.ts")),
      ({ restoreFrom }) => restoreFrom(files)
    )
).pipe(
  Command.withDescription(
    "Take a plan in from what frist export wrote, exactly as it was, if its evidence holds and the plan is not there"
  ),
  Command.withExamples([
    { command: "frist restore plan.ndjson --db postgres://host/db", description: "Move a plan to a server" }
  ])
)

export const copyCommands = [exportCommand, restore] as const
