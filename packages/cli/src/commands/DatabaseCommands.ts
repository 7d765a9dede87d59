/**
 * The commands of an operator: migrate a database, and examine it.
 */
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"

const migrate = Command.make(
  "migrate",
  {
    partitions: Flag.Int("partitions").pipe(
      Flag.withDescription("Partition new tables on a server by plan, into this many; default: none"),
      Flag.withMetavar("N"),
      Flag.optional
    )
  },
  // Imported on demand.
  ({ partitions }) =>
    Effect.flatMap(
      Effect.promise(() => import("../database/RunMigrate.ts")),
      ({ runMigrate }) => runMigrate(partitions)
    )
).pipe(Command.withDescription("Create or migrate the tables on a server; safe to repeat"))

const doctor = Command.make("doctor", {}, () =>
  Effect.flatMap(
    Effect.promise(() => import("../database/RunDoctor.ts")),
    ({ runDoctor }) => runDoctor
  )
).pipe(
  Command.withDescription(
    "Examine the database and advise: version, permissions, triggers, clock, settings, disk space; exits with 3 on an error"
  )
)

/** `frist migrate` and `frist doctor`. */
export const databaseCommands = [migrate, doctor] as const
