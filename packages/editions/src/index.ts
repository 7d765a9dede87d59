/**
 * Follow-up documents in: reads a file, matches its rows to a plan, and records or proposes what it changes.
 */
export { Edition } from "./Edition.ts"
export {
  ChoiceNotPossible,
  type EditionOutcome,
  importEdition,
  proposeEdition,
  RowNotFound,
  RowNotNew
} from "./EditionImport.ts"
export { readEdition } from "./EditionReader.ts"
export { applyProposalFile, ProposalFile, ReviewDayDiffers } from "./ProposalFile.ts"
export { UnreadableDocument } from "./UnreadableDocument.ts"
export { swedishHealthCare } from "./vocabulary/swedishHealthCare.ts"
export type { Vocabulary } from "./vocabulary/Vocabulary.ts"
