/**
 * Messages about read models in each language, loaded only by commands that need them.
 */
import { enReadModels } from "./en/enReadModels.ts"
import { svReadModels } from "./sv/svReadModels.ts"
import type { Language } from "@frist/reports/words/Language"

/** The messages of one language. */
export type ReadModelTexts = typeof svReadModels

/** The messages of each language. */
export const readModelTexts: Readonly<Record<Language, ReadModelTexts>> = { sv: svReadModels, en: enReadModels }
