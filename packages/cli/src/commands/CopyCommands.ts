/**
 * The commands that copy the log of a plan to a file, restore it from one, and move it to another database.
 */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { option } from "./Arguments.ts"

const exportCommand = Command.make(
  "export",
  {
    from: option("from", "Export only the events from this number on", "POSITION").pipe(Flag.optional),
    out: option("out", "The new file, written complete or not at all; default: standard output", "FILE").pipe(
      Flag.optional
    )
  },
  // Imported on demand.
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../copy/RunExport.ts")),
      ({ runExport }) => runExport(input)
    )
).pipe(
  Command.withDescription("Export the log of a plan: one line of JSON per event, with the evidence to verify it"),
  Command.withExamples([{ command: "frist export --out plan.ndjson", description: "Back up a plan" }])
)

const restore = Command.make(
  "restore",
  {
    files: Argument.String("FILE").pipe(
      Argument.withDescription("A file from frist export; several in order, together beginning at event 1"),
      Argument.variadic({ min: 1 })
    )
  },
  ({ files }) =>
    Effect.flatMap(
      Effect.promise(() => import("../copy/RunRestore.ts")),
      ({ runRestore }) => runRestore(files)
    )
).pipe(
  Command.withDescription(
    "Restore a plan exactly from frist export, if its evidence is valid and the database does not have the plan"
  ),
  Command.withExamples([
    { command: "frist restore plan.ndjson --db postgres://host/db", description: "Move a plan to a server" }
  ])
)

const relocate = Command.make(
  "relocate",
  {
    plan: Argument.String("PLAN").pipe(Argument.withDescription("The plan to move")),
    to: option("to", "The database to move the plan to", "DATABASE")
  },
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../copy/RunRelocate.ts")),
      ({ runRelocate }) => runRelocate(input)
    )
).pipe(
  Command.withDescription(
    "Move a plan to another database while it is used, and close its log here; run it again after a failure"
  ),
  Command.withExamples([
    { command: "frist relocate plan --to postgres://host/db", description: "Move a plan to another server" }
  ])
)

/** `frist export`, `frist restore` and `frist relocate`. */
export const copyCommands = [exportCommand, restore, relocate] as const
