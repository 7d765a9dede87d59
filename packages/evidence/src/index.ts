/**
 * Proves what a plan's log says, without a database: verifies bundles and proofs, and finds checkpoints in reports.
 */
export { verifyBundle } from "./bundle/BundleVerifier.ts"
export { checkpointsIn } from "./files/CheckpointLines.ts"
export { isIntact, type LogVerification } from "./LogVerifier.ts"
export { checkProof, type Proof, readProof } from "./Proof.ts"
export { EvidenceBroken, type StoredRecord } from "./StoredEvent.ts"
