/**
 * Verification of rows in order: what makes a batch whole.
 */
import { describe, expect, it } from "@effect/vitest"
import { Day } from "@frist/domain/Day"
import { Actor, BatchId, PlanId, Position } from "@frist/domain/Names"
import { contentDigest, leafHash } from "../src/Leaf.ts"
import { logVerifier } from "../src/LogVerifier.ts"
import type { StoredRow } from "../src/StoredEvent.ts"

const plan = PlanId.make("landskrona")
const [one, two] = [1, 2].map((nth) => BatchId.make(`0191a4b2-7c3d-4e5f-8a9b-00000000000${nth}`))

const rowOf = (batch: BatchId | undefined, position: number): StoredRow => {
  const record = {
    plan,
    position: Position.make(position),
    activity: null,
    type: "PlanOpened",
    effectiveOn: Day.make("2024-01-01"),
    recordedAt: 1_700_000_000_000,
    actor: Actor.make("Åsa"),
    batch: batch ?? BatchId.make(""),
    provenance: "stated",
    source: null
  } as const
  const [bytes, salt] = [new TextEncoder().encode("{}"), new Uint8Array(32)]
  return { record, bytes, salt, digest: null, leaf: leafHash(record, contentDigest(salt, bytes)) }
}

const flaws = (...batches: ReadonlyArray<BatchId | undefined>) => {
  const verifier = logVerifier(plan)
  return batches.map((batch, at) => verifier.take(rowOf(batch, at + 1)))
}

describe("a batch in a verified log", () => {
  it("holds when its events follow each other", () => {
    expect(flaws(one, one, two, two)).toEqual([undefined, undefined, undefined, undefined])
  })

  it("is flawed when it continues after another batch, from the event where it returns", () => {
    expect(flaws(one, two, one, one, two)).toEqual([undefined, undefined, "batch", "batch", "batch"])
  })
})
