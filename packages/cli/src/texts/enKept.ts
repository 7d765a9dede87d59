/**
 * Messages about kept editions, in English.
 */
import type { KeptTexts } from "./KeptTexts.ts"

/** Messages about kept editions, in English. */
export const enKept: KeptTexts = {
  notCompared: (editions) =>
    `Note: ${editions} was not compared with this edition, because its cells are not kept. What was recorded from it stands. Import the document again on its day, so that its cells are kept, and then run frist reread.`,
  cellsKept: "The edition is already recorded. Its cells were missing, and are kept now.",
  same: (editions) => `Nothing is read differently in ${editions}. Nothing is stored.`,
  differs: (editions, events) => `Read differently: ${editions}, ${events}. Nothing is stored.`,
  inEdition: (document, heldOn) => `${document} (${heldOn})`,
  notKept: (editions) =>
    `Not read, because the cells are not kept: ${editions}. Import the document again on its day, so that they are.`,
  editions: (n) => (n === 1 ? "1 kept edition" : `${n} kept editions`),
  reason: "Read again",
  none: "No edition is kept.",
  heading: {
    document: "Document",
    review: "Review",
    cells: "Cells",
    decisions: "Decisions",
    cell: "Cell",
    words: "Words"
  },
  states: {
    kept: "kept",
    partlyErased: "partly erased",
    erased: "erased",
    notKept: "not kept",
    missing: "missing from the database"
  },
  found: (n, words) =>
    n === 0 ? `No kept cell holds "${words}".` : n === 1 ? `1 cell holds "${words}":` : `${n} cells hold "${words}":`,
  noEdition: (words, known) =>
    `No kept edition is called ${words}; give the document's name or the beginning of its SHA-256${known === "" ? "" : `: ${known}`}.`,
  severalEditions: (words, known) => `Several editions fit ${words}; give the beginning of the SHA-256: ${known}.`,
  notACell: (words) => `"${words}" is not a cell; write table, row and column, as in 1:7:3.`,
  noCell: (words) => `There is no kept cell ${words}; see which there are with frist editions --find WORDS.`,
  eitherOr: "Give either event numbers or --edition.",
  cellAlone: "--cell goes with --edition.",
  erasedAll: (document, decision) => `Redacted under ${decision}: every cell of ${document}.`,
  erasedCells: (cells, document, decision) => `Redacted under ${decision}: cell ${cells} of ${document}.`,
  eventsLeft: "The events from the edition stand; redact them separately, by their numbers.",
  alike: (cells) => `Cell ${cells} holds the same text; redact it too if it must not stay.`,
  alsoKept: (cells) => `Kept cells hold the same text: ${cells}; redact them with frist redact --edition.`,
  stillOnServer:
    "On the server the old rows stay on disk until the table is rewritten: its owner runs vacuum full frist.edition.",
  exported: (kept) => (kept === 1 ? "1 kept edition is included." : `${kept} kept editions are included.`),
  someErased: (n) =>
    n === 1 ? "Cells of 1 edition are erased, and missing." : `Cells of ${n} editions are erased, and missing.`,
  missing: (n) =>
    n === 1
      ? "The cells of 1 edition are missing, although the log says that they are kept; import the document again."
      : `The cells of ${n} editions are missing, although the log says that they are kept; import the documents again.`,
  altered: (documents) => `Kept cells are not those that the log names: ${documents}.`,
  undone: (documents) => `Decided but not erased: cells of ${documents}; run frist redact again with the same decision.`
}
