/**
 * The command line as an effect: parses, runs, and turns every ending into an exit code and at most one sentence.
 */
import * as NodeServices from "@effect/platform-node/NodeServices"
import * as CliError from "effect/cli/CliError"
import * as CliOutput from "effect/cli/CliOutput"
import * as Command from "effect/cli/Command"
import * as Cause from "effect/Cause"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { importCommand } from "./commands/Import.ts"
import { verbCommands } from "./commands/Verbs.ts"
import { viewCommands } from "./commands/Views.ts"
import { Failure } from "./Failure.ts"
import { frist } from "./Frist.ts"

export const version = "0.1.0"

const app = frist.pipe(Command.withSubcommands([importCommand, ...viewCommands, ...verbCommands]))

/** Wrong usage is one sentence on stderr; help is printed only when it is asked for. */
const presenter: CliOutput.Presenter = {
  present: (event) =>
    event._tag === "InvalidInvocation"
      ? Console.error(
          `${event.errors.map((error) => error.message.trim()).join(" ")} See ${event.commandPath.join(" ")} --help.`.replace(
            /\s*\n\s*/gu,
            " "
          )
        )
      : CliOutput.defaultPresenter.present(event)
}

/** Runs `frist` with these arguments; succeeds with the exit code. */
export const run = (args: ReadonlyArray<string>): Effect.Effect<number> =>
  Command.runWith(app, { version })(args).pipe(
    Effect.as(0),
    Effect.catchCause((cause) => {
      const error = Cause.squash(cause)
      if (error instanceof Failure) return Effect.as(Console.error(error.sentence), error.exitCode)
      if (CliError.isCliError(error))
        return Effect.succeed(error._tag === "ShowHelp" && error.errors.length === 0 ? 0 : 2)
      const reason = error instanceof Error ? error.message : String(error)
      return Effect.as(Console.error(`frist: ${reason.replace(/\s*\n\s*/gu, " ")}`), 3)
    }),
    Effect.provide(NodeServices.layer),
    Effect.provideService(CliOutput.Presenter, presenter)
  )
