/**
 * Limits of a document: far above any follow-up, and small enough not to exhaust memory.
 */

/** Largest file, in bytes. */
export const maxBytes = 32 * 1024 * 1024
/** Most rows, over all tables. */
export const maxRows = 100_000
/** Most filled rows of one table or sheet, including titles and repeated headings. */
export const maxLines = maxRows + 20_000
/** Most filled cells in a CSV file: a hundred thousand full rows of the known columns, and some more. */
export const maxCsvCells = 1_200_000
/** Most characters in all cells of a CSV file, in UTF-16 code units. */
export const maxCsvCharacters = 16 * 1024 * 1024
/** Most columns. */
export const maxColumns = 256
