/**
 * Finds the archive in a file's bytes by its end record, as office programs do: with bytes before or after it, or with
 * a comment of another length than the record states.
 */

const endLength = 22
const endSignature = Buffer.from([0x50, 0x4b, 5, 6])
const entrySignature = 0x02014b50
const entryLength = 46
const locator64 = { signature: 0x07064b50, length: 20 }
const end64 = { signature: 0x06064b50, length: 56 }
/** Most places that look like an end record. */
const mostTries = 64

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Whether there is anything like the end of an archive. */
export const hasZipEnd = (bytes: Uint8Array): boolean => bufferOf(bytes).includes(endSignature)

/** Returns the bytes of the archive alone, without a comment; null where no archive is found. */
export const archiveIn = (bytes: Uint8Array): Buffer | null => {
  const file = bufferOf(bytes)
  let end = file.length - endLength
  for (let tries = 0; tries < mostTries && end >= 0; tries++) {
    end = file.lastIndexOf(endSignature, end)
    if (end < 0) break
    const start = startOf(file, end)
    if (start !== null) return cut(file, start, end)
    end--
  }
  return null
}

const cut = (file: Buffer, start: number, end: number): Buffer => {
  const rest = end + endLength
  if (start === 0 && file.readUInt16LE(rest - 2) === file.length - rest) return file
  const archive = Buffer.from(file.subarray(start, rest))
  archive.writeUInt16LE(0, archive.length - 2)
  return archive
}

/** Returns where the archive of an end record begins; null if the record leads to no list of entries. */
const startOf = (file: Buffer, end: number): number | null => {
  const far = farEnd(file, end)
  const count = file.readUInt16LE(end + 10)
  const size = file.readUInt32LE(end + 12)
  const offset = file.readUInt32LE(end + 16)
  if (far !== null) {
    // A program that knows no large archives reads this record alone.
    const agrees = (count === 0xffff || count === far.count) && (offset === 0xffffffff || offset === far.offset)
    return agrees && isListTo(far.at, file, far.start + far.offset, far.count) ? far.start : null
  }
  if (isListTo(end, file, offset, count)) return 0
  const start = end - size - offset
  return start > 0 && isListTo(end, file, start + offset, count) ? start : null
}

/** Reads the end record of a large archive, before the plain one. */
const farEnd = (file: Buffer, end: number) => {
  const locator = end - locator64.length
  if (!isAt(file, locator, locator64.signature)) return null
  const stated = Number(file.readBigUInt64LE(locator + 8))
  const nearest = locator - end64.length
  const at = isAt(file, stated, end64.signature) ? stated : isAt(file, nearest, end64.signature) ? nearest : null
  if (at === null || at < stated || at + end64.length > locator) return null
  const offset = Number(file.readBigUInt64LE(at + 48))
  return { at, start: at - stated, offset, count: Number(file.readBigUInt64LE(at + 32)) }
}

/** Whether a list of so many entries begins there and ends with the list: a program that counts and one that does not agree. */
const isListTo = (end: number, file: Buffer, start: number, count: number): boolean => {
  let at = start
  for (let nth = 0; nth < count; nth++) {
    if (at + entryLength > end || !isAt(file, at, entrySignature)) return false
    at += entryLength + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return at === end
}

const isAt = (file: Buffer, at: number, signature: number): boolean =>
  at >= 0 && at <= file.length - 4 && file.readUInt32LE(at) === signature
