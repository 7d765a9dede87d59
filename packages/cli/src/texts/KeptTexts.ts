/**
 * Messages about kept editions in each language, loaded only by commands that need them.
 */
import type { Language } from "@frist/reports/words/Language"
import { enKept } from "./en/enKept.ts"
import { svKept } from "./sv/svKept.ts"

/** The messages of one language. */
export type KeptTexts = typeof svKept

/** The messages of each language. */
export const keptTexts: Readonly<Record<Language, KeptTexts>> = { sv: svKept, en: enKept }
