/**
 * Whether a proof leads where it says: by the definitions of RFC 9162, from the proof back to the roots.
 */
import { splitOf } from "./TreeLevels.ts"
import { nodeHash, type TreeHead } from "./MerkleTree.ts"

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false
  return true
}

/** A proof's hashes from the last, and whether there was one for each time that was asked. */
const backwards = (path: ReadonlyArray<Uint8Array>) => {
  let left = path.length
  return {
    next: (): Uint8Array | undefined => {
      left -= 1
      const hash = path[left]
      return hash?.length === 32 ? hash : undefined
    },
    isUsedUp: () => left === 0
  }
}

/** The root that a leaf's path leads to; `undefined` for a path that is none. */
export const rootOfInclusion = (
  leaf: Uint8Array,
  index: number,
  size: number,
  path: ReadonlyArray<Uint8Array>
): Uint8Array | undefined => {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return undefined
  const hashes = backwards(path)
  const root = (at: number, length: number): Uint8Array | undefined => {
    if (length === 1) return leaf
    const beside = hashes.next()
    if (beside === undefined) return undefined
    const k = splitOf(length)
    const inside = at < k ? root(at, k) : root(at - k, length - k)
    return inside && (at < k ? nodeHash(inside, beside) : nodeHash(beside, inside))
  }
  const found = root(index, size)
  return hashes.isUsedUp() ? found : undefined
}

export const isIncluded = (
  leaf: Uint8Array,
  index: number,
  head: TreeHead,
  path: ReadonlyArray<Uint8Array>
): boolean => {
  const root = rootOfInclusion(leaf, index, head.size, path)
  return root !== undefined && sameBytes(root, head.root)
}

/** Whether the later tree begins with the earlier one, which has at least one leaf. */
export const isConsistent = (earlier: TreeHead, later: TreeHead, proof: ReadonlyArray<Uint8Array>): boolean => {
  const { size } = earlier
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(later.size) || size < 1 || size > later.size) return false
  const hashes = backwards(proof)
  /** Both roots of a subtree: as it was when the tree had `m` leaves of it, and as it is. */
  const roots = (m: number, length: number, whole: boolean): readonly [Uint8Array, Uint8Array] | undefined => {
    if (m === length) {
      const root = whole ? earlier.root : hashes.next()
      return root && [root, root]
    }
    const beside = hashes.next()
    if (beside === undefined) return undefined
    const k = splitOf(length)
    if (m <= k) {
      const inside = roots(m, k, whole)
      return inside && [inside[0], nodeHash(inside[1], beside)]
    }
    const inside = roots(m - k, length - k, false)
    return inside && [nodeHash(beside, inside[0]), nodeHash(beside, inside[1])]
  }
  const found = roots(size, later.size, true)
  return (
    found !== undefined && hashes.isUsedUp() && sameBytes(found[0], earlier.root) && sameBytes(found[1], later.root)
  )
}
