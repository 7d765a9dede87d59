/**
 * A bundle as a ZIP file that is the same each time: so that one byte that is another shows, also in what no file holds.
 */
import { unzipSync, zipSync } from "fflate"

/** The files of a bundle, in their order. */
export type Files = Readonly<Record<string, Uint8Array>>

export const sumsName = "SHA256SUMS"
export const logName = "log.ndjson"

/** Written in local time, so that every zone writes the same. */
const mtime = new Date(1980, 0, 1, 12)

export const archived = (files: Files): Uint8Array => zipSync({ ...files }, { level: 6, mtime })

/** The files of an archive; `undefined` for bytes that are none. */
export const unarchived = (bytes: Uint8Array): Files | undefined => {
  try {
    return unzipSync(bytes)
  } catch {
    return undefined
  }
}
