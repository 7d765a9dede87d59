/**
 * ZIP files that anybody may have made: they unpack in proportion to their size, or not at all. The bounds are
 * those of every archive that Frist reads.
 */
import { maxParts, mostUnpacked } from "@frist/domain/FileBounds"
import { unzipSync } from "fflate"

/**
 * Unpacks the files of an archive that are wanted; `undefined` if it is none, or unpacks to more than the limits.
 * Entries that share bytes are refused: by them a small file could unpack to a huge one. So are two files of one name,
 * in whatever case: one program would show another file than the next.
 */
export const unpacked = (
  bytes: Uint8Array,
  { most, wanted = () => true }: { readonly wanted?: (name: string) => boolean; readonly most?: number } = {}
): Readonly<Record<string, Uint8Array>> | undefined => {
  const names = new Set<string>()
  let [left, packed, parts] = [mostUnpacked(bytes.length, most), bytes.length, maxParts]
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        parts -= 1
        packed -= size
        const isWanted = wanted(name)
        if (isWanted) left -= originalSize
        if (parts < 0 || packed < 0 || left < 0) throw new RangeError("The archive unpacks to too much.")
        if (names.size === names.add(name.toLowerCase()).size) throw new RangeError("Two files have one name.")
        return isWanted
      }
    })
  } catch {
    return undefined
  }
}
