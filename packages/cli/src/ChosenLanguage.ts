/**
 * The language of a command line: that of `--lang`, of FRIST_LANG, or Swedish.
 */
import type { Language } from "@frist/reports/words/Spoken"
import * as Config from "effect/Config"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"

const environment = Config.String("FRIST_LANG")
const otherwise: Language = "sv"

/** Whether the words name a language that Frist has. */
export const isLanguage = (words: string): words is Language => words === "sv" || words === "en"

/** The flag `--lang`, as a command that runs reads it. */
export const languageFlag = Flag.String("lang").pipe(
  Flag.withDescription("Language of help, tables and messages: sv or en (FRIST_LANG); default: sv"),
  Flag.withMetavar("LANGUAGE"),
  Flag.withFallbackConfig(environment),
  Flag.withDefault<string>(otherwise)
)

/** Returns the language of a command line whose flags are not read: of its help, and of what is wrong with it. */
export const languageOf = (args: ReadonlyArray<string>): Effect.Effect<Language> => {
  const at = args.findLastIndex((arg) => arg === "--lang" || arg.startsWith("--lang="))
  const given = args[at]?.startsWith("--lang=") === true ? args[at].slice("--lang=".length) : args[at + 1]
  const words = at < 0 ? Effect.orElseSucceed(environment, () => otherwise) : Effect.succeed(given ?? "")
  return Effect.map(words, (asked) => (isLanguage(asked) ? asked : otherwise))
}
