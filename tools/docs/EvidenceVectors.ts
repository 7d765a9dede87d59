/**
 * Generates test vectors for other implementations: three events with their hashes, the tree over them, proofs, and a
 * signed checkpoint. Salts and the key are fixed and serve no other purpose.
 */
import { Day } from "@frist/domain/Day"
import { ActivityId, Actor, BatchId, PlanId, Position } from "@frist/domain/Names"
import { type RecordHeader, RecordedEvent } from "@frist/domain/RecordedEvent"
import { base64, hex } from "@frist/evidence/Bytes"
import { checkpointText, originOf } from "@frist/evidence/checkpoints/Checkpoint"
import { copiedEvent, endLine, eventLine, startLine } from "@frist/evidence/CopyFormat"
import { erasedRecord } from "@frist/store/evidence/Erasure"
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import { contentDigest, headerHash, leafHash } from "@frist/evidence/Leaf"
import { TreeLevels } from "@frist/evidence/tree/TreeLevels"
import { noteText, verifierKeyText } from "@frist/evidence/checkpoints/Note"
import { signed, signerOf } from "@frist/evidence/checkpoints/NoteSigner"
import { sha256 } from "@frist/evidence/Sha256"

const plan = PlanId.make("vector")
const effectiveOn = Day.of(2024, 6, 17)
const encoder = new TextEncoder()

const events: ReadonlyArray<Omit<RecordHeader, "plan" | "position" | "type"> & Pick<RecordedEvent, "event">> = [
  {
    activity: null,
    event: { _tag: "PlanOpened", title: 'Öppna "upp"' },
    effectiveOn,
    recordedAt: 1_718_618_400_000,
    actor: Actor.make("Åsa"),
    batch: BatchId.make("a-1"),
    provenance: "stated",
    source: null
  },
  {
    activity: ActivityId.make("webb.ogon"),
    event: { _tag: "FollowUpNoted", text: "Ett namn som inte ska stå här" },
    effectiveOn,
    recordedAt: 1_718_618_400_000,
    actor: Actor.make("Åsa"),
    batch: BatchId.make("a-1"),
    provenance: "inferred",
    source: { document: "Uppföljning.csv", sha256: "0f".repeat(32), table: "Pågår", row: 3, column: null }
  },
  {
    activity: ActivityId.make("webb.ogon"),
    event: { _tag: "Redacted", position: Position.make(2), decision: "Dnr 2024/17" },
    effectiveOn,
    recordedAt: 1_718_704_800_123,
    actor: Actor.make("Ali"),
    batch: BatchId.make("a-2"),
    provenance: "stated",
    source: null
  }
]

const stored: ReadonlyArray<StoredRecord> = events.map((each, at) => {
  const bytes = encoder.encode(JSON.stringify(each.event))
  const salt = new Uint8Array(32).fill(at + 1)
  const record = RecordedEvent.of({ plan, position: Position.make(at + 1), type: each.event?._tag ?? "", ...each })
  return { record, bytes, salt, digest: null, leaf: leafHash(record, contentDigest(salt, bytes)) }
})
const none = new Uint8Array()
const kept = stored.map((each, at) => (at === 1 ? erasedRecord(each, each.salt ?? none, each.bytes ?? none) : each))

const levels = new TreeLevels()
for (const { leaf } of stored) levels.push(leaf)
const checkpointAt = (size: number): string => checkpointText({ origin: originOf(plan), ...levels.head(size) })

/** Returns the copy that `docs/reference/export.md` shows. */
export const exampleCopy = (): string => {
  const lines = [startLine({ plan, from: Position.make(1) }), ...kept.map((each) => eventLine(copiedEvent(each)))].join(
    ""
  )
  const sum = hex(sha256(encoder.encode(lines)))
  return `${lines}${endLine({ events: kept.length, checkpoint: checkpointAt(kept.length), sha256: sum })}`
}

const signerKey = "PRIVATE+KEY+frist/vector+8087b208+AQcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH"

/** Returns the file `reference/evidence-vectors.json`. */
export const evidenceVectors = (): string => {
  const signer = signerOf(signerKey, originOf(plan))
  const sizes = stored.map((_, at) => at + 1)
  const vectors = {
    plan,
    events: stored.map((each) => {
      const { bytes, leaf, record, salt } = each
      const digest = contentDigest(salt ?? none, bytes ?? none)
      const { content, digest: _digest, leaf: _leaf, salt: _salt, ...said } = copiedEvent(each)
      return {
        ...JSON.parse(eventLine({ ...said, content, digest: null, leaf: "", salt: null })),
        salt: hex(salt ?? none),
        digest: hex(digest),
        said: hex(headerHash(record, digest)),
        leaf: hex(leaf)
      }
    }),
    roots: [0, ...sizes].map((size) => ({ size, root: hex(levels.head(size).root) })),
    inclusion: sizes.flatMap((size) =>
      sizes
        .filter((position) => position <= size)
        .map((position) => ({
          position,
          size,
          path: levels.inclusion(position - 1, size).map(hex)
        }))
    ),
    consistency: sizes.flatMap((to) =>
      sizes.filter((from) => from <= to).map((from) => ({ from, to, path: levels.consistency(from, to).map(hex) }))
    ),
    checkpoint: checkpointAt(3),
    root: base64(levels.head(3).root),
    ...(signer === undefined
      ? {}
      : { signerKey, verifierKey: verifierKeyText(signer.key), note: noteText(signed(checkpointAt(3), signer)) })
  }
  return `${JSON.stringify(vectors, null, 2)}\n`
}
