/**
 * What is said of copies of a log, in each language: loaded by who makes or takes one.
 */
import { enCopy } from "./enCopy.ts"
import { svCopy } from "./svCopy.ts"
import type { Language } from "@frist/reports/texts/Texts"

export type CopyTexts = typeof svCopy

export const copyTexts: Readonly<Record<Language, CopyTexts>> = { sv: svCopy, en: enCopy }
