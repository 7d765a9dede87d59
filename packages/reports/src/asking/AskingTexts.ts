/**
 * The texts of sheets that ask in each language, loaded only where sheets are made.
 */
import { enAsking } from "../texts/enAsking.ts"
import { svAsking } from "../texts/svAsking.ts"
import type { Language } from "../words/Language.ts"

/** The texts of each language. */
export const askingTexts: Readonly<Record<Language, typeof svAsking>> = { sv: svAsking, en: enAsking }
