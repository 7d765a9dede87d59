/**
 * Proofs follow RFC 9162: they equal published ones, a verifier written from its text accepts them, and no proof that
 * differs in one bit, position or size is accepted.
 */
import { describe, expect, it } from "@effect/vitest"
import { createHash } from "node:crypto"
import { TreeLevels } from "@frist/evidence/tree/TreeLevels"
import { emptyTree, GrowingTree, nodeHash, treeHead, withLeaf } from "@frist/evidence/tree/MerkleTree"
import { isConsistent, isIncluded, rootOfInclusion } from "@frist/evidence/tree/ProofVerifier"
import { verifyConsistency, verifyInclusion } from "../../../evidence/test/rfc9162.ts"

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest())
const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, "hex"))
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")

const leavesOf = (count: number): ReadonlyArray<Uint8Array> =>
  Array.from({ length: count }, (_, at) => sha256(Buffer.from(`\0${at}`)))
const levelsOf = (leaves: ReadonlyArray<Uint8Array>): TreeLevels => {
  const levels = new TreeLevels()
  for (const leaf of leaves) levels.push(leaf)
  return levels
}

const leaves = leavesOf(70)
const levels = levelsOf(leaves)
const sizes = leaves.map((_, at) => at + 1)
const rootAt = (size: number): Uint8Array => levels.head(size).root
const leafAt = (at: number): Uint8Array => leaves[at] ?? new Uint8Array()

describe("a tree with its levels", () => {
  it("a tree with its levels has the root of the growing tree at every size", () => {
    let tree = emptyTree
    const growing = new GrowingTree()
    expect(hex(rootAt(0))).toBe(hex(treeHead(tree).root))
    for (const size of sizes) {
      tree = withLeaf(tree, leafAt(size - 1))
      growing.push(leafAt(size - 1))
      expect(hex(rootAt(size))).toBe(hex(treeHead(tree).root))
      expect({ ...growing.head(), root: hex(growing.head().root) }).toEqual({ size, root: hex(rootAt(size)) })
    }
  })

  it("a tree has no proof of a leaf or size that it does not have", () => {
    for (const ask of [
      () => levels.inclusion(70),
      () => levels.inclusion(3, 3),
      () => levels.inclusion(-1),
      () => levels.inclusion(0.5),
      () => levels.inclusion(0, 71),
      () => levels.consistency(0),
      () => levels.consistency(5, 4),
      () => levels.consistency(1, 71),
      () => levels.head(71)
    ]) {
      expect(ask).toThrow(RangeError)
    }
  })
})

describe("proofs of up to seventy leaves", () => {
  it("every inclusion proof is accepted by the verifier of the RFC and by ours", () => {
    for (const size of sizes) {
      for (let at = 0; at < size; at += 1) {
        const path = levels.inclusion(at, size)
        expect(verifyInclusion(leafAt(at), BigInt(at), BigInt(size), path, rootAt(size)), `${at} of ${size}`).toBe(true)
        expect(isIncluded(leafAt(at), at, levels.head(size), path), `${at} of ${size}`).toBe(true)
      }
    }
  })

  it("every consistency proof is accepted by the verifier of the RFC and by ours", () => {
    for (const to of sizes) {
      for (let from = 1; from <= to; from += 1) {
        const proof = levels.consistency(from, to)
        expect(isConsistent(levels.head(from), levels.head(to), proof), `${from} to ${to}`).toBe(true)
        if (from === to) expect(proof).toEqual([])
        else {
          const accepted = verifyConsistency(BigInt(from), rootAt(from), BigInt(to), rootAt(to), proof)
          expect(accepted, `${from} to ${to}`).toBe(true)
        }
      }
    }
  })
})

const flipped = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)))
/** Returns variants of a proof: one bit changed, one hash less, one more, two swapped. */
const near = (proof: ReadonlyArray<Uint8Array>): ReadonlyArray<ReadonlyArray<Uint8Array>> => [
  ...proof.flatMap((hash, at) => [0, 100, 255].map((bit) => proof.with(at, flipped(hash, bit)))),
  ...proof.map((_, at) => proof.toSpliced(at, 1)),
  [...proof, leafAt(0)],
  [leafAt(0), ...proof],
  ...proof.slice(1).map((hash, at) => proof.with(at, hash).with(at + 1, proof[at] ?? hash)),
  ...proof.map((hash, at) => proof.with(at, hash.slice(1)))
]

const both = (leaf: Uint8Array, index: number, of: number, proof: ReadonlyArray<Uint8Array>, root: Uint8Array) => [
  verifyInclusion(leaf, BigInt(index), BigInt(of), proof, root),
  isIncluded(leaf, index, { size: of, root }, proof)
]

