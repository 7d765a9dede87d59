/**
 * Messages about evidence in each language, loaded only by commands that need them.
 */
import { enEvidence } from "./en/enEvidence.ts"
import { svEvidence } from "./sv/svEvidence.ts"
import type { Language } from "@frist/reports/words/Language"

/** The messages of one language. */
export type EvidenceTexts = typeof svEvidence

/** The messages of each language. */
export const evidenceTexts: Readonly<Record<Language, EvidenceTexts>> = { sv: svEvidence, en: enEvidence }
