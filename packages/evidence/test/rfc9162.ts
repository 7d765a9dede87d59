/**
 * Verifies proofs step by step as in RFC 9162, 2.1.3.2 and 2.1.4.2. It shares no code with the prover.
 */
import { createHash } from "node:crypto"

type Hash = Uint8Array

const HASH = (...parts: ReadonlyArray<Uint8Array>): Hash =>
  new Uint8Array(parts.reduce((sum, part) => sum.update(part), createHash("sha256")).digest())
const equal = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0
const isSet = (n: bigint): boolean => (n & 1n) === 1n

/** 2.1.3.2. Verifying an Inclusion Proof. */
export const verifyInclusion = (
  hash: Hash,
  leaf_index: bigint,
  tree_size: bigint,
  inclusion_path: ReadonlyArray<Hash>,
  root_hash: Hash
): boolean => {
  // 1. Compare leaf_index from the inclusion_proof_v2 structure against tree_size.
  if (leaf_index >= tree_size) return false
  // 2. Set fn to leaf_index and sn to tree_size - 1.
  let fn = leaf_index
  let sn = tree_size - 1n
  // 3. Set r to hash.
  let r = hash
  // 4. For each value p in the inclusion_path array:
  for (const p of inclusion_path) {
    // a. If sn is 0, then stop the iteration and fail the proof verification.
    if (sn === 0n) return false
    // b. If LSB(fn) is set, or if fn is equal to sn, then:
    if (isSet(fn) || fn === sn) {
      r = HASH(Uint8Array.of(1), p, r)
      // If LSB(fn) is not set, then right-shift both fn and sn equally until either LSB(fn) is set or fn is 0.
      while (!isSet(fn) && fn !== 0n) {
        fn >>= 1n
        sn >>= 1n
      }
    } else r = HASH(Uint8Array.of(1), r, p)
    // c. Finally, right-shift both fn and sn one time.
    fn >>= 1n
    sn >>= 1n
  }
  // 5. Compare sn to 0. Compare r against the root_hash.
  return sn === 0n && equal(r, root_hash)
}

/** 2.1.4.2. Verifying Consistency between Two Tree Heads, for 0 < first < second. */
export const verifyConsistency = (
  first: bigint,
  first_hash: Hash,
  second: bigint,
  second_hash: Hash,
  given: ReadonlyArray<Hash>
): boolean => {
  // 1. If consistency_path is an empty array, stop and fail the proof verification.
  if (given.length === 0) return false
  // 2. If first is an exact power of 2, then prepend first_hash to the consistency_path array.
  const [start, ...rest] = (first & (first - 1n)) === 0n ? [first_hash, ...given] : given
  if (start === undefined) return false
  // 3. Set fn to first - 1 and sn to second - 1.
  let fn = first - 1n
  let sn = second - 1n
  // 4. If LSB(fn) is set, then right-shift both fn and sn equally until LSB(fn) is not set.
  while (isSet(fn)) {
    fn >>= 1n
    sn >>= 1n
  }
  // 5. Set both fr and sr to the first value in the consistency_path array.
  let fr = start
  let sr = start
  // 6. For each subsequent value c in the consistency_path array:
  for (const c of rest) {
    // a. If sn is 0, then stop the iteration and fail the proof verification.
    if (sn === 0n) return false
    // b. If LSB(fn) is set, or if fn is equal to sn, then:
    if (isSet(fn) || fn === sn) {
      fr = HASH(Uint8Array.of(1), c, fr)
      sr = HASH(Uint8Array.of(1), c, sr)
      while (!isSet(fn) && fn !== 0n) {
        fn >>= 1n
        sn >>= 1n
      }
    } else sr = HASH(Uint8Array.of(1), sr, c)
    // c. Finally, right-shift both fn and sn one time.
    fn >>= 1n
    sn >>= 1n
  }
  // 7. Verify that fr and sr are equal to first_hash and second_hash, and that sn is 0.
  return equal(fr, first_hash) && equal(sr, second_hash) && sn === 0n
}
