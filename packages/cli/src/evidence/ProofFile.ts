/**
 * `frist verify --proof`: verifies a proof in a file.
 */
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { checkpointText, rootText } from "@frist/evidence/Checkpoint"
import { readCheckpointNote } from "@frist/evidence/Note"
import { checkProof, readProof } from "@frist/evidence/Proof"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { refused } from "../Failure.ts"
import type { Session } from "../Session.ts"
import { bytesOf } from "../files/FileBytes.ts"
import { nameOf } from "../files/UnreadableFile.ts"
import type { FiledCheckpoint } from "./CheckpointFiles.ts"

/** Verifies that a proof is valid and leads to the given checkpoints; refused if it is not. */
export const verifyProof = Effect.fnUntraced(function* (
  file: string,
  given: ReadonlyArray<FiledCheckpoint>,
  session: Session
) {
  const texts = evidenceTexts[session.phrase.language]
  const name = nameOf(file)
  const proof = readProof(new TextDecoder().decode(yield* bytesOf(file, session)))
  if (Option.isNone(proof)) return yield* refused(texts.notAProof(name))
  const reached = checkProof(proof.value)
  if (reached === undefined) return yield* refused(texts.proofFails(name))
  const { earlier, later } = reached
  const ends = new Set([later, ...(earlier === undefined ? [] : [earlier])].map(checkpointText))
  for (const [against, notes] of Map.groupBy(given, (each) => each.file)) {
    const isOne = notes.some(({ note }) => {
      const read = readCheckpointNote(note)?.checkpoint
      return read !== undefined && ends.has(checkpointText(read))
    })
    if (!isOne) return yield* refused(texts.proofElsewhere(name, nameOf(against)))
  }
  const { plan } = proof.value
  const sentence =
    proof.value.view === "frist/consistency-proof"
      ? texts.treeProof(earlier?.size ?? 0, later.size, plan)
      : texts.eventProof(proof.value.event.position, plan, later.size)
  return yield* Console.log(
    session.format === "json"
      ? JSON.stringify({
          view: "frist/proof-verified",
          version: 1,
          holds: true,
          size: later.size,
          root: rootText(later.root)
        })
      : texts.proofHolds(sentence)
  )
})
