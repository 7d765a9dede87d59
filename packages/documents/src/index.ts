/**
 * Views out as text a person reads. The readers and writers of files are subpaths, loaded when they are used:
 * `@frist/documents/CsvEdition`, `@frist/documents/CsvRows`.
 */
export { inOrderOf, orders, type Order } from "./Sorting.ts"
export { changesReport } from "./terminal/ChangesReport.ts"
export { findingsReport } from "./terminal/FindingsReport.ts"
export { phrases, type Phrases } from "./terminal/Phrases.ts"
export { printable } from "./terminal/Table.ts"
export { boardText } from "./terminal/BoardText.ts"
export { completedText } from "./terminal/CompletedText.ts"
export { findingsText } from "./terminal/FindingsText.ts"
export { historyText } from "./terminal/HistoryText.ts"
export { measuresText } from "./terminal/MeasuresText.ts"
export { slipsText } from "./terminal/SlipsText.ts"
export { timelineText } from "./terminal/TimelineText.ts"
export { trendText } from "./terminal/TrendText.ts"
export { texts, type Language, type Texts } from "./texts/Texts.ts"
export { UnreadableDocument, type Problem } from "./UnreadableDocument.ts"