describe("changed proofs", () => {
  it("a changed inclusion proof is refused by both verifiers", () => {
    for (const [at, size] of [
      [0, 1],
      [0, 2],
      [5, 7],
      [31, 64],
      [64, 65],
      [69, 70]
    ] as const) {
      const path = levels.inclusion(at, size)
      for (const other of near(path)) {
        expect(both(leafAt(at), at, size, other, rootAt(size)), `${at} of ${size}`).toEqual([false, false])
      }
      for (const other of sizes) {
        if (other - 1 !== at && other <= size) {
          expect(both(leafAt(at), other - 1, size, path, rootAt(size))).toEqual([false, false])
        }
      }
      expect(both(flipped(leafAt(at), 7), at, size, path, rootAt(size))).toEqual([false, false])
      expect(both(leafAt(at), at, size, path, flipped(rootAt(size), 200))).toEqual([false, false])
      expect(both(leafAt(at), size, size, path, rootAt(size))).toEqual([false, false])
    }
    expect(rootOfInclusion(leafAt(0), 0, Number.NaN, [])).toBeUndefined()
    expect(rootOfInclusion(leafAt(0), 0.5, 1, [])).toBeUndefined()
  })

  it("a changed consistency proof is refused by both verifiers", () => {
    for (const [from, to] of [
      [1, 2],
      [2, 3],
      [3, 7],
      [4, 7],
      [6, 8],
      [32, 64],
      [64, 65],
      [69, 70]
    ] as const) {
      const proof = levels.consistency(from, to)
      const bothOf = (a: Uint8Array, b: Uint8Array, given: ReadonlyArray<Uint8Array>, first: number = from) => [
        verifyConsistency(BigInt(first), a, BigInt(to), b, given),
        isConsistent({ size: first, root: a }, { size: to, root: b }, given)
      ]
      for (const other of near(proof)) expect(bothOf(rootAt(from), rootAt(to), other)).toEqual([false, false])
      expect(bothOf(flipped(rootAt(from), 0), rootAt(to), proof)).toEqual([false, false])
      expect(bothOf(rootAt(from), flipped(rootAt(to), 255), proof)).toEqual([false, false])
      for (let other = 1; other < to; other += 1) {
        if (other !== from) expect(bothOf(rootAt(from), rootAt(to), proof, other)).toEqual([false, false])
      }
    }
    const same = levels.head(5)
    expect(isConsistent(same, { size: 5, root: rootAt(6) }, [])).toBe(false)
    expect(isConsistent({ size: 0, root: rootAt(0) }, same, [])).toBe(false)
    expect(isConsistent({ size: 0, root: rootAt(0) }, { size: 0, root: rootAt(0) }, [])).toBe(false)
    expect(isConsistent(levels.head(6), same, [])).toBe(false)
  })
})

describe("hashes of another length than 32 bytes", () => {
  const [short, empty, long] = [new Uint8Array(31), new Uint8Array(), new Uint8Array(33)]
  it("are in no proof of a tree of one leaf, and continue nothing", () => {
    for (const hash of [empty, short, long]) {
      expect(isIncluded(hash, 0, { size: 1, root: hash }, [])).toBe(false)
      expect(rootOfInclusion(hash, 1, 3, levels.inclusion(1, 3))).toBeUndefined()
      expect(isConsistent({ size: 5, root: hash }, { size: 5, root: hash }, [])).toBe(false)
    }
  })
  it("make no node and no leaf of a tree", () => {
    const whole = new Uint8Array(32)
    for (const hash of [empty, short, long]) {
      for (const ask of [
        () => nodeHash(hash, whole),
        () => nodeHash(whole, hash),
        () => withLeaf(emptyTree, hash),
        () => new GrowingTree().push(hash),
        () => new TreeLevels().push(hash)
      ]) {
        expect(ask).toThrow(RangeError)
      }
    }
  })
})

/** The tree of eight leaves of the Certificate Transparency test data, and its published proofs. */
const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
const published = levelsOf(inputs.map((input) => sha256(Buffer.concat([Uint8Array.of(0), bytesOf(input)]))))

const [ofOne, ofTwo, ofHalf] = [
  "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
  "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
  "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
]
const inclusions = [
  [1, 1, []],
  [1, 8, [ofOne, ofTwo, ofHalf]],
  [
    6,
    8,
    [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
    ]
  ],
  [3, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
  [
    2,
    5,
    [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      ofTwo,
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    ]
  ]
] as const
const consistencies = [
  [1, 1, []],
  [1, 8, [ofOne, ofTwo, ofHalf]],
  [
    6,
    8,
    [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
    ]
  ],
  [2, 5, [ofTwo, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"]]
] as const

describe("published proofs", () => {
  it.each(inclusions)("the inclusion proof of leaf %i in a tree of %i equals the published one", (leaf, size, path) => {
    expect(published.inclusion(leaf - 1, size).map(hex)).toEqual(path)
  })
  it.each(consistencies)("the consistency proof from size %i to %i equals the published one", (from, to, proof) => {
    expect(published.consistency(from, to).map(hex)).toEqual(proof)
  })
})
