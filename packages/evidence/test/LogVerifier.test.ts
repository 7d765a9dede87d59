/**
 * Verification of rows in order: what makes a batch whole.
 */
import { describe, expect, it } from "@effect/vitest"
import { Day } from "@frist/domain/Day"
import { Actor, BatchId, PlanId, Position } from "@frist/domain/Names"
import { checkpointText } from "../src/checkpoints/Checkpoint.ts"
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

const altered = (row: StoredRow): StoredRow => ({ ...row, bytes: new TextEncoder().encode("{ }") })
/** A row without its content, with the evidence of it. */
const erased = ({ bytes, record, salt }: StoredRow): StoredRow => {
  const digest = contentDigest(salt ?? new Uint8Array(), bytes ?? new Uint8Array())
  return { record, bytes: null, salt: null, digest, leaf: leafHash(record, digest) }
}
const verified = (rows: ReadonlyArray<StoredRow>, given: ReadonlyArray<string> = []) => {
  const verifier = logVerifier(plan, [], given)
  for (const row of rows) if (!verifier.hasStopped()) verifier.take(row)
  return { ...verifier.end(0, Infinity), head: verifier.head() }
}

describe("a batch in a verified log", () => {
  it("holds when its events follow each other", () => {
    expect(flaws(one, one, two, two)).toEqual([undefined, undefined, undefined, undefined])
  })

  it("is flawed when it continues after another batch, from the event where it returns", () => {
    expect(flaws(one, two, one, one, two)).toEqual([undefined, undefined, "batch", "batch", "batch"])
  })
})

describe("a verified log", () => {
  it("is examined to its end, and compared with its checkpoint, however many of its events are altered", () => {
    const rows = Array.from({ length: 150 }, (_, at) => rowOf(one, at + 1))
    const { head } = verified(rows)
    const note = checkpointText({ origin: `frist/${plan}`, size: 150, root: head.root })
    const { broken, checkpoints, size, stopped } = verified(rows.map(altered), [note])
    expect({ broken: broken.length, size, stopped }).toEqual({ broken: 100, size: 150, stopped: false })
    expect(checkpoints[0]?.fault).toBeUndefined()
  })

  it("counts as redacted only what a decision removed, and whose evidence holds", () => {
    const removed = erased(rowOf(one, 1))
    const bytes = new TextEncoder().encode(JSON.stringify({ _tag: "Redacted", position: 1 }))
    const decided = rowOf(two, 2)
    const record = { ...decided.record, type: "Redacted" } as const
    const salt = new Uint8Array(32)
    const decision = { ...decided, record, bytes, leaf: leafHash(record, contentDigest(salt, bytes)) }
    expect(verified([removed, decision])).toMatchObject({ broken: [], erased: 1 })
    expect(verified([removed])).toMatchObject({ broken: [{ position: 1, flaw: "removed" }], erased: 0 })
    expect(verified([{ ...removed, digest: salt }, decision])).toMatchObject({
      broken: [{ position: 1, flaw: "leaf" }],
      erased: 0
    })
  })
})
