/**
 * A Merkle tree that keeps all its levels, so that every proof is a lookup. It needs 64 bytes per leaf, and no more
 * hashing than the tree itself. Proofs follow RFC 9162, sections 2.1.3 and 2.1.4.
 */
import { nodeHash, type TreeHead } from "./MerkleTree.ts"
import { sha256 } from "../Sha256.ts"

/** The hashes of one level, concatenated. */
interface Level {
  bytes: Uint8Array
  count: number
}

/** Returns the largest power of two below `n`, for n > 1. */
export const splitOf = (n: number): number => {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** A tree to which leaves are appended, and which makes proofs. */
export class TreeLevels {
  readonly #levels: Array<Level> = []

  get size(): number {
    return this.#levels[0]?.count ?? 0
  }

  /** Appends the hash of the next leaf. */
  push(leaf: Uint8Array): void {
    if (leaf.length !== 32) throw new RangeError("A leaf has 32 bytes.")
    let node = leaf
    for (let height = 0; ; height += 1) {
      const level = (this.#levels[height] ??= { bytes: new Uint8Array(1024), count: 0 })
      if (level.bytes.length === 32 * level.count) {
        const larger = new Uint8Array(2 * level.bytes.length)
        larger.set(level.bytes)
        level.bytes = larger
      }
      level.bytes.set(node, 32 * level.count)
      level.count += 1
      if (level.count % 2 === 1) return
      node = nodeHash(this.#node(height, level.count - 2), node)
    }
  }

  #node(height: number, at: number): Uint8Array {
    const level = this.#levels[height]
    if (level === undefined || at >= level.count) throw new RangeError("There is no such node.")
    return level.bytes.subarray(32 * at, 32 * at + 32)
  }

  /** MTH(D[start:end]): looked up if it is a complete subtree. */
  #range(start: number, end: number): Uint8Array {
    const length = end - start
    if (length === 1) return this.#node(0, start)
    const k = splitOf(length)
    if (2 * k === length && start % length === 0) return this.#node(Math.round(Math.log2(length)), start / length)
    return nodeHash(this.#range(start, start + k), this.#range(start + k, end))
  }

  #checked(size: number): void {
    if (!Number.isSafeInteger(size) || size < 0 || size > this.size) throw new RangeError("The tree is smaller.")
  }

  /** Returns the tree of the first `size` leaves. Default: all of them. */
  head(size = this.size): TreeHead {
    this.#checked(size)
    return { size, root: size === 0 ? sha256(new Uint8Array()) : this.#range(0, size).slice() }
  }

  /** Returns PATH(index, D_size): the path from the leaf at `index`, counted from 0, to the root. */
  inclusion(index: number, size = this.size): ReadonlyArray<Uint8Array> {
    this.#checked(size)
    if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError("There is no such leaf.")
    const path = (at: number, start: number, end: number): ReadonlyArray<Uint8Array> => {
      if (end - start === 1) return []
      const middle = start + splitOf(end - start)
      return at < middle
        ? [...path(at, start, middle), this.#range(middle, end).slice()]
        : [...path(at, middle, end), this.#range(start, middle).slice()]
    }
    return path(index, 0, size)
  }

  /** Returns PROOF(from, D_to), for 0 < from <= to: that the tree of `to` leaves continues the tree of `from`. */
  consistency(from: number, to = this.size): ReadonlyArray<Uint8Array> {
    this.#checked(to)
    if (!Number.isSafeInteger(from) || from < 1 || from > to) throw new RangeError("There is no such tree.")
    const subproof = (m: number, start: number, end: number, whole: boolean): ReadonlyArray<Uint8Array> => {
      const length = end - start
      if (m === length) return whole ? [] : [this.#range(start, end).slice()]
      const k = splitOf(length)
      return m <= k
        ? [...subproof(m, start, start + k, whole), this.#range(start + k, end).slice()]
        : [...subproof(m - k, start + k, end, false), this.#range(start, start + k).slice()]
    }
    return subproof(from, 0, to, true)
  }
}
