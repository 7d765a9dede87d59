/**
 * What is said of evidence, in each language: loaded by who verifies, proves or redacts.
 */
import { enEvidence } from "./enEvidence.ts"
import { svEvidence } from "./svEvidence.ts"
import type { Language } from "@frist/reports/texts/Texts"

export type EvidenceTexts = typeof svEvidence

export const evidenceTexts: Readonly<Record<Language, EvidenceTexts>> = { sv: svEvidence, en: enEvidence }
