/**
 * Whether the packed streams of a PDF are whole. pdf.js reads as much of a damaged one as it can and says nothing, so that
 * a part of a table would be missing without a word.
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

/** Throws `damagedPdf` for a PDF with a damaged stream from which something would be read. */
export const checkStreams = (bytes: Uint8Array): void => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // What is encrypted is not packed as it stands; pdf.js decrypts it first.
  if (file.includes("/Encrypt")) return
  let total = 0
  for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", at)) {
    const begin = afterLine(file, at + 6)
    const head = file.subarray(Math.max(0, at - longest), at).toString("latin1")
    if (begin === undefined || !/>>\s{0,9}$/u.test(head)) {
      at += 6
      continue
    }
    const end = file.indexOf("endstream", begin)
    const dictionary = head.slice(head.lastIndexOf(" obj") + 1)
    if (isFlate.test(dictionary) && !isUnread.test(dictionary)) {
      const size = unpackedSize(file.subarray(begin, end === -1 ? undefined : end))
      if (size === undefined) throw new Unreadable("damagedPdf")
      total += size
      if (total > maxTotal) throw new Unreadable("unpacksTooLarge")
    }
    if (end === -1) return
    at = end + 9
  }
}

/** Returns where the line after the word `stream` begins, or `undefined` where the word is none. */
const afterLine = (file: Buffer, at: number): number | undefined => {
  if (file[at] === 10) return at + 1
  return file[at] === 13 ? at + (file[at + 1] === 10 ? 2 : 1) : undefined
}

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined)

/** Returns the size of what is packed, at most the limit; `undefined` where it is damaged. */
const unpackedSize = (packed: Buffer): number | undefined => {
  try {
    return inflateSync(packed, { maxOutputLength }).length
  } catch (error) {
    if (codeOf(error) === "ERR_BUFFER_TOO_LARGE") return maxOutputLength
    if (codeOf(error) !== "Z_BUF_ERROR") return undefined
  }
  // Some programs leave the checksum out: the last block is there even so.
  try {
    return inflateRawSync(packed.subarray(2), { maxOutputLength, finishFlush: constants.Z_FINISH }).length
  } catch {
    return undefined
  }
}
