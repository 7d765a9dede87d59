/**
 * The errors of the parser of command lines as sentences: the parser's own are English.
 */
import type { Language } from "@frist/reports/words/Language"
import type { Presenter } from "effect/cli/CliOutput"
import { placeholdersIn } from "../help/HelpText.ts"
import { enUsage } from "../texts/en/enUsage.ts"
import { svUsage } from "../texts/sv/svUsage.ts"

type Invocation = Presenter.InvalidInvocation
type UsageError = Invocation["errors"][number]

const texts: Readonly<Record<Language, typeof svUsage>> = { sv: svUsage, en: enUsage }

/** Returns the sentences for what is wrong with a command line, the last of which names the help. */
export const usageSentences = (
  { commandPath, errors, helpDoc }: Pick<Invocation, "commandPath" | "errors" | "helpDoc">,
  language: Language
): string => {
  const command = commandPath.join(" ")
  const said = errors.map((error) => sentenceOf(error, { command, usage: helpDoc.usage, language }))
  return [...new Set(said), texts[language].see(`${command} --help`)].join(" ")
}

/** What a sentence is about: the command as written, its usage, and the language. */
interface UsageContext {
  readonly command: string
  readonly usage: string
  readonly language: Language
}

const sentenceOf = (error: UsageError, { command, language, usage }: UsageContext): string => {
  const text = texts[language]
  const either = (words: ReadonlyArray<string>) =>
    new Intl.ListFormat(language === "sv" ? "sv" : "en-GB", { type: "disjunction" }).format(words)
  switch (error._tag) {
    case "UnknownSubcommand":
      return text.unknownCommand(error.subcommand, command, either(error.suggestions))
    case "UnrecognizedOption":
      return text.unknownFlag(error.option, command, either(error.suggestions))
    case "MissingOption":
      return text.missingFlag(`--${error.option}`)
    case "MissingArgument":
      return text.missingArgument(
        placeholdersIn(error.argument, language),
        placeholdersIn(usage.replace(" [flags]", ""), language)
      )
    case "UnexpectedArgument":
      return text.tooMany(error.arguments.map(text.quoted).join(", "))
    case "InvalidValue": {
      const place = error.kind === "flag" ? `--${error.option}` : placeholdersIn(error.option, language)
      const choices = choicesIn(error.expected)
      if (error.kind === "flag" && error.value === "") return text.missingValue(place, either(choices))
      if (/^\d+ occurrences$/u.test(error.value)) return text.givenTwice(place)
      if (choices.includes("true")) return text.takesNoValue(place)
      return choices.length === 0
        ? text.notUnderstood(error.value, place)
        : text.notAChoice(error.value, place, either(choices))
    }
    case "DuplicateOption":
    case "UserError":
    case "ValidationError":
      return error.message
  }
}

/** Returns the values that the parser lists: `"text" | "json"`, or `text | json`. */
const choicesIn = (expected: string): ReadonlyArray<string> =>
  expected.includes(" | ")
    ? expected
        .replace(/^Expected:? /u, "")
        .split(" | ")
        .map((choice) => choice.replaceAll('"', ""))
    : []
