/**
 * The leaf hash has the documented layout, and changes with every part of a record.
 */
import { describe, expect, it } from "@effect/vitest"
import { Day } from "@frist/domain/Day"
import { ActivityId, Actor, BatchId, PlanId, Position } from "@frist/domain/Names"
import type { RecordHeader, RecordedEvent } from "@frist/domain/RecordedEvent"
import { createHash } from "node:crypto"
import { contentDigest, leafHash } from "../src/Leaf.ts"

const record: RecordedEvent = {
  plan: PlanId.make("landskrona"),
  position: Position.make(12),
  activity: ActivityId.make("webb.ogon"),
  type: "FollowUpNoted",
  event: { _tag: "FollowUpNoted", text: "Pågår" },
  effectiveOn: Day.of(2023, 12, 15),
  recordedAt: 1_702_598_400_123,
  actor: Actor.make("Åsa"),
  batch: BatchId.make("batch-1"),
  provenance: "inferred",
  source: { document: "Uppföljning.csv", sha256: "0f".repeat(32), table: "Pågår", row: 3, column: null }
}
const bytes = new TextEncoder().encode(`{"_tag":"FollowUpNoted","text":"Pågår"}`)
const salt = new Uint8Array(32).fill(7)

/** Encodes a field: its length in four bytes, most significant first, and its bytes. */
const field = (content: string | Uint8Array): Uint8Array => {
  const encoded = typeof content === "string" ? new TextEncoder().encode(content) : content
  const { length } = encoded
  return Uint8Array.of(length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255, ...encoded)
}

const byHand = (position: string, recordedAt: string, ...fields: ReadonlyArray<string>): string => {
  const digest = createHash("sha256").update(salt).update(bytes).digest()
  const said = createHash("sha256")
  for (const each of [...fields, digest]) said.update(field(each))
  const leaf = createHash("sha256").update(Buffer.from(`00${position}${recordedAt}`, "hex"))
  return leaf.update(said.digest()).digest("hex")
}

const leafOf = (changed: Partial<RecordHeader> = {}, digest = contentDigest(salt, bytes)): string =>
  Buffer.from(leafHash({ ...record, ...changed }, digest)).toString("hex")

const from = (value: string | number | null) => (value === null ? "0" : `1${value}`)
const hex = (value: number) => value.toString(16).padStart(16, "0")

/** 12 and 1702598400123, in 8 bytes each. */
const position = "000000000000000c"
const recordedAt = "0000018c6ac5d87b"

const expected = (header: RecordHeader): string => {
  const { activity, actor, batch, effectiveOn, plan, provenance, source, type } = header
  const fields = ["frist/said/1", plan, activity ?? "", type, effectiveOn, actor, batch, provenance]
  const own = source && [source.document, source.sha256, source.table, source.row, source.column].map(from)
  const rest = own === null ? ["0"] : ["1", ...own]
  return byHand(hex(header.position), hex(header.recordedAt), ...fields, ...rest)
}

describe("the leaf hash", () => {
  it("of an event with source follows the documented layout", () => {
    const fields = ["frist/said/1", "landskrona", "webb.ogon", "FollowUpNoted", "2023-12-15"]
    const rest = ["Åsa", "batch-1", "inferred", "1", "1Uppföljning.csv", `1${"0f".repeat(32)}`, "1Pågår", "13", "0"]
    expect(leafOf()).toBe(byHand(position, recordedAt, ...fields, ...rest))
    // A fixed value: existing logs depend on it.
    expect(leafOf()).toBe("b1cc89a4edd94820d4b113f9e6eb75c30adf521b6111d3447f1091cc6360af71")
  })

  it("of an event without activity and source follows the documented layout", () => {
    const fields = ["frist/said/1", "landskrona", "", "FollowUpNoted", "2023-12-15"]
    expect(leafOf({ activity: null, source: null })).toBe(
      byHand(position, recordedAt, ...fields, "Åsa", "batch-1", "inferred", "0")
    )
  })

  const source = record.source
  if (source === null) throw new Error("the record has a source")
  const others: ReadonlyArray<Partial<RecordHeader>> = [
    { plan: PlanId.make("landskron") },
    { position: Position.make(13) },
    { activity: ActivityId.make("webb.ogo") },
    { activity: null },
    { type: "FollowUpNote" },
    { effectiveOn: Day.of(2023, 12, 16) },
    { recordedAt: 1_702_598_400_124 },
    { actor: Actor.make("Asa") },
    { batch: BatchId.make("batch-2") },
    { provenance: "stated" },
    { source: null },
    { source: { ...source, document: "Uppfo\u0308ljning.csv" } },
    { source: { ...source, sha256: "f0".repeat(32) } },
    { source: { ...source, table: "pågår" } },
    { source: { ...source, table: null } },
    { source: { ...source, table: "" } },
    { source: { ...source, row: 4 } },
    { source: { ...source, row: null } },
    { source: { ...source, column: "" } },
    { source: { ...source, column: "0" } },
    // No text can move over the boundary between two fields, and a missing field differs from an empty one.
    { plan: PlanId.make("landskrona1"), position: Position.make(2) },
    { actor: Actor.make("Åsab"), batch: BatchId.make("atch-1") },
    { actor: Actor.make("Ås"), batch: BatchId.make("abatch-1") },
    { source: { ...source, document: "Uppföljning.csv1", sha256: "0f".repeat(32).slice(1) } },
    { source: { ...source, table: null, column: "Pågår" } }
  ]

  it("changes with every field of the record", () => {
    const leaves = [leafOf(), ...others.map((changed) => leafOf(changed))]
    expect(new Set(leaves).size).toBe(leaves.length)
  })

  it("follows the layout for headers in any order, whatever the one before it shared", () => {
    const kinds = [{}, ...others].map((changed) => ({ ...record, ...changed }))
    for (const one of kinds) {
      for (const other of kinds) {
        // Twice, because what two events share is remembered.
        for (const header of [one, one, other, other, one]) expect(leafOf(header)).toBe(expected(header))
      }
    }
    // One object that the caller changes between calls.
    const changing = { ...source }
    for (const at of [1, 1, 1, 2, 2, 3]) {
      changing.document = `${at}`
      expect(leafOf({ source: changing })).toBe(expected({ ...record, source: changing }))
    }
  })

  it("changes with the salt and with every byte of the content", () => {
    const digests = [
      contentDigest(salt, bytes),
      contentDigest(salt.with(31, 8), bytes),
      ...Array.from(bytes, (_, at) => contentDigest(salt, bytes.with(at, 0))),
      contentDigest(salt, bytes.subarray(1)),
      contentDigest(salt, new Uint8Array())
    ]
    expect(new Set(digests.map((digest) => leafOf({}, digest))).size).toBe(digests.length)
  })
})
