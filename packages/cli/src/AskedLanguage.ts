/**
 * The language that a command line asks for, found without parsing it: that of `--lang`, of FRIST_LANG, or Swedish.
 */
import type { Language } from "@frist/reports/words/Language"

/** The language where none is asked for. */
export const otherwise: Language = "sv"

/** Whether the words name a language that Frist has. */
export const isLanguage = (words: string): words is Language => words === "sv" || words === "en"

/** Returns the language of a command line, with the value of FRIST_LANG. */
export const askedLanguage = (args: ReadonlyArray<string>, environment: string | undefined): Language => {
  const at = args.findLastIndex((arg) => arg === "--lang" || arg.startsWith("--lang="))
  const given = args[at]?.startsWith("--lang=") === true ? args[at].slice("--lang=".length) : args[at + 1]
  const words = (at < 0 ? environment : given) ?? ""
  return isLanguage(words) ? words : otherwise
}
