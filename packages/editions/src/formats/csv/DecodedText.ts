/**
 * Decodes a file's bytes: UTF-8, UTF-16, Windows-1252 or the encoding of old Macs, by what each leaves in the bytes.
 */
import * as Result from "effect/Result"
import { UnreadableDocument } from "../../UnreadableDocument.ts"

const decode = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Returns the text, or fails as `binary` where a NUL or other control character shows that the file is not text, or
 * where it is in two encodings, one of which would come out as other letters.
 */
export const decodedText = (document: string, bytes: Uint8Array): Result.Result<string, UnreadableDocument> => {
  const wide = wideEncoding(bytes)
  const text = wide === null ? (decode("utf-8", bytes) ?? narrowText(bytes)) : decode(wide, bytes)
  return text === undefined || /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u.test(text)
    ? Result.fail(new UnreadableDocument({ document, problem: "binary", detail: "" }))
    : Result.succeed(text)
}

/** Returns the order of bytes in UTF-16, by the byte order mark or by ASCII in the first characters; else null. */
const wideEncoding = (bytes: Uint8Array): "utf-16le" | "utf-16be" | null => {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe) return "utf-16le"
  if (first === 0xfe && second === 0xff) return "utf-16be"
  if (first === 0 && third === 0 && second !== 0 && fourth !== 0) return "utf-16be"
  return second === 0 && fourth === 0 && first !== 0 && third !== 0 ? "utf-16le" : null
}

/** A letter in UTF-8 among bytes that are not UTF-8 as a whole: a file in two encodings. */
const mixed = /\u00EF\u00BB\u00BF|[\u00C3][\u0080-\u00BF]/u
/** å or ä of an old Mac beside a small letter, where Windows has capital Š and Œ, which never follow a small letter. */
const ofMac = /[a-z][\u008A\u008C](?![A-Z])|[A-Z][\u008A\u008C][a-z]/u
/** Letters beside letters in Windows-1252. On an old Mac they are separate signs. */
const ofWindows =
  /[a-z][\u00E4-\u00E6\u00E9\u00F6\u00F8\u00FC]|[\u00C4-\u00C6\u00D6\u00D8\u00E4-\u00E6\u00F6\u00F8][a-z]/u

const narrowText = (bytes: Uint8Array): string | undefined => {
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1")
  if (mixed.test(plain)) return undefined
  return decode(ofMac.test(plain) && !ofWindows.test(plain) ? "macintosh" : "windows-1252", bytes)
}
