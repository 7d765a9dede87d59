/**
 * Finds the checkpoints in a document: a report as HTML, DOCX, XLSX or text, an export, or a checkpoint by itself.
 */
import { unzipSync } from "fflate"

/** The parts of an Office document that are read, and the most bytes of each. */
const part = /^(?:word|xl|xl\/worksheets)\/[a-z0-9]+\.xml$/iu
const most = 64 * 1024 * 1024

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " }
const character = (code: number): string => (code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : "")

/** Returns the text of markup, with `between` in place of each tag. */
const wordsOf = (markup: string, between: string): string =>
  markup
    .replace(/<[^>]*>/gu, between)
    .replace(/&#x([0-9a-f]{1,6});/giu, (_, code: string) => character(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});/gu, (_, code: string) => character(Number(code)))
    .replace(/&([a-z]+);/giu, (whole, name: string) => named[name] ?? whole)

/** Office splits text into runs anywhere. Paragraphs and breaks separate words. */
const officeWords = (xml: string): string =>
  wordsOf(
    xml
      .replace(/<\/w:p>|<w:(?:br|tab|cr)\b[^>]*>|<\/(?:w:tc|c|si|t|v)>/gu, "\n")
      .replace(/<w:instrText\b[^]*?<\/w:instrText>/gu, ""),
    ""
  )

const decoder = new TextDecoder()

const textsOf = (bytes: Uint8Array): ReadonlyArray<string> => {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    try {
      const parts = unzipSync(bytes, { filter: ({ name, originalSize }) => part.test(name) && originalSize <= most })
      return Object.values(parts).map((each) => officeWords(decoder.decode(each)))
    } catch {
      return []
    }
  }
  const text = decoder.decode(bytes)
  // In JSON a newline is two characters.
  return [/<html|<body|<!doctype/iu.test(text) ? wordsOf(text, "\n") : text.replaceAll("\\n", "\n")]
}

const parting = "[\\s\"'`,|*\\u200b\\u00ad]+"
const line = new RegExp(`([^\\s"'\`,|*<>+]{1,200})${parting}(\\d{1,16})${parting}([A-Za-z0-9+/]{43}=)`, "gu")

/** Returns each checkpoint in a document once, as its three lines. A checkpoint by itself keeps its signatures. */
export const checkpointsIn = (bytes: Uint8Array): ReadonlyArray<string> => {
  const [whole = ""] = bytes.length < 100_000 ? textsOf(bytes) : []
  if (/^[^\s+]+\n\d{1,16}\n[A-Za-z0-9+/]{43}=\n(?:\n(?:— [^\n]+\n)+)?$/u.test(whole)) return [whole]
  const found = textsOf(bytes).flatMap((text) =>
    [...text.matchAll(line)].map(([, origin, size, root]) => `${origin}\n${size}\n${root}\n`)
  )
  return [...new Set(found)]
}
