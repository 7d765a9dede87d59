/**
 * The texts of a served page in each language.
 */
import type { Language } from "../words/Language.ts"
import { enLive } from "./enLive.ts"
import { svLive } from "./svLive.ts"

/** The texts of a served page in one language. */
export type LiveTexts = typeof svLive

/** The texts of a served page in each language. */
export const liveTexts: Readonly<Record<Language, LiveTexts>> = { sv: svLive, en: enLive }
