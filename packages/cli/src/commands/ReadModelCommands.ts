/**
 * The commands for read models: following the log, proving what is shown, and making it anew.
 */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"

// Loaded only by who needs it.
const operations = Effect.promise(() => import("../operating/Operations.ts"))

const name = Argument.String("PROJECTION").pipe(
  Argument.withDescription("A read model, such as board or deadline_move; default all of them"),
  Argument.optional
)

const project = Command.make(
  "project",
  {
    follow: Flag.Boolean("follow").pipe(
      Flag.withDescription("Go on as the log grows; any number may, and one that dies is taken over"),
      Flag.withDefault(false)
    )
  },
  ({ follow }) => Effect.flatMap(operations, ({ projectPlans }) => projectPlans(follow))
).pipe(
  Command.withDescription("Bring the read models up to the log: tables for other programs, in the schema frist_read"),
  Command.withExamples([
    { command: "frist project --follow --db postgres://host/db", description: "Keep the read models of a server" }
  ])
)

const check = Command.make("check", { name }, ({ name: asked }) =>
  Effect.flatMap(operations, ({ checkReadModels }) => checkReadModels(asked))
).pipe(
  Command.withDescription(
    "Derive every row of the read models anew from the log and compare; ends with 1 where something differs"
  )
)

const rebuild = Command.make(
  "rebuild",
  {
    name,
    workers: Flag.Int("workers").pipe(
      Flag.withDescription("How many plans at a time; default 2"),
      Flag.withMetavar("N"),
      Flag.optional
    ),
    dropOld: Flag.Boolean("drop-old").pipe(
      Flag.withDescription("Then remove the tables that serve no longer, which are kept otherwise"),
      Flag.withDefault(false)
    )
  },
  (asked) => Effect.flatMap(operations, ({ rebuildReadModels }) => rebuildReadModels(asked))
).pipe(
  Command.withDescription(
    "Make read models anew beside those that are shown, and exchange them; goes on where it was killed. With --plan the rows of that plan alone"
  )
)

export const projectionCommands = [project, check, rebuild] as const
