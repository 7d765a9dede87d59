/**
 * What is said of read models, in each language: loaded by who keeps, proves or rebuilds them.
 */
import { enProjections } from "./enProjections.ts"
import { svProjections } from "./svProjections.ts"
import type { Language } from "@frist/reports/texts/Texts"

export type ProjectionTexts = typeof svProjections

export const projectionTexts: Readonly<Record<Language, ProjectionTexts>> = { sv: svProjections, en: enProjections }
