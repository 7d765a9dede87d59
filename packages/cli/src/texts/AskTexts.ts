/**
 * Messages of `frist ask` and `frist gather` in each language, loaded only by those commands.
 */
import type { Language } from "@frist/reports/words/Language"
import { enAsk } from "./en/enAsk.ts"
import { svAsk } from "./sv/svAsk.ts"

/** The messages of one language. */
export type AskTexts = typeof svAsk

/** The messages of each language. */
export const askTexts: Readonly<Record<Language, AskTexts>> = { sv: svAsk, en: enAsk }
