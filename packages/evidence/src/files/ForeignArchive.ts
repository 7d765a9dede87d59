/**
 * ZIP files that anybody may have made: they unpack in proportion to their size, or not at all. The bounds are
 * those of every archive that Frist reads.
 */
import { maxParts, mostUnpacked } from "@frist/domain/FileBounds"
import { Inflate } from "fflate"
import { type ArchivedFile, archivedFiles, crc32 } from "./ArchiveLayout.ts"

/** How much is inflated at a time: at most a thousand times as much comes of it. */
const step = 16_384

/** Unpacks a file, which must be exactly as long as the list says; `undefined` if it is not, or is another. */
const contentOf = ({ content, crc, method, size }: ArchivedFile): Uint8Array | undefined => {
  if (method !== 0 && method !== 8) return undefined
  let [whole, length] = [content, content.length]
  if (method === 8) {
    ;[whole, length] = [new Uint8Array(size), 0]
    const inflate = new Inflate((piece) => {
      // Throws where the file is longer than the archive says.
      whole.set(piece, length)
      length += piece.length
    })
    for (let at = 0; at < content.length; at += step) {
      inflate.push(content.subarray(at, at + step), at + step >= content.length)
    }
  }
  return length === size && crc32(whole) === crc ? whole : undefined
}

/**
 * Unpacks the files of an archive that are wanted; `undefined` if it is none, or unpacks to more than the limits. So is
 * one with two files of one name, in whatever case, and one that programs read differently: each would show one program
 * another file than the next.
 */
export const unpacked = (
  bytes: Uint8Array,
  { most, wanted = () => true }: { readonly wanted?: (name: string) => boolean; readonly most?: number } = {}
): Readonly<Record<string, Uint8Array>> | undefined => {
  const archived = archivedFiles(bytes)
  if (archived === undefined || archived.length > maxParts) return undefined
  if (new Set(archived.map(({ name }) => name.toLowerCase())).size < archived.length) return undefined
  const chosen = archived.filter(({ name }) => wanted(name))
  const size = chosen.reduce((sum, each) => sum + each.size, 0)
  if (size > mostUnpacked(bytes.length, most)) return undefined
  const files: Array<readonly [name: string, content: Uint8Array]> = []
  try {
    for (const each of chosen) {
      const content = contentOf(each)
      if (content === undefined) return undefined
      files.push([each.name, content])
    }
  } catch {
    return undefined
  }
  return Object.fromEntries(files)
}
