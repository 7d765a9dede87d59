/**
 * The tree is that of RFC 9162: compared with its definition, written out, and with published roots.
 */
import { describe, expect, it } from "@effect/vitest"
import { createHash } from "node:crypto"
import { emptyTree, GrowingTree, treeHead, withLeaf } from "../src/tree/MerkleTree.ts"

const sha256 = (...parts: ReadonlyArray<Uint8Array>): Buffer =>
  parts.reduce((sum, part) => sum.update(part), createHash("sha256")).digest()

/** MTH of section 2.1.1, over leaf hashes. */
const definition = (leaves: ReadonlyArray<Uint8Array>): Uint8Array => {
  const [first] = leaves
  if (first === undefined) return sha256()
  if (leaves.length === 1) return first
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha256(Uint8Array.of(1), definition(leaves.slice(0, k)), definition(leaves.slice(k)))
}

const rootOf = (leaves: ReadonlyArray<Uint8Array>): string =>
  Buffer.from(treeHead(leaves.reduce(withLeaf, emptyTree)).root).toString("hex")

/** Leaf and root by size, as Certificate Transparency's test vectors have them. */
const published = [
  ["", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
  ["00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
  ["10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"],
  ["2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"],
  ["3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"],
  ["40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"],
  ["5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"],
  ["606162636465666768696a6b6c6d6e6f", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"]
] as const

const publishedLeaves = published.map(([input]) => sha256(Uint8Array.of(0), Buffer.from(input, "hex")))
const numbered = (count: number) => Array.from({ length: count }, (_, at) => sha256(Buffer.from(String(at))))

describe("the root", () => {
  it("of an empty tree is the hash of no bytes", () => {
    expect(rootOf([])).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  })

  it.each(published.map(([, root], at) => [at + 1, root] as const))(
    "of the first %i published leaves is %s",
    (n, root) => {
      expect(rootOf(publishedLeaves.slice(0, n))).toBe(root)
      expect(Buffer.from(definition(publishedLeaves.slice(0, n))).toString("hex")).toBe(root)
    }
  )

  it("follows the definition at every size", () => {
    const leaves = numbered(300)
    let tree = emptyTree
    for (const [at, leaf] of leaves.entries()) {
      tree = withLeaf(tree, leaf)
      const { root, size } = treeHead(tree)
      expect(size).toBe(at + 1)
      expect(Buffer.from(root).equals(definition(leaves.slice(0, size))), `${size} leaves`).toBe(true)
    }
  })

  it("of a growing tree follows the definition at every size, and later leaves do not change it", () => {
    const leaves = numbered(70)
    const tree = new GrowingTree()
    const heads = [tree.head()]
    for (const leaf of leaves) {
      tree.push(leaf)
      heads.push(tree.head())
    }
    expect(heads.map(({ root }) => Buffer.from(root).toString("hex"))).toEqual(
      heads.map((_, size) => Buffer.from(definition(leaves.slice(0, size))).toString("hex"))
    )
    expect(heads.map(({ size }) => size)).toEqual(heads.map((_, size) => size))
  })

  it("differs for leaves that are reordered, added, removed or repeated", () => {
    const [a, b, c] = numbered(3)
    if (a === undefined || b === undefined || c === undefined) throw new Error("there are three")
    const trees = [[a, b, c], [b, a, c], [a, c, b], [a, b], [a, b, c, c], [a, b, b, c], [a], []]
    expect(new Set(trees.map(rootOf)).size).toBe(trees.length)
  })

  it("of a million leaves is computed from one hash per complete subtree", () => {
    const [leaf = new Uint8Array(32)] = numbered(1)
    let tree = emptyTree
    for (let at = 0; at < 1_000_000; at += 1) tree = withLeaf(tree, leaf)
    expect(tree.subtrees).toHaveLength((1_000_000).toString(2).replaceAll("0", "").length)
    // By doubling: the roots of 2^n equal leaves.
    const perfect = [leaf]
    for (let n = 1; n < 20; n += 1) {
      const half = perfect[n - 1] ?? leaf
      perfect.push(sha256(Uint8Array.of(1), half, half))
    }
    const bits = [...(1_000_000).toString(2)].toReversed().flatMap((bit, n) => (bit === "1" ? [n] : []))
    const root = bits.map((n) => perfect[n] ?? leaf).reduce((right, left) => sha256(Uint8Array.of(1), left, right))
    expect(Buffer.from(treeHead(tree).root).equals(root)).toBe(true)
  })
})
