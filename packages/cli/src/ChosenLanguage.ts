/**
 * The language of a command line: that of `--lang`, of FRIST_LANG, or Swedish.
 */
import type { Language } from "@frist/reports/words/Language"
import * as Config from "effect/Config"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { askedLanguage, otherwise } from "./AskedLanguage.ts"

const environment = Config.String("FRIST_LANG")

/** The flag `--lang`, as a command that runs reads it. */
export const languageFlag = Flag.String("lang").pipe(
  Flag.withDescription("Language of help, tables and messages: sv or en (FRIST_LANG); default: sv"),
  Flag.withMetavar("LANGUAGE"),
  Flag.withFallbackConfig(environment),
  Flag.withDefault<string>(otherwise)
)

/** Returns the language of a command line whose flags are not read: of its help, and of what is wrong with it. */
export const languageOf = (args: ReadonlyArray<string>): Effect.Effect<Language> =>
  Effect.map(
    Effect.orElseSucceed(environment, () => otherwise),
    (words) => askedLanguage(args, words)
  )
