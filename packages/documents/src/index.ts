/**
 * Follow-up documents in, views out as text a person reads.
 */
export { readCsv } from "./CsvEdition.ts"
export { phrases, type Phrases } from "./terminal/Phrases.ts"
export { boardText, completedText, historyText, slipsText, timelineText } from "./terminal/Views.ts"
export { texts, type Language, type Texts } from "./texts/Texts.ts"
export { UnreadableDocument, type Problem } from "./UnreadableDocument.ts"
