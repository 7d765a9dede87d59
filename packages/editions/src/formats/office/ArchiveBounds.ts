/**
 * Limits of the unpacked content of an office file: far above any follow-up, and read within two seconds and 256 MB.
 */

/** Most bytes unpacked from all parts that are read. */
export const maxUnpacked = 32 * 1024 * 1024
/** Most files in the archive. */
export const maxParts = 10_000
/** Deepest nesting of XML. */
export const maxDepth = 256
/** Most filled cells, over all tables: ten thousand rows of thirty-two columns. */
export const maxOfficeCells = 320_000
/** Most tables of a text document. */
export const maxTables = 20_000
/** Most rows, including empty ones; a sheet may have a million, all empty. */
export const maxRowsSeen = 200_000
/** Most characters in all cells together, in UTF-16 code units. A text counts once for each cell that shows it. */
export const maxCharacters = 8 * 1024 * 1024
