/**
 * Messages about copies of a log in each language, loaded only by commands that need them.
 */
import { enCopy } from "./en/enCopy.ts"
import { svCopy } from "./sv/svCopy.ts"
import type { Language } from "@frist/reports/words/Language"

/** The messages of one language. */
export type CopyTexts = typeof svCopy

/** The messages of each language. */
export const copyTexts: Readonly<Record<Language, CopyTexts>> = { sv: svCopy, en: enCopy }
