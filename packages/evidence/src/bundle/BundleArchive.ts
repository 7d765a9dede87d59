/**
 * Bundles as ZIP files. The same files give the same bytes, so that any changed byte shows, even outside the files.
 */
import { unzipSync, zipSync } from "fflate"

/** The files of a bundle, in order. */
export type Files = Readonly<Record<string, Uint8Array>>

/** The file with the SHA-256 of every other file. */
export const sumsName = "SHA256SUMS"
/** The file with the log, as a copy. */
export const logName = "log.ndjson"

/** ZIP stores local time, so this writes the same in every time zone. */
const mtime = new Date(1980, 0, 1, 12)

/** Writes the files as a ZIP file. */
export const archived = (files: Files): Uint8Array => zipSync({ ...files }, { level: 6, mtime })

/** Reads the files of an archive; `undefined` for other bytes. */
export const unarchived = (bytes: Uint8Array): Files | undefined => {
  try {
    return unzipSync(bytes)
  } catch {
    return undefined
  }
}
