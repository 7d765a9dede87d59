/**
 * Views out as text a person reads. The readers and writers of files are subpaths, loaded when they are used:
 * `@frist/documents/CsvEdition`, `@frist/documents/CsvRows`.
 */
export { findingsReport } from "./terminal/FindingsReport.ts"
export { phrases, type Phrases } from "./terminal/Phrases.ts"
export { printable } from "./terminal/Table.ts"
export { boardText, completedText, historyText, slipsText, timelineText } from "./terminal/Views.ts"
export { texts, type Language, type Texts } from "./texts/Texts.ts"
export { UnreadableDocument, type Problem } from "./UnreadableDocument.ts"
