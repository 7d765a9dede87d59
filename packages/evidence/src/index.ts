/**
 * Proves what a plan's log says: leaf hashes, checkpoints, proofs, and the verifier of a log and of a bundle.
 */
export { verifyBundle, type BundleVerification } from "./bundle/BundleVerifier.ts"
export { type Checkpoint, checkpointText, readCheckpoint } from "./Checkpoint.ts"
export { checkpointsIn } from "./CheckpointLines.ts"
export { contentDigest, leafHash } from "./Leaf.ts"
export { type LogVerification, logVerifier } from "./LogVerifier.ts"
export { checkProof, ConsistencyProof, EventProof } from "./Proof.ts"
export { EvidenceBroken, type StoredRecord } from "./StoredEvent.ts"
