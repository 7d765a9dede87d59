/**
 * Follow-up documents in: reads a file, matches its rows to a plan, and records or proposes what it changes.
 */
export { Edition } from "./Edition.ts"
export { type EditionOutcome, importEdition, proposeEdition } from "./EditionImport.ts"
export { readEdition } from "./EditionReader.ts"
export { ChoiceNotPossible, RowNotFound, RowNotNew } from "./matching/ChosenRows.ts"
export { applyProposalFile, ProposalFile, ReviewDayDiffers } from "./ProposalFile.ts"
export { UnreadableDocument } from "./UnreadableDocument.ts"
export { swedishHealthCare } from "./vocabulary/swedishHealthCare.ts"
export type { Vocabulary } from "./vocabulary/Vocabulary.ts"
