/**
 * The layout of a ZIP file that every program reads alike: its files from the first byte on, each with a header that says
 * what the list says, then the list, then the end, and nothing between. An archive that says one thing in its list and
 * another elsewhere shows one program other files than the next.
 */

const endLength = 22
const entryLength = 46
const headerLength = 30
const [endMark, entryMark, headerMark, laterMark] = [0x06054b50, 0x02014b50, 0x04034b50, 0x08074b50]
/** What leads to the end of a large archive, 20 bytes before that of any. */
const [largeMark, largeLength] = [0x07064b50, 20]
/** Flags of entries: encrypted in either way, and with its sizes after the file. */
const [isEncrypted, isSizedLater] = [0x2041, 8]
/** Fields that say the sizes or the name of a file again. */
const again = new Set([0x0001, 0x7075])

/** A file in the list of an archive. */
interface Listed {
  readonly flags: number
  /** 0 for a file as it is, 8 for one that is deflated. */
  readonly method: number
  readonly crc: number
  /** Its length in the archive, and unpacked. */
  readonly packed: number
  readonly size: number
  readonly name: Uint8Array
  /** Where its header begins. */
  readonly offset: number
}

/** A file in an archive: its name, its content as it is packed, and what the list says of it. */
export interface ArchivedFile extends Pick<Listed, "crc" | "method" | "size"> {
  readonly name: string
  readonly content: Uint8Array
}

/** Reads the list and the headers of an archive; throws a `RangeError` outside of its bytes. */
class Layout {
  readonly bytes: Uint8Array
  readonly view: DataView

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  u16(at: number): number {
    return this.view.getUint16(at, true)
  }

  u32(at: number): number {
    return this.view.getUint32(at, true)
  }

  /** The list, if it is as long as the end says, and is all there is before the end. */
  list(): { readonly entries: ReadonlyArray<Listed>; readonly start: number } | undefined {
    const end = this.bytes.length - endLength
    if (this.u32(end) !== endMark || this.u32(end + 4) !== 0 || this.u16(end + 20) !== 0) return undefined
    if (end >= largeLength && this.u32(end - largeLength) === largeMark) return undefined
    const [count, all, size, start] = [this.u16(end + 8), this.u16(end + 10), this.u32(end + 12), this.u32(end + 16)]
    if (count !== all || start + size !== end) return undefined
    const entries: Array<Listed> = []
    let at = start
    for (let nth = 0; nth < count; nth += 1) {
      if (this.u32(at) !== entryMark || this.u16(at + 34) !== 0) return undefined
      const [nameLength, extraLength, commentLength] = [this.u16(at + 28), this.u16(at + 30), this.u16(at + 32)]
      const name = at + entryLength
      entries.push({
        flags: this.u16(at + 8),
        method: this.u16(at + 10),
        crc: this.u32(at + 16),
        packed: this.u32(at + 20),
        size: this.u32(at + 24),
        name: this.bytes.subarray(name, name + nameLength),
        offset: this.u32(at + 42)
      })
      if (this.saysAgain(name + nameLength, extraLength)) return undefined
      at = name + nameLength + extraLength + commentLength
    }
    return at === end ? { entries, start } : undefined
  }

  private saysAgain(from: number, length: number): boolean {
    for (let at = from; at + 4 <= from + length; at += 4 + this.u16(at + 2)) if (again.has(this.u16(at))) return true
    return false
  }

  /** Where content and file end whose header is at `at`; `undefined` if the header does not say what the list says. */
  endsOf(at: number, { crc, flags, method, name, packed, size }: Listed): readonly [number, number] | undefined {
    const isLater = (flags & isSizedLater) !== 0
    const [nameLength, extraLength] = [this.u16(at + 26), this.u16(at + 28)]
    const begin = at + headerLength
    const own = this.bytes.subarray(begin, begin + nameLength)
    const sizes = [this.u32(at + 14), this.u32(at + 18), this.u32(at + 22)]
    const isSame =
      this.u32(at) === headerMark &&
      this.u16(at + 6) === flags &&
      this.u16(at + 8) === method &&
      (flags & isEncrypted) === 0 &&
      own.length === name.length &&
      own.every((byte, nth) => byte === name[nth]) &&
      [crc, packed, size].every((value, nth) => value === sizes[nth] || (isLater && sizes[nth] === 0)) &&
      !this.saysAgain(begin + nameLength, extraLength)
    const end = begin + nameLength + extraLength + packed
    if (!isSame || !isLater) return isSame ? [end, end] : undefined
    // The sizes after the file, with a mark before them or without.
    const from = this.u32(end) === laterMark ? end + 4 : end
    return [crc, packed, size].every((value, nth) => this.u32(from + 4 * nth) === value) ? [end, from + 12] : undefined
  }
}

const decoder = new TextDecoder()

/** Returns the files of an archive that has the one layout, in the order of its bytes; `undefined` for any other. */
export const archivedFiles = (bytes: Uint8Array): ReadonlyArray<ArchivedFile> | undefined => {
  try {
    const layout = new Layout(bytes)
    const list = layout.list()
    const files: Array<ArchivedFile> = []
    let at = 0
    for (const entry of list?.entries.toSorted((one, other) => one.offset - other.offset) ?? []) {
      const ends = entry.offset === at ? layout.endsOf(at, entry) : undefined
      if (ends === undefined) return undefined
      const { crc, method, name, packed, size } = entry
      files.push({ name: decoder.decode(name), crc, method, size, content: bytes.subarray(ends[0] - packed, ends[0]) })
      at = ends[1]
    }
    return at === list?.start ? files : undefined
  } catch {
    return undefined
  }
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})

/** Computes the checksum that the list of an archive has of a file. */
export const crc32 = (bytes: Uint8Array): number => {
  let rest = 0xffffffff
  for (const byte of bytes) rest = (remainders[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8)
  return (rest ^ 0xffffffff) >>> 0
}
