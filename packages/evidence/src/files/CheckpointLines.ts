/**
 * The checkpoint that a file hands out: of a report the one in its marked place, of a copy that of its last line, or the
 * file itself, as a note.
 */
import { checkpointText, readCheckpoint } from "../checkpoints/Checkpoint.ts"
import { isArchive } from "./FileWords.ts"
import { readCheckpointNote } from "../checkpoints/Note.ts"
import { jsonReportMark, type ReportMark, reportMark } from "./ReportMark.ts"

const decoder = new TextDecoder()

/** The most characters of a checkpoint by itself, with its signatures. */
const mostOfNote = 100_000

/** Reads a text that is one checkpoint and nothing else: as a note, or typed from paper with any space between. */
const ofNote = (text: string): string | undefined => {
  if (text.length > mostOfNote) return undefined
  const lines = `${text.replaceAll("\r\n", "\n").trim()}\n`
  if (readCheckpointNote(lines) !== undefined) return lines
  const typed = `${lines.trim().split(/\s+/u).join("\n")}\n`
  const checkpoint = readCheckpoint(typed)
  return checkpoint && checkpointText(checkpoint)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where the JSON of proofs, copies and seals has a checkpoint as text. */
const fields = new Set(["checkpoint", "earlier", "later", "note"])

const ofJson = (value: unknown): ReadonlyArray<string> =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, text]) =>
        fields.has(name) && typeof text === "string" && readCheckpointNote(text) !== undefined ? [text] : []
      )
    : []

/** What a file hands out: checkpoints as notes, and what it says about itself if it is a report. */
interface HandedOut {
  readonly notes: ReadonlyArray<string>
  readonly mark: ReportMark | undefined
}

const handedOutIn = (mark: ReportMark | undefined): HandedOut => ({
  notes: mark === undefined ? [] : [checkpointText(mark.checkpoint)],
  mark
})

/** Returns what a file hands out; of a file that is none of these, nothing. */
export const handedOut = (bytes: Uint8Array): HandedOut => {
  if (isArchive(bytes)) return handedOutIn(reportMark(bytes))
  const text = decoder.decode(bytes)
  const note = ofNote(text)
  if (note !== undefined) return { notes: [note], mark: undefined }
  if (!text.startsWith("{")) return handedOutIn(reportMark(bytes))
  const whole = parsed(text) ?? parsed(text.slice(text.trimEnd().lastIndexOf("\n") + 1))
  const mark = jsonReportMark(whole)
  return mark === undefined ? { notes: ofJson(whole), mark: undefined } : handedOutIn(mark)
}

/** Returns the checkpoint that a file hands out, as its three lines or as a note: of a proof of two, both. */
export const checkpointsIn = (bytes: Uint8Array): ReadonlyArray<string> => handedOut(bytes).notes
