/**
 * The bounds of reading a file that anybody may have made: far above any document, report or bundle of a plan, and small
 * enough not to exhaust memory.
 */

/** Most bytes unpacked from a small file. */
const maxUnpacked = 32 * 1024 * 1024
/** The size of a file up to which the limit does not grow, in bytes. */
const small = 512 * 1024

/** Most files in an archive. */
export const maxParts = 10_000

/** Returns a limit of a file of this many bytes, which grows with the file up to `most` times. */
export const grown = (limit: number, bytes: number, most: number): number =>
  Math.round(limit * Math.min(Math.max(bytes / small, 1), most))

/** Returns the most bytes that may be unpacked from a file of this many; of a large file, at most so many times 32 MB. */
export const mostUnpacked = (bytes: number, most = 8): number => grown(maxUnpacked, bytes, most)
