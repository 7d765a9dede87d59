/**
 * The languages of the texts.
 */

/** Swedish or English. */
export type Language = "sv" | "en"
