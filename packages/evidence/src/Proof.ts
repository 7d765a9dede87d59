/**
 * Proofs as files: that an event was recorded under a checkpoint, and that a later checkpoint continues an earlier one.
 * They are made from a tree, and verified without any log.
 */
import { PlanId } from "@frist/domain/Names"
import { parseWrittenJson } from "@frist/domain/text/WrittenJson"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { base64, bytesOfBase64, bytesOfHex, sameBytes } from "./Bytes.ts"
import { belongsToLog, type Checkpoint, checkpointText, originOf } from "./checkpoints/Checkpoint.ts"
import { CopiedEvent, copiedEvent } from "./CopyFormat.ts"
import { contentDigest, leafHash } from "./Leaf.ts"
import { readCheckpointNote } from "./checkpoints/Note.ts"
import { isConsistent, isIncluded } from "./tree/ProofVerifier.ts"
import type { StoredRecord } from "./StoredEvent.ts"
import { knownSentences, type ProofSentences, proofSentences, treeSentence } from "./texts/ProofSentences.ts"
import type { TreeLevels } from "./tree/TreeLevels.ts"

/** A proof that a checkpoint covers an event: the event, and the path in base64 from its leaf to the root. */
export const EventProof = Schema.Struct({
  view: Schema.Literal("frist/proof"),
  version: Schema.Literal(1),
  sentence: Schema.String,
  plan: PlanId,
  recorded: Schema.String,
  event: CopiedEvent,
  path: Schema.Array(Schema.String),
  checkpoint: Schema.String
})
export type EventProof = typeof EventProof.Type

/** A proof that the log of a later checkpoint continues that of an earlier one. */
export const ConsistencyProof = Schema.Struct({
  view: Schema.Literal("frist/consistency-proof"),
  version: Schema.Literal(1),
  sentence: Schema.String,
  plan: PlanId,
  earlier: Schema.String,
  later: Schema.String,
  path: Schema.Array(Schema.String)
})
export type ConsistencyProof = typeof ConsistencyProof.Type

/** A proof of either kind. */
export const Proof = Schema.Union([EventProof, ConsistencyProof])
export type Proof = typeof Proof.Type

const decode = Schema.decodeUnknownOption(Proof, { onExcessProperty: "error" })

/** Parses the text of a proof; `None` for any other text, also one with a further field, or with a field twice. */
export const readProof = (text: string): Option.Option<Proof> => {
  try {
    return decode(parseWrittenJson(text))
  } catch {
    return Option.none()
  }
}

/** The input of a proof: the language of its sentence, the plan, and the tree over its leaves. */
interface ProofInput {
  readonly language: keyof typeof proofSentences
  readonly plan: PlanId
  readonly levels: TreeLevels
}

/** Proves that `checkpoint`, a checkpoint of the plan as the text of a note, covers the event. */
export const proveEvent = (
  { language, levels, plan }: ProofInput,
  stored: StoredRecord,
  checkpoint: string
): EventProof => {
  const { activity, actor, batch, content, digest, effectiveOn, leaf, position, provenance, recordedAt, salt } =
    copiedEvent(stored)
  const { source, type } = stored.record
  const size = readCheckpointNote(checkpoint)?.checkpoint.size ?? levels.size
  const said = { position, activity, type, effectiveOn, recordedAt, actor, batch, provenance, source }
  return {
    view: "frist/proof",
    version: 1,
    sentence: proofSentences[language].event(position, plan, size),
    plan,
    recorded: instantOf(recordedAt),
    event: { ...said, content, salt, digest, leaf },
    path: levels.inclusion(position - 1, size).map(base64),
    checkpoint
  }
}

/** Proves that the first `to` events of the plan continue the first `from`, for 0 < `from` <= `to`. */
export const proveConsistency = (
  { language, levels, plan }: ProofInput,
  origin: string,
  from: number,
  to: number
): ConsistencyProof => ({
  view: "frist/consistency-proof",
  version: 1,
  sentence: treeSentence(proofSentences[language], { from, to, plan, origin }),
  plan,
  earlier: checkpointText({ origin, ...levels.head(from) }),
  later: checkpointText({ origin, ...levels.head(to) }),
  path: levels.consistency(from, to).map(base64)
})

