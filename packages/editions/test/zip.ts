/**
 * Writes ZIP archives for tests, optionally with false headers.
 */
import { crc32, deflateRawSync } from "node:zlib"

export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  /** False values that the archive states instead of the real ones. */
  readonly claim?: { readonly size?: number; readonly crc?: number; readonly offset?: number; readonly flags?: number }
}

const u16 = (value: number): Uint8Array => Uint8Array.of(value & 255, (value >> 8) & 255)
const u32 = (value: number): Uint8Array =>
  Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255)

export const zip = (entries: ReadonlyArray<ZipEntry>): Uint8Array => {
  const files: Array<Uint8Array> = []
  const directory: Array<Uint8Array> = []
  let offset = 0
  for (const { claim = {}, content, name } of entries) {
    const bytes = typeof content === "string" ? Buffer.from(content) : content
    const packed = deflateRawSync(bytes)
    const path = Buffer.from(name)
    const about = Buffer.concat([
      u16(20),
      u16(claim.flags ?? 0x0800),
      u16(8),
      u32(0x5a8a0000),
      u32(claim.crc ?? crc32(bytes)),
      u32(packed.length),
      u32(claim.size ?? bytes.length),
      u16(path.length),
      u16(0)
    ])
    const file = Buffer.concat([u32(0x04034b50), about, path, packed])
    directory.push(
      Buffer.concat([u32(0x02014b50), u16(20), about, Buffer.alloc(10), u32(claim.offset ?? offset), path])
    )
    files.push(file)
    offset += file.length
  }
  const listing = Buffer.concat(directory)
  const count = u16(Math.min(entries.length, 0xffff))
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), count, count, u32(listing.length), u32(offset), u16(0)])
  return Buffer.concat([...files, listing, end])
}
