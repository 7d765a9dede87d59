/**
 * The streams of a PDF as they lie in the file, and whether the packed ones are whole. pdf.js reads as much of a damaged
 * one as it can and says nothing, so that a part of a table would be missing without a word.
 */
import { constants, inflateRawSync, inflateSync } from "node:zlib"
import { Unreadable } from "../office/Unreadable.ts"

/** The most bytes that a stream is unpacked to here: pdf.js and its limits judge those that hold more. */
const maxOutputLength = 33_554_432
/** The most bytes that all of them are unpacked to. */
const maxTotal = 8 * maxOutputLength
/** The most characters of a stream's dictionary. */
const longest = 4000

const isFlate = /\/Filter\s{0,9}\[?\s{0,9}\/(?:FlateDecode|Fl)\b/u
/** Pictures and the shapes of letters: nothing is read from them. */
const isUnread = /\/Subtype\s{0,9}\/(?:Image|Type1C|CIDFontType0C|OpenType)\b|\/Length[123]\b/u

/** A stream: its dictionary as it is written, its bytes as they are packed, and their place in the file. */
interface PdfStream {
  readonly dictionary: string
  readonly packed: Buffer
  readonly begin: number
  readonly end: number
}

/** Returns the streams of a file, in its order. */
export function* streamsIn(file: Buffer): Generator<PdfStream> {
  for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", at)) {
    const begin = afterLine(file, at + 6)
    const head = file.subarray(Math.max(0, at - longest), at).toString("latin1")
    if (begin === undefined || !/>>\s{0,9}$/u.test(head)) {
      at += 6
      continue
    }
    const found = file.indexOf("endstream", begin)
    const end = found === -1 ? file.length : found
    yield { dictionary: head.slice(head.lastIndexOf(" obj") + 1), packed: file.subarray(begin, end), begin, end }
    if (found === -1) return
    at = end + 9
  }
}

/** Throws `damagedPdf` for a PDF with a damaged stream from which something would be read. */
export const checkStreams = (file: Buffer): void => {
  let total = 0
  for (const { dictionary, packed } of streamsIn(file)) {
    if (!isFlate.test(dictionary) || isUnread.test(dictionary)) continue
    const content = unpacked(packed)
    if (content === "damaged") throw new Unreadable("damagedPdf")
    total += content === "long" ? maxOutputLength : content.length
    if (total > maxTotal) throw new Unreadable("unpacksTooLarge")
  }
}

/** Returns the bytes of a stream; `undefined` where it is damaged, packed in another way, or too long. */
export const unpackedStream = ({ dictionary, packed }: PdfStream): Buffer | undefined => {
  if (!dictionary.includes("/Filter")) return packed
  if (!isFlate.test(dictionary) || /\/(?:DecodeParms|DP)\b/u.test(dictionary)) return undefined
  const content = unpacked(packed)
  return typeof content === "string" ? undefined : content
}

/** Returns where the line after the word `stream` begins, or `undefined` where the word is none. */
const afterLine = (file: Buffer, at: number): number | undefined => {
  if (file[at] === 10) return at + 1
  return file[at] === 13 ? at + (file[at + 1] === 10 ? 2 : 1) : undefined
}

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined)

/** Returns what is packed, or why not. */
const unpacked = (packed: Buffer): Buffer | "damaged" | "long" => {
  try {
    return inflateSync(packed, { maxOutputLength })
  } catch (error) {
    if (codeOf(error) === "ERR_BUFFER_TOO_LARGE") return "long"
    if (codeOf(error) !== "Z_BUF_ERROR") return "damaged"
  }
  // Some programs leave the checksum out: the last block is there even so.
  try {
    return inflateRawSync(packed.subarray(2), { maxOutputLength, finishFlush: constants.Z_FINISH })
  } catch {
    return "damaged"
  }
}
