/**
 * The Merkle tree of RFC 9162 over the leaf hashes of a plan: leaf n is event n + 1. It grows from the left, and keeps
 * only the roots of complete subtrees.
 */
import { sha256, sha256Into } from "../Sha256.ts"

/** The number of leaves of a tree, and its root of 32 bytes. */
export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

/**
 * A growing tree. `subtrees` are the roots of its perfect subtrees, the largest and leftmost first: one for each bit
 * set in `size`, so at most 53.
 */
interface Tree {
  readonly size: number
  readonly subtrees: ReadonlyArray<Uint8Array>
}

/** The tree without leaves. */
export const emptyTree: Tree = { size: 0, subtrees: [] }

/** 0x01 and two hashes. */
const pair = new Uint8Array(65)
pair[0] = 1

/** Returns the hash; throws `RangeError` unless it has 32 bytes. */
const whole = (hash: Uint8Array): Uint8Array => {
  if (hash.length !== 32) throw new RangeError("A hash has 32 bytes.")
  return hash
}

/** Returns SHA-256(0x01 ‖ left ‖ right), of two hashes of 32 bytes. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  whole(left)
  whole(right)
  pair.set(left, 1)
  pair.set(right, 33)
  return sha256(pair)
}

/** Returns the tree with one more leaf. `leaf` is its hash, which includes the prefix 0x00. */
export const withLeaf = ({ size, subtrees }: Tree, leaf: Uint8Array): Tree => {
  let at = subtrees.length
  let node = whole(leaf)
  // Carries like adding one to a binary number.
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = subtrees[--at]
    if (left !== undefined) node = nodeHash(left, node)
  }
  return { size: size + 1, subtrees: [...subtrees.slice(0, at), node] }
}

/** A tree that grows in place, for millions of leaves: it allocates nothing for a leaf. */
export class GrowingTree {
  #size = 0
  /** The root of the perfect subtree of each height, valid where that bit of `size` is set. */
  readonly #subtrees: Array<Uint8Array> = []
  readonly #node = new Uint8Array(32)

  get size(): number {
    return this.#size
  }

  push(leaf: Uint8Array): void {
    this.#node.set(whole(leaf))
    let height = 0
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      pair.set(this.#subtree(height), 1)
      pair.set(this.#node, 33)
      sha256Into(this.#node, 0, pair)
      height += 1
    }
    this.#subtree(height).set(this.#node)
    this.#size += 1
  }

  #subtree(height: number): Uint8Array {
    return (this.#subtrees[height] ??= new Uint8Array(32))
  }

  head(): TreeHead {
    const subtrees: Array<Uint8Array> = []
    for (let rest = this.#size, height = 0; rest > 0; rest = Math.floor(rest / 2), height += 1)
      if (rest % 2 === 1) subtrees.unshift(this.#subtree(height).slice())
    return treeHead({ size: this.#size, subtrees })
  }
}

/** Returns the size and root of a tree. */
export const treeHead = ({ size, subtrees }: Tree): TreeHead => ({
  size,
  root: subtrees.length === 0 ? sha256(new Uint8Array()) : subtrees.reduceRight((right, left) => nodeHash(left, right))
})
