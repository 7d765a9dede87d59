/**
 * Bytes as text, and compared. Each sequence of bytes has one text in base64 and one in hex; any other text, such as
 * one with a line break, capitals in hex or bits left over, is refused.
 */

/** Encodes bytes in base64, with padding. */
export const base64 = (bytes: Uint8Array): string => {
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** Decodes base64; `undefined` unless encoding the bytes gives exactly this text. */
export const bytesOfBase64 = (text: string): Uint8Array | undefined => {
  let characters: string
  try {
    characters = atob(text)
  } catch {
    return undefined
  }
  const bytes = Uint8Array.from(characters, (each) => each.charCodeAt(0))
  return base64(bytes) === text ? bytes : undefined
}

/** Encodes bytes in hex, in lower case. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")

/** Decodes hex in lower case; `undefined` for any other text. */
export const bytesOfHex = (text: string): Uint8Array | undefined =>
  text.length % 2 === 0 && /^[0-9a-f]*$/u.test(text)
    ? Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(2 * at, 2 * at + 2), 16))
    : undefined

/** Returns whether two sequences of bytes are equal. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false
  return true
}
