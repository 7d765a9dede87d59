/**
 * The Merkle tree of RFC 9162 over the leaf hashes of a plan, in the order of positions: leaf n is that of event n + 1.
 * It is built leaf by leaf from the left, and of what lies behind only the whole subtrees are kept.
 */
import { sha256 } from "./Sha256.ts"

/** How many leaves a tree has, and its root: 32 bytes. */
export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

/**
 * A tree that grows. `subtrees` are the roots of the perfect trees that the leaves fall into, the largest and leftmost
 * first: one for each bit that is set in `size`, so never more than 53.
 */
export interface Tree {
  readonly size: number
  readonly subtrees: ReadonlyArray<Uint8Array>
}

export const emptyTree: Tree = { size: 0, subtrees: [] }

/** 0x01 and room for two hashes. */
const pair = new Uint8Array(65)
pair[0] = 1

/** SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  pair.set(left, 1)
  pair.set(right, 33)
  return sha256(pair)
}

/** The tree with one leaf more on the right; `leaf` is its hash, made with 0x00 in front. */
export const withLeaf = ({ size, subtrees }: Tree, leaf: Uint8Array): Tree => {
  let at = subtrees.length
  let node = leaf
  // As in adding one to a binary number: each bit that is set is carried on.
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = subtrees[--at]
    if (left !== undefined) node = nodeHash(left, node)
  }
  return { size: size + 1, subtrees: [...subtrees.slice(0, at), node] }
}

/** The same, withLeaf in place: for millions of leaves. */
export class GrowingTree {
  #size = 0
  readonly #subtrees: Array<Uint8Array> = []

  get size(): number {
    return this.#size
  }

  push(leaf: Uint8Array): void {
    let node = leaf
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = this.#subtrees.pop()
      if (left !== undefined) node = nodeHash(left, node)
    }
    this.#subtrees.push(node)
    this.#size += 1
  }

  head(): TreeHead {
    return treeHead({ size: this.#size, subtrees: this.#subtrees })
  }
}

/** The root of the tree as it stands. */
export const treeHead = ({ size, subtrees }: Tree): TreeHead => ({
  size,
  root: subtrees.length === 0 ? sha256(new Uint8Array()) : subtrees.reduceRight((right, left) => nodeHash(left, right))
})
