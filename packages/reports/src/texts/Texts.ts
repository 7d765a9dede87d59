/**
 * The texts of reports, complete in each language.
 */
import { en } from "./en.ts"
import { sv } from "./sv.ts"
import type { Language } from "../words/Language.ts"

/** All texts of one language: words are strings, sentences are functions of what they mention. */
export type Texts = typeof sv

/** The texts of each language. */
export const texts: Readonly<Record<Language, Texts>> = { sv, en }
