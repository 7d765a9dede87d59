/**
 * Bundles as ZIP files: which files they have, and how they are packed. The same files give the same bytes.
 */
import { zipSync } from "fflate"
import { unpacked } from "../files/ForeignArchive.ts"

/** The files of a bundle, in order. */
export type Files = Readonly<Record<string, Uint8Array>>

/** The file with the SHA-256 of every other file. */
export const sumsName = "SHA256SUMS"
/** The file with the log, as a copy. */
export const logName = "log.ndjson"

/** The file with the page that verifies the bundle. */
export const pageName = "verify.html"
/** The file that says which program made the bundle, and by which command. */
export const commandName = "command.txt"

/** ZIP stores local time, so this writes the same in every time zone. */
const mtime = new Date(1980, 0, 1, 12)

/** Writes the files as a ZIP file. */
export const archived = (files: Files): Uint8Array => zipSync({ ...files }, { level: 6, mtime })

/** The files that every bundle has, beside its kept checkpoints. */
export const bundleNames: ReadonlyArray<string> = [
  pageName,
  logName,
  "checkpoint.txt",
  "board.csv",
  "completed.csv",
  "slips.csv",
  "events.csv",
  "sources.csv",
  "editions.csv",
  sumsName
]

/** The name of the nth kept checkpoint, from 1. */
export const keptName = (nth: number): string => `checkpoints/${nth}.txt`

/** Of a large bundle 512 MB are unpacked: about a million events. */
const most = 16

/**
 * Reads the files of an archive, however they are packed, and in whichever folder; `undefined` for other bytes.
 */
export const unarchived = (bytes: Uint8Array): Files | undefined => {
  const names: Array<string> = []
  const files = unpacked(bytes, { most, wanted: (name) => !name.endsWith("/") && names.push(name) > 0 })
  if (files === undefined) return undefined
  const [first = ""] = names
  const folder = first.slice(0, first.indexOf("/") + 1)
  const isIn = folder !== "" && names.every((name) => name.startsWith(folder))
  return Object.fromEntries(
    names.map((name) => [isIn ? name.slice(folder.length) : name, files[name] ?? new Uint8Array()])
  )
}
