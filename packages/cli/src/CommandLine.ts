/**
 * The command line as an effect: it parses, runs, and ends with an exit code and at most one sentence.
 */
import * as CliError from "effect/cli/CliError"
import * as CliOutput from "effect/cli/CliOutput"
import * as Command from "effect/cli/Command"
import * as Cause from "effect/Cause"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { inertConsole } from "./terminal/InertConsole.ts"
import { printable } from "./terminal/TerminalTable.ts"
import { withoutPasswords } from "@frist/store/DatabaseAddress"
import { languageOf } from "./ChosenLanguage.ts"
import { commandTree } from "./CommandTree.ts"
import { Failure } from "./failures/Failure.ts"
import { canvas } from "./Output.ts"
import { platform } from "./Platform.ts"
import { version } from "./Version.ts"

/** Prints a sentence to stderr, with its details below, each on one line. */
const printFailure = (sentence: string, details: ReadonlyArray<string> = []) =>
  Console.error([sentence, ...details].map(lineOf).join("\n"))

/** Returns a text as one line, with control characters shown as codes and without passwords. */
const lineOf = (text: string): string =>
  printable(shortened(withoutPasswords(text)))
    .split("\n")
    .map((part, at) => (at === 0 ? part.trimEnd() : part.trim()))
    .filter((part) => part !== "")
    .join(" ")

/** Shortens a long sentence in the middle, because its end says what to do. */
const shortened = (sentence: string): string =>
  sentence.length <= 1200 ? sentence : `${sentence.slice(0, 600)} … ${sentence.slice(-500)}`

/** Prints help, and one sentence on wrong usage, in the language of the command line; help only on request. */
const presenter = (args: ReadonlyArray<string>): CliOutput.Presenter => ({
  present: (event) =>
    event._tag === "Version"
      ? CliOutput.defaultPresenter.present(event)
      : Effect.flatMap(languageOf(args), (language) =>
          // Imported on demand.
          event._tag === "Help"
            ? Effect.flatMap(
                Effect.promise(() => import("./help/HelpText.ts")),
                ({ helpText }) => Console.log(helpText(event.helpDoc, language, canvas().width))
              )
            : Effect.flatMap(
                Effect.promise(() => import("./failures/UsageSentence.ts")),
                ({ usageSentences }) => printFailure(usageSentences(event, language))
              )
        )
})

/** Prints what a shell completes, if the arguments ask for that; otherwise parses and runs them. */
const answer = (args: ReadonlyArray<string>) =>
  args.includes("--completions")
    ? Effect.gen(function* () {
        // Imported on demand.
        const { completedShell, shellCompletions } = yield* Effect.promise(() => import("./help/ShellCompletions.ts"))
        const shell = completedShell(args)
        if (shell === undefined) return yield* parsed(args)
        const language = yield* languageOf(args)
        yield* Console.log(yield* Effect.promise(() => shellCompletions(shell, language)))
      })
    : parsed(args)

const parsed = (args: ReadonlyArray<string>) =>
  Effect.flatMap(
    Effect.promise(() => commandTree(args)),
    (tree) => Command.runWith(tree, { version })(args)
  )

/** Runs `frist` with arguments, and returns the exit code. */
export const run = (args: ReadonlyArray<string>): Effect.Effect<number> =>
  answer(args).pipe(
    Effect.as(0),
    Effect.catchCause((cause) => {
      const error = Cause.squash(cause)
      if (error instanceof Failure) return Effect.as(printFailure(error.sentence, error.details), error.exitCode)
      if (CliError.isCliError(error))
        return Effect.succeed(error._tag === "ShowHelp" && error.errors.length === 0 ? 0 : 2)
      const reason = error instanceof Error ? error.message : String(error)
      return Effect.as(printFailure(`frist: ${reason}`), 3)
    }),
    Effect.provide(platform(args)),
    Effect.provideService(CliOutput.Presenter, presenter(args)),
    Effect.updateService(Console.Console, inertConsole)
  )
