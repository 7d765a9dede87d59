/**
 * What a report says about itself, read from one place: its end. There stand the checkpoint of its log, the program that
 * made it, the command that makes it again, and one sentence. Whatever looks like a checkpoint elsewhere is text.
 */
import { type Checkpoint, readCheckpoint } from "../checkpoints/Checkpoint.ts"
import { fileWords } from "./FileWords.ts"

/** What a report says about itself. Program and command are empty where it does not say them as Frist does. */
export interface ReportMark {
  readonly checkpoint: Checkpoint
  readonly software: string
  readonly command: string
}

/** The fewest and the most pieces after the root: program and command, with their terms and a sentence. */
const [leastAfter, mostAfter] = [2, 5]
/** The same, where what follows the root is beyond doubt: somebody may have added a note of receipt below. */
const mostAfterFrist = 9

const last = (piece: string): string => piece.slice(piece.lastIndexOf(" ") + 1)

/** Reads the mark from the end of a report's words. */
const markAt = (pieces: ReadonlyArray<string>, root: number): ReportMark | undefined => {
  const text = `${last(pieces[root - 2] ?? "")}\n${pieces[root - 1] ?? ""}\n${pieces[root] ?? ""}\n`
  const checkpoint = readCheckpoint(text)
  if (checkpoint === undefined) return undefined
  const after = pieces.slice(root + 1)
  const [software = ""] = after.slice(0, 2).flatMap((piece) => /frist \d+\.\d+\.\S+$/u.exec(piece)?.[0] ?? [])
  const [command = ""] = after.slice(1, 4).flatMap((piece) => /frist report --plan .*$/u.exec(piece)?.[0] ?? [])
  const most = software === "" || command === "" ? mostAfter : mostAfterFrist
  // What a signature stands below is a note, and only whole.
  const isNote = after.some((piece) => piece.startsWith("\u2014"))
  return after.length < leastAfter || after.length > most || isNote ? undefined : { checkpoint, software, command }
}

const isText = (value: unknown): value is string => typeof value === "string"
const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : undefined

/** Reads the mark of a report as JSON. */
export const jsonReportMark = (report: unknown): ReportMark | undefined => {
  const checkpoint = fieldOf(report, "checkpoint")
  const [origin, size, root] = ["origin", "size", "root"].map((name) => fieldOf(checkpoint, name))
  const read = readCheckpoint(`${String(origin)}\n${String(size)}\n${String(root)}\n`)
  if (read === undefined || !isText(origin)) return undefined
  const sections = fieldOf(report, "sections")
  const about: unknown = Array.isArray(sections)
    ? sections.findLast((each) => fieldOf(each, "id") === "about")
    : undefined
  const blocks = fieldOf(about, "blocks")
  const facts = fieldOf(Array.isArray(blocks) ? blocks[0] : undefined, "facts")
  const lines = (Array.isArray(facts) ? facts : []).flatMap((fact): ReadonlyArray<string> => {
    const own = fieldOf(fact, "lines")
    return Array.isArray(own) ? own.filter(isText) : []
  })
  const at = lines.lastIndexOf(String(root))
  return (at === -1 ? undefined : markAt(lines, at)) ?? { checkpoint: read, software: "", command: "" }
}

/** Reads what a report says about itself; `undefined` for a file whose end is not that of a report. */
export const reportMark = (bytes: Uint8Array): ReportMark | undefined => {
  const { pieces } = fileWords(bytes)
  for (let at = pieces.length - 1; at >= Math.max(2, pieces.length - 1 - mostAfterFrist); at -= 1) {
    const mark = markAt(pieces, at)
    if (mark !== undefined) return mark
  }
  return undefined
}
