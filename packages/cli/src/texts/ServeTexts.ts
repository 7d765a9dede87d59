/**
 * Messages of `frist serve` in each language, loaded only by that command.
 */
import type { Language } from "@frist/reports/words/Language"
import { enServe } from "./en/enServe.ts"
import { svServe } from "./sv/svServe.ts"

/** The messages of each language. */
export const serveTexts: Readonly<Record<Language, typeof svServe>> = { sv: svServe, en: enServe }
