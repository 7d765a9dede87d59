/**
 * The commands of read models: update, check and rebuild them.
 */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"

const name = Argument.String("PROJECTION").pipe(
  Argument.withDescription("A read model, such as board or deadline_move; default: all"),
  Argument.optional
)

const project = Command.make(
  "project",
  {
    follow: Flag.Boolean("follow").pipe(
      Flag.withDescription("Keep following the log; several can run, and the others take over from one that stops"),
      Flag.withDefault(false)
    )
  },
  ({ follow }) =>
    Effect.flatMap(
      Effect.promise(() => import("../readmodels/RunProject.ts")),
      ({ runProject }) => runProject(follow)
    )
).pipe(
  Command.withDescription("Update the read models from the log: tables for other programs, in the schema frist_read"),
  Command.withExamples([
    {
      command: "frist project --follow --db postgres://host/db",
      description: "Keep the read models on a server up to date"
    }
  ])
)

const check = Command.make("check", { name }, ({ name: asked }) =>
  Effect.flatMap(
    Effect.promise(() => import("../readmodels/RunCheck.ts")),
    ({ runCheck }) => runCheck(asked)
  )
).pipe(
  Command.withDescription("Derive every row of the read models from the log and compare; exits with 1 on a difference")
)

const rebuild = Command.make(
  "rebuild",
  {
    name,
    workers: Flag.Int("workers").pipe(
      Flag.withDescription("How many plans to rebuild at a time; default: 2"),
      Flag.withMetavar("N"),
      Flag.optional
    ),
    dropOld: Flag.Boolean("drop-old").pipe(
      Flag.withDescription("Remove the retired tables afterwards; default: keep them"),
      Flag.withDefault(false)
    )
  },
  (asked) =>
    Effect.flatMap(
      Effect.promise(() => import("../readmodels/RunRebuild.ts")),
      ({ runRebuild }) => runRebuild(asked)
    )
).pipe(
  Command.withDescription(
    "Rebuild read models in shadow tables and swap them in; resumes after an interruption. With --plan: only the rows of that plan"
  )
)

/** `frist project`, `frist check` and `frist rebuild`. */
export const readModelCommands = [project, check, rebuild] as const
