/**
 * Verifies proofs of inclusion and of consistency by the definitions of RFC 9162, from the proof back to the roots.
 */
import { sameBytes } from "../Bytes.ts"
import { splitOf } from "./TreeLevels.ts"
import { nodeHash, type TreeHead } from "./MerkleTree.ts"

/** Hands out a proof's hashes from the last, and says whether all of them were used, and no more. */
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

/**
 * Returns the root that a leaf's path leads to, in a tree of `size` leaves; `undefined` for a path of the wrong length.
 */
export const rootOfInclusion = (
  leaf: Uint8Array,
  index: number,
  size: number,
  path: ReadonlyArray<Uint8Array>
): Uint8Array | undefined => {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return undefined
  if (leaf.length !== 32) return undefined
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

/** Returns whether the path leads from the leaf at `index`, counted from 0, to the root of the tree. */
export const isIncluded = (
  leaf: Uint8Array,
  index: number,
  head: TreeHead,
  path: ReadonlyArray<Uint8Array>
): boolean => {
  const root = rootOfInclusion(leaf, index, head.size, path)
  return root !== undefined && sameBytes(root, head.root)
}

/** Returns whether the later tree begins with the earlier one, which must have at least one leaf. */
export const isConsistent = (earlier: TreeHead, later: TreeHead, proof: ReadonlyArray<Uint8Array>): boolean => {
  const { size } = earlier
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(later.size) || size < 1 || size > later.size) return false
  if (earlier.root.length !== 32 || later.root.length !== 32) return false
  const hashes = backwards(proof)
  /** The root of a subtree when the tree had `m` of its leaves, and its root now. */
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
