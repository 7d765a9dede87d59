/**
 * How much an office file may unpack to: far beyond any follow-up, and read within two seconds and 256 MB.
 */

/** Most bytes unpacked from all parts that are read. */
export const maxUnpacked = 32 * 1024 * 1024
/** Most files in the archive. */
export const maxParts = 10_000
/** Deepest nesting of XML. */
export const maxDepth = 256
/** Most cells with something in them, over all tables. */
export const maxOfficeCells = 120_000
/** Most rows with or without anything in them; a sheet may have a million, all of them empty. */
export const maxRowsSeen = 200_000
