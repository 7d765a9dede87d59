/**
 * Reads an edition from a file's bytes. Recognises the format by the content, not the name, and loads only the reader
 * that it needs.
 */
import type { Edition } from "./Edition.ts"
import * as Effect from "effect/Effect"
import { maxBytes } from "./formats/Limits.ts"
import { hasZipEnd } from "./formats/office/ZipEnd.ts"
import { isPdf } from "./formats/pdf/PdfMark.ts"
import type { ReadingOptions } from "./ReadingOptions.ts"
import { type Problem, UnreadableDocument } from "./UnreadableDocument.ts"

/**
 * Reads the edition in a document's bytes, or fails with the one reason why it cannot. `document` is its name without
 * folders. Default vocabulary: Swedish health care.
 */
export const readEdition = Effect.fnUntraced(function* (
  document: string,
  bytes: Uint8Array,
  options: ReadingOptions = {}
): Effect.fn.Return<Edition, UnreadableDocument> {
  const edition = yield* readBytes(document, bytes, options)
  const { columns, sheets } = options
  return columns === undefined && sheets === undefined ? edition : { ...edition, readBy: { columns, sheets } }
})

const readBytes = Effect.fnUntraced(function* (
  document: string,
  bytes: Uint8Array,
  options: ReadingOptions
): Effect.fn.Return<Edition, UnreadableDocument> {
  if (bytes.length > maxBytes) {
    const detail = `${Math.ceil(bytes.length / 1_048_576)} MB`
    return yield* new UnreadableDocument({ document, problem: "tooLarge", detail })
  }
  if (startsWith(bytes, "PK\u0003\u0004") || startsWith(bytes, "PK\u0005\u0006"))
    return yield* office(document, bytes, options)
  if (isPdf(bytes)) {
    const { readPdf } = yield* Effect.promise(() => import("./formats/pdf/PdfEdition.ts"))
    return yield* readPdf(document, bytes, options)
  }
  const problem = foreignFormat(bytes)
  if (problem !== null) return yield* new UnreadableDocument({ document, problem, detail: "" })
  if (hasZipEnd(bytes)) return yield* office(document, bytes, options)
  const { readCsv } = yield* Effect.promise(() => import("./formats/csv/CsvEdition.ts"))
  return yield* Effect.fromResult(readCsv(document, bytes, options))
})

const office = Effect.fnUntraced(function* (
  document: string,
  bytes: Uint8Array,
  options: ReadingOptions
): Effect.fn.Return<Edition, UnreadableDocument> {
  const { readOffice } = yield* Effect.promise(() => import("./formats/office/OfficeEdition.ts"))
  return yield* readOffice(document, bytes, options)
})

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.subarray(0, text.length)).toString("latin1") === text

/** The container of Office documents before 2007, and of encrypted ones since. */
const compoundFile = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"

/** Returns why a format that is known by its first bytes is not read; null for any other. */
export const foreignFormat = (bytes: Uint8Array): Problem | null => {
  if (startsWith(bytes, compoundFile)) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return buffer.includes("EncryptedPackage", 0, "utf16le") ? "encrypted" : "oldFormat"
  }
  const start = Buffer.from(bytes.subarray(0, 1024))
    .toString("latin1")
    .replace(/^(?:\u00EF\u00BB\u00BF)?\s*/u, "")
  if (/^<(?:!doctype html|html|head|body|table|meta|div|!--)/iu.test(start)) return "webPage"
  return /^(?:\{\\rtf|<\?xml)/u.test(start) ? "unknownFormat" : null
}
