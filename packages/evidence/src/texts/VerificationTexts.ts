/**
 * Messages about verification in each language.
 */
import { enVerification } from "./enVerification.ts"
import { svVerification } from "./svVerification.ts"

/** The messages of one language. */
export type VerificationTexts = typeof svVerification

/** The messages of each language. */
export const verificationTexts: Readonly<Record<"en" | "sv", VerificationTexts>> = {
  sv: svVerification,
  en: enVerification
}
