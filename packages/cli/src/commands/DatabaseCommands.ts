/**
 * The operator's commands: bringing a database up to date, and examining it.
 */
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"

const migrate = Command.make(
  "migrate",
  {
    partitions: Flag.Int("partitions").pipe(
      Flag.withDescription("Into how many parts new tables on a server are split by plan; default none"),
      Flag.withMetavar("N"),
      Flag.optional
    )
  },
  // Loaded only by who needs it.
  ({ partitions }) =>
    Effect.flatMap(
      Effect.promise(() => import("../operating/Operations.ts")),
      ({ migrateDatabase }) => migrateDatabase(partitions)
    )
).pipe(Command.withDescription("Make the tables on a server, or bring them up to date; safe to run again"))

const doctor = Command.make("doctor", {}, () =>
  Effect.flatMap(
    Effect.promise(() => import("../operating/Operations.ts")),
    ({ examineDatabase }) => examineDatabase
  )
).pipe(
  Command.withDescription(
    "Examine the database and say what to do: version, permissions, triggers, clock, settings, room; ends with 3 where something is wrong"
  )
)

export const operatingCommands = [migrate, doctor] as const
