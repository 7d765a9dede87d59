/**
 * A proof as a file: made from a tree, and verified without any log.
 */
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { base64, bytesOfBase64, bytesOfHex } from "@frist/evidence/Base64"
import { type Checkpoint, checkpointText, rootText } from "@frist/evidence/Checkpoint"
import { contentDigest, leafHash } from "@frist/evidence/Leaf"
import { readCheckpointNote } from "@frist/evidence/Note"
import { isConsistent, isIncluded, sameBytes } from "@frist/evidence/ProofCheck"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { refused } from "../Failure.ts"
import type { Session } from "../Session.ts"
import { ConsistencyProof, EventProof } from "../JsonViews.ts"
import { bytesOf, type Named, nameOf } from "./EvidenceFiles.ts"

export const Proof = Schema.Union([EventProof, ConsistencyProof])
export type Proof = typeof Proof.Type

const decode = Schema.decodeUnknownOption(Schema.fromJsonString(Proof), { onExcessProperty: "error" })
const encoder = new TextEncoder()

export const pathText = (path: ReadonlyArray<Uint8Array>): ReadonlyArray<string> => path.map(base64)

const hashes = (path: ReadonlyArray<string>): ReadonlyArray<Uint8Array> =>
  path.map((each) => bytesOfBase64(each) ?? new Uint8Array())

/** The leaf that the proven event has by its own words; `undefined` where they do not fit each other. */
const leafOf = (proof: EventProof): Uint8Array | undefined => {
  const { content, digest, leaf, salt, ...said } = proof.event
  const [saltBytes, digestBytes] = [bytesOfHex(salt ?? ""), bytesOfHex(digest ?? "")]
  const own =
    content !== null && saltBytes !== undefined ? contentDigest(saltBytes, encoder.encode(content)) : digestBytes
  if (own?.length !== 32 || (content === null) !== (salt === null) || (digest === null) === (content === null))
    return undefined
  const made = leafHash({ plan: proof.plan, ...said }, own)
  const written = bytesOfHex(leaf)
  return written !== undefined && sameBytes(made, written) ? made : undefined
}

const checkpointIn = (note: string): Checkpoint | undefined => readCheckpointNote(note)?.checkpoint

/** The checkpoint that a proof leads to, if it does. */
const reached = (proof: Proof): Checkpoint | undefined => {
  if (proof.view === "frist/consistency-proof") {
    const [earlier, later] = [checkpointIn(proof.earlier), checkpointIn(proof.later)]
    return earlier && later?.origin === earlier.origin && isConsistent(earlier, later, hashes(proof.path))
      ? later
      : undefined
  }
  const checkpoint = checkpointIn(proof.checkpoint)
  const leaf = leafOf(proof)
  return checkpoint && leaf && isIncluded(leaf, proof.event.position - 1, checkpoint, hashes(proof.path))
    ? checkpoint
    : undefined
}

/** Says whether the proof in the file holds, and leads to the checkpoints that were named. */
export const verifyProof = Effect.fnUntraced(function* (file: string, given: ReadonlyArray<Named>, own: Session) {
  const texts = evidenceTexts[own.phrase.language]
  const name = nameOf(file)
  const proof = decode(new TextDecoder().decode(yield* bytesOf(file, own)))
  if (Option.isNone(proof)) return yield* refused(texts.notAProof(name))
  const checkpoint = reached(proof.value)
  if (checkpoint === undefined) return yield* refused(texts.proofFails(name))
  const ends = new Set([
    checkpointText(checkpoint),
    ...(proof.value.view === "frist/consistency-proof" ? [checkpointIn(proof.value.earlier)] : []).flatMap((each) =>
      each === undefined ? [] : [checkpointText(each)]
    )
  ])
  for (const [against, notes] of Map.groupBy(given, (each) => each.file)) {
    const isOne = notes.some(({ note }) => {
      const read = checkpointIn(note)
      return read !== undefined && ends.has(checkpointText(read))
    })
    if (!isOne) return yield* refused(texts.proofElsewhere(name, nameOf(against)))
  }
  const { plan } = proof.value
  const sentence =
    proof.value.view === "frist/consistency-proof"
      ? texts.treeProof(checkpointIn(proof.value.earlier)?.size ?? 0, checkpoint.size, plan)
      : texts.eventProof(proof.value.event.position, plan, checkpoint.size)
  return yield* Console.log(
    own.format === "json"
      ? JSON.stringify({
          view: "frist/proof-verified",
          version: 1,
          holds: true,
          size: checkpoint.size,
          root: rootText(checkpoint.root)
        })
      : texts.proofHolds(sentence)
  )
})
