/**
 * `frist verify --proof`: verifies a proof in a file.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { type EvidenceTexts, evidenceTexts } from "../texts/EvidenceTexts.ts"
import { type Checkpoint, checkpointText, rootText } from "@frist/evidence/checkpoints/Checkpoint"
import { readCheckpointNote, type VerifierKey } from "@frist/evidence/checkpoints/Note"
import { checkpointSignedBy } from "@frist/evidence/checkpoints/NoteSignature"
import { checkProof, type Proof, readProof } from "@frist/evidence/Proof"
import { proofSentences, treeSentence } from "@frist/evidence/texts/ProofSentences"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { refused } from "../failures/Failure.ts"
import type { Session } from "../Session.ts"
import { bytesOf } from "../files/FileBytes.ts"
import { nameOf } from "../files/UnreadableFile.ts"
import { canvas } from "../Output.ts"
import { provenEventText } from "../terminal/ProvenEventText.ts"
import type { FiledCheckpoint } from "./CheckpointFiles.ts"

interface Against {
  readonly given: ReadonlyArray<FiledCheckpoint>
  /** The key that must have signed the checkpoint that the proof leads to. */
  readonly key: VerifierKey | undefined
}

/** Verifies that a proof is valid and leads to the given checkpoints, signed by the key; refused if it is not. */
export const verifyProof = Effect.fnUntraced(function* (file: string, { given, key }: Against, session: Session) {
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
  if (key !== undefined) yield* signedBy(key, later, [ownNote(proof.value), ...given.map(({ note }) => note)], texts)
  const { plan } = proof.value
  const sentences = proofSentences[session.phrase.language]
  const sentence =
    proof.value.view === "frist/consistency-proof"
      ? treeSentence(sentences, { from: earlier?.size ?? 0, to: later.size, plan, origin: later.origin })
      : sentences.event(proof.value.event.position, plan, later.size)
  return yield* Console.log(
    session.format === "json"
      ? jsonText({
          view: "frist/proof-verified",
          version: 1,
          holds: true,
          size: later.size,
          root: rootText(later.root)
        })
      : [
          texts.proofHolds(sentence),
          ...(proof.value.view === "frist/proof"
            ? ["", provenEventText(proof.value, session.phrase, canvas()), ""]
            : []),
          ...(key === undefined ? [] : [texts.signedBy(key.name)]),
          // Anybody can make a log of their own, and prove what it says.
          ...(key === undefined && given.length === 0
            ? [texts.proofAlone(later.origin, later.size, rootText(later.root))]
            : [])
        ]
          .join("\n")
          .trimEnd()
  )
})

const ownNote = (proof: Proof): string => (proof.view === "frist/proof" ? proof.checkpoint : proof.later)

/** Refused unless the key has signed the checkpoint that the proof leads to, and nothing is signed falsely in its name. */
const signedBy = Effect.fnUntraced(function* (
  key: VerifierKey,
  later: Checkpoint,
  notes: ReadonlyArray<string>,
  texts: EvidenceTexts
) {
  const signed = notes.map((note) => {
    const read = readCheckpointNote(note)?.checkpoint
    return { is: checkpointSignedBy(note, key), isLater: read && checkpointText(read) === checkpointText(later) }
  })
  if (signed.some(({ is }) => is === false)) return yield* refused(texts.forgedSignature(key.name))
  if (!signed.some(({ is, isLater }) => is === true && isLater === true)) {
    return yield* refused(texts.notSigned(key.name))
  }
})
