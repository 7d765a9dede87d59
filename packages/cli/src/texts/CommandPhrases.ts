/**
 * The texts of the command in one language, with the numbers and the sort order of that language.
 */
import type { Language } from "@frist/reports/words/Language"
import { type Phrases, phrases } from "@frist/reports/words/Phrases"
import { enCommand } from "./en/enCommand.ts"
import { svCommand } from "./sv/svCommand.ts"

/** All texts of the command in one language. */
export type CommandTexts = typeof svCommand

const texts: Readonly<Record<Language, CommandTexts>> = { sv: svCommand, en: enCommand }

/** The texts and formats of terminal tables and messages; accepted wherever a report's `Phrases` is. */
export interface CommandPhrases extends Phrases {
  readonly text: CommandTexts
}

/** The phrases of a language. */
export const commandPhrases = (language: Language): CommandPhrases => ({ ...phrases(language), text: texts[language] })
