/**
 * Decodes a file's bytes: UTF-8 with or without a byte order mark, UTF-16 with one, or Windows-1252.
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

/** Returns the text, or fails as `binary` where a NUL or other control character shows that the file is not text. */
export const decodedText = (document: string, bytes: Uint8Array): Result.Result<string, UnreadableDocument> => {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null
  const text = marked === null ? (decode("utf-8", bytes) ?? decode("windows-1252", bytes)) : decode(marked, bytes)
  return text === undefined || /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u.test(text)
    ? Result.fail(new UnreadableDocument({ document, problem: "binary", detail: "" }))
    : Result.succeed(text)
}
