/**
 * How much a document may hold: far beyond any follow-up, and small enough never to exhaust memory.
 */

/** Largest file, in bytes. */
export const maxBytes = 32 * 1024 * 1024
/** Most rows, over all tables. */
export const maxRows = 100_000
/** Most cells that say something, in a CSV file: a hundred thousand full rows of the columns we know, and some more. */
export const maxCsvCells = 1_200_000
/** Most columns. */
export const maxColumns = 256
