/**
 * Base64 and hex, wherever this runs: text that is not exactly what its bytes are written as is nothing.
 */

export const base64 = (bytes: Uint8Array): string => {
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

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

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")

export const bytesOfHex = (text: string): Uint8Array | undefined =>
  text.length % 2 === 0 && /^[0-9a-f]*$/u.test(text)
    ? Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(2 * at, 2 * at + 2), 16))
    : undefined