/** The checkpoints that a proof leads to: one of an event, and an earlier and a later one of consistency. */
interface ProvenCheckpoints {
  readonly earlier: Checkpoint | undefined
  readonly later: Checkpoint
}

/**
 * Verifies a proof by itself, with what it says in words. Returns the checkpoints that it leads to; `undefined` if it
 * does not hold.
 */
export const checkProof = (proof: Proof): ProvenCheckpoints | undefined => {
  const path = proof.path.map((each) => bytesOfBase64(each) ?? new Uint8Array())
  if (proof.view === "frist/consistency-proof") {
    const [earlier, later] = [checkpointIn(proof.earlier), checkpointIn(proof.later)]
    return earlier &&
      later?.origin === earlier.origin &&
      isOriginOf(proof.plan, later) &&
      saysOfTree(proof, earlier, later) &&
      isConsistent(earlier, later, path)
      ? { earlier, later }
      : undefined
  }
  const later = checkpointIn(proof.checkpoint)
  const leaf = leafOfProof(proof)
  const { position, recordedAt } = proof.event
  return later &&
    leaf &&
    isOriginOf(proof.plan, later) &&
    proof.recorded === instantOf(recordedAt) &&
    says(proof, (sentences) => sentences.event(position, proof.plan, later.size)) &&
    isIncluded(leaf, position - 1, later, path)
    ? { earlier: undefined, later }
    : undefined
}

/** Returns the instant in ISO 8601; nothing for a number that is no time. */
const instantOf = (recordedAt: number): string => {
  const instant = new Date(recordedAt)
  return Number.isNaN(instant.getTime()) ? "" : instant.toISOString()
}

const says = ({ sentence }: Proof, derived: (sentences: ProofSentences) => string): boolean =>
  knownSentences.some((sentences) => derived(sentences) === sentence)

/** Proofs of a log with a name of its own named its plan before, which nothing proves. */
const saysOfTree = (proof: Proof, { size: from }: Checkpoint, { origin, size: to }: Checkpoint): boolean =>
  says(proof, (sentences) => treeSentence(sentences, { from, to, plan: proof.plan, origin })) ||
  says(proof, (sentences) => sentences.tree(from, to, proof.plan))

/** Whether an origin can be that of the plan: the default one names its plan, and another may be of any. */
const isOriginOf = (plan: PlanId, { origin }: Checkpoint): boolean =>
  origin === originOf(plan) || !/^frist\/[a-z0-9-]{1,64}$/u.test(origin)

/** Returns whether a checkpoint, as the text of a note, is of this log and matches its tree. */
export const matchesTree = (note: string, plan: PlanId, origin: string, levels: TreeLevels): boolean => {
  const checkpoint = checkpointIn(note)
  return (
    checkpoint !== undefined &&
    belongsToLog(checkpoint, { origin, plan }) &&
    checkpoint.size <= levels.size &&
    sameBytes(levels.head(checkpoint.size).root, checkpoint.root)
  )
}

const encoder = new TextEncoder()

const checkpointIn = (note: string): Checkpoint | undefined => readCheckpointNote(note)?.checkpoint

/** Computes the leaf of the event in a proof; `undefined` if its fields contradict each other. */
const leafOfProof = (proof: EventProof): Uint8Array | undefined => {
  const { content, digest, leaf, salt, ...said } = proof.event
  const [saltBytes, digestBytes] = [bytesOfHex(salt ?? ""), bytesOfHex(digest ?? "")]
  const own =
    content !== null && saltBytes !== undefined ? contentDigest(saltBytes, encoder.encode(content)) : digestBytes
  if (own?.length !== 32 || (content === null) !== (salt === null) || (digest === null) === (content === null))
    return undefined
  const computed = leafHash({ plan: proof.plan, ...said }, own)
  const written = bytesOfHex(leaf)
  return written !== undefined && sameBytes(computed, written) ? computed : undefined
}
