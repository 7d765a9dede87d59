/**
 * Limits of the unpacked content of an office file: far above any follow-up. A small file that expands is refused within
 * two seconds and 256 MB; a large one may hold more, in proportion.
 */
import { grown, mostUnpacked } from "@frist/domain/FileBounds"
import { maxCsvCells } from "../Limits.ts"

/** Deepest nesting of XML. */
export const maxDepth = 256
/** Most filled cells of a small file, over all tables: ten thousand rows of thirty-two columns. */
export const maxOfficeCells = 320_000
/** Most tables of a text document. */
export const maxTables = 20_000
/** Most rows, including empty ones; a sheet may have a million, all empty. */
export const maxRowsSeen = 200_000
/**
 * Most characters in all cells of a small file together, in UTF-16 code units. A text counts once for each cell that shows
 * it.
 */
export const maxCharacters = 8 * 1024 * 1024

/** What an archive may hold, by the size of its file. */
export interface ArchiveBounds {
  /** Most bytes unpacked from all parts that are read. */
  readonly unpacked: number
  /** Most filled cells, over all tables. */
  readonly cells: number
  /** Most characters in all cells together. */
  readonly characters: number
}

/** Returns the limits of a file of this many bytes: those of CSV from two megabytes on, and 256 MB unpacked from four. */
export const boundsOf = (bytes: number): ArchiveBounds => ({
  unpacked: mostUnpacked(bytes),
  cells: Math.min(grown(maxOfficeCells, bytes, 4), maxCsvCells),
  characters: grown(maxCharacters, bytes, 2)
})
