/**
 * The checkpoints that a document carries: a report as HTML, DOCX, XLSX or text, an export, or a checkpoint by itself.
 */
import { unzipSync } from "fflate"

/** Parts of a document that is an archive, and how much of each is read at most. */
const part = /^(?:word|xl|xl\/worksheets)\/[a-z0-9]+\.xml$/iu
const most = 64 * 1024 * 1024

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " }
const character = (code: number): string => (code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : "")

/** What markup says, each element's text by itself. */
const wordsOf = (markup: string, between: string): string =>
  markup
    .replace(/<[^>]*>/gu, between)
    .replace(/&#x([0-9a-f]{1,6});/giu, (_, code: string) => character(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});/gu, (_, code: string) => character(Number(code)))
    .replace(/&([a-z]+);/giu, (whole, name: string) => named[name] ?? whole)

/** Text stands in runs, which may end anywhere; paragraphs and breaks part words. */
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

/** Each checkpoint once, as its three lines: one that stands alone with its signatures. */
export const checkpointsIn = (bytes: Uint8Array): ReadonlyArray<string> => {
  const [whole = ""] = bytes.length < 100_000 ? textsOf(bytes) : []
  if (/^[^\s+]+\n\d{1,16}\n[A-Za-z0-9+/]{43}=\n(?:\n(?:— [^\n]+\n)+)?$/u.test(whole)) return [whole]
  const found = textsOf(bytes).flatMap((text) =>
    [...text.matchAll(line)].map(([, origin, size, root]) => `${origin}\n${size}\n${root}\n`)
  )
  return [...new Set(found)]
}
