/**
 * The texts a person reads, whole in each language.
 */
import { en } from "./en.ts"
import { sv } from "./sv.ts"
import type { Language } from "../words/Spoken.ts"

export type Texts = typeof sv
export type { Language } from "../words/Spoken.ts"

export const texts: Readonly<Record<Language, Texts>> = { sv, en }
