/**
 * Messages about verification in each language.
 */
import { enVerification } from "./enVerification.ts"
import { svVerification } from "./svVerification.ts"

export type VerificationTexts = typeof svVerification

export const verificationTexts: Readonly<Record<"en" | "sv", VerificationTexts>> = {
  sv: svVerification,
  en: enVerification
}
