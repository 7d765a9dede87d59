/**
 * Messages about kept editions, in English.
 */
import type { svKept } from "../sv/svKept.ts"

/** Messages about kept editions, in English. */
export const enKept: typeof svKept = {
  notCompared: (editions) =>
    `Note: not compared with this edition, because the cells are not kept: ${editions}. What was recorded from them is unchanged. To keep the cells, import the document again with the same --held-on; then run frist reread.`,
  cellsKept: "The edition is already recorded. Its cells were missing and are now kept.",
  same: (editions) => `Nothing is read differently in ${editions}. Nothing is stored.`,
  differs: (editions, events) => `Read differently: ${editions}, ${events}. Nothing is stored.`,
  inEdition: (document, heldOn) => `${document} (${heldOn})`,
  notKept: (editions) =>
    `Not read again, because the cells are not kept: ${editions}. Unless they were erased, import the document again with the same --held-on.`,
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
    n === 0 ? `No kept cell holds “${words}”.` : n === 1 ? `1 cell holds “${words}”:` : `${n} cells hold “${words}”:`,
  noEdition: (words, known) =>
    `No kept edition is called “${words}”; give the document's name or the beginning of its SHA-256${known === "" ? "" : `: ${known}`}.`,
  severalEditions: (words, known) => `Several editions match “${words}”; give the beginning of the SHA-256: ${known}.`,
  notACell: (words) =>
    `“${words}” is not a cell; write table, row and column, as in 1:7:3. Find the numbers with frist editions --find WORDS.`,
  noCell: (words) => `There is no kept cell ${words}; list the cells with frist editions --find WORDS.`,
  eitherOr: "What to erase is not clear; give either event numbers or --edition.",
  cellAlone: "--cell is a cell of an edition; name the edition with --edition.",
  erasedAll: (document, decision) => `Redacted under ${decision}: every cell of ${document}.`,
  erasedCells: (cells, document, decision) => `Redacted under ${decision}: cell ${cells} of ${document}.`,
  notErased: (document, detail) =>
    `The decision is recorded, but the cells of ${document} are not erased, or remain in the database's files (${detail}). Make room on the disk and run the same command again; it then erases what is left.`,
  eventsLeft: "The events from the edition remain; redact them separately, by their numbers.",
  alike: (cells) => `Cell ${cells} holds the same text; redact it too if it must not stay.`,
  alsoKept: (cells) => `Kept cells hold the same text: ${cells}; redact them with frist redact --edition.`,
  stillOnServer:
    "On the server the old rows stay on disk until the table is rewritten: its owner runs vacuum full frist.edition.",
  exported: (kept) => (kept === 1 ? "1 kept edition is included." : `${kept} kept editions are included.`),
  someErased: (n) =>
    n === 1 ? "1 edition lacks cells that were erased." : `${n} editions lack cells that were erased.`,
  missing: (n) =>
    n === 1
      ? "The cells of 1 edition are missing, although the log says that they are kept; import the document again."
      : `The cells of ${n} editions are missing, although the log says that they are kept; import the documents again.`,
  gone: (documents) =>
    `Kept cells of ${documents} are missing, and no decision in the log removed them; compare with a backup, or import the document again with the same --held-on.`,
  altered: (documents) =>
    `Kept cells do not match the log: ${documents}; keep the database as it is, and compare it with a backup.`,
  undone: (documents) => `Decided but not erased: cells of ${documents}; run frist redact again with the same decision.`
}
