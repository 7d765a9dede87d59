/**
 * Limits of a document: far above any follow-up, and small enough not to exhaust memory.
 */

/** Largest file, in bytes. */
export const maxBytes = 32 * 1024 * 1024
/** Most rows, over all tables. */
export const maxRows = 100_000
/** Most filled cells in a CSV file: a hundred thousand full rows of the known columns, and some more. */
export const maxCsvCells = 1_200_000
/** Most columns. */
export const maxColumns = 256
