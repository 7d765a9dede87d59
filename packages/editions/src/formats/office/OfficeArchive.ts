/**
 * Reads the parts of an office file's ZIP archive as text, one at a time. Limits the bytes actually unpacked, verifies
 * every checksum, and refuses archives that no office program writes.
 */
import { crc32 } from "node:zlib"
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from "yauzl"
import { maxParts } from "@frist/domain/FileBounds"
import { type ArchiveBounds, boundsOf } from "./ArchiveBounds.ts"
import { Unreadable } from "./Unreadable.ts"
import { archiveIn } from "./ZipEnd.ts"

export class Archive {
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  readonly bounds: ArchiveBounds
  #left: number

  constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, bounds: ArchiveBounds) {
    this.#zip = zip
    this.#entries = entries
    this.bounds = bounds
    this.#left = bounds.unpacked
  }

  /** Whether there is such a part. Case is ignored. */
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase())
  }

  names(): Iterable<string> {
    return this.#entries.keys()
  }

  /** Passes the text of a part to `take`, piece by piece; nothing if there is no such part. */
  async read(name: string, take: (text: string) => void): Promise<void> {
    const entry = this.#entries.get(name.toLowerCase())
    if (entry === undefined) return
    if (entry.isEncrypted()) throw new Unreadable("encrypted", name)
    if (entry.uncompressedSize > this.#left) throw new Unreadable("unpacksTooLarge", name)
    const stream = await this.#zip.openReadStreamPromise(entry).catch(damaged(name))
    const decode = decoder(name)
    let sum = 0
    try {
      for await (const chunk of chunks(stream, name)) {
        this.#left -= chunk.length
        if (this.#left < 0) throw new Unreadable("unpacksTooLarge", name)
        sum = crc32(chunk, sum)
        take(decode(chunk))
      }
      if (sum !== entry.crc32) throw new Unreadable("damaged", name)
      take(decode(null))
    } finally {
      stream.destroy()
    }
  }
}

const damaged = (name: string) => (error: unknown) => {
  throw error instanceof Unreadable ? error : new Unreadable("damaged", name)
}

async function* chunks(stream: AsyncIterable<unknown>, name: string): AsyncGenerator<Buffer> {
  const iterator = stream[Symbol.asyncIterator]()
  while (true) {
    const next = await iterator.next().catch(damaged(name))
    if (next.done === true) return
    if (next.value instanceof Buffer) yield next.value
  }
}

/** Decodes a part in the encoding that it begins with. `null` ends the part. */
const decoder = (name: string) => {
  let text: InstanceType<typeof TextDecoder> | undefined
  return (chunk: Uint8Array | null): string => {
    text ??= new TextDecoder(encodingOf(chunk ?? new Uint8Array()), { fatal: true })
    try {
      return chunk === null ? text.decode() : text.decode(chunk, { stream: true })
    } catch {
      throw new Unreadable("damaged", name)
    }
  }
}

/** Returns the encoding of an XML part, by its byte order mark, its first character, or what it declares. */
const encodingOf = (start: Uint8Array): string => {
  const [first, second] = start
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le"
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be"
  const declared = /^<\?xml[^>]{0,80}encoding=["'](iso-8859-1|iso-8859-15|windows-1252)["']/iu
  return declared.exec(Buffer.from(start.subarray(0, 200)).toString("latin1"))?.[1]?.toLowerCase() ?? "utf-8"
}

/** Opens an archive, and checks every entry before any is unpacked. */
export const openArchive = async (bytes: Uint8Array): Promise<Archive> => {
  const found = archiveIn(bytes)
  if (found === null) throw new Unreadable("damaged")
  const zip = await fromBufferPromise(found, { lazyEntries: true, decodeStrings: false }).catch(damaged(""))
  if (zip.entryCount > maxParts) throw new Unreadable("unnatural", `${zip.entryCount} ZIP`)
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      const { extraFields, fileNameRaw, generalPurposeBitFlag } = entry
      const written = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
      const name = written.toLowerCase()
      if (validateFileName(written) !== null || entries.has(name)) throw new Unreadable("unnatural", written)
      entries.set(name, entry)
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable("damaged")
  }
  refuseOverlap([...entries.values()])
  for (const entry of entries.values()) await refuseOtherHeader(zip, entry)
  return new Archive(zip, entries, boundsOf(bytes.length))
}

/** Refuses a file whose own header names another than the list: one program would show another part than the next. */
const refuseOtherHeader = async (zip: ZipFile, entry: Entry): Promise<void> => {
  const name = entry.fileNameRaw.toString()
  const header = await zip.readLocalFileHeaderPromise(entry).catch(damaged(name))
  const isSame = header.fileName.equals(entry.fileNameRaw) && header.compressionMethod === entry.compressionMethod
  if (!isSame) throw new Unreadable("unnatural", name)
}

const localHeaderLength = 30

/** Refuses entries that share bytes, by which a small file could unpack to a huge one. */
const refuseOverlap = (entries: ReadonlyArray<Entry>): void => {
  const placed = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let end = 0
  for (const entry of placed) {
    if (entry.relativeOffsetOfLocalHeader < end) throw new Unreadable("unnatural", entry.fileNameRaw.toString())
    end = entry.relativeOffsetOfLocalHeader + localHeaderLength + entry.fileNameLength + entry.compressedSize
  }
}
