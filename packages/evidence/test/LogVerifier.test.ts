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
    expect(verified([removed])).toMatchObject({ broken: [{ position: 1, to: 1, flaw: "removed" }], erased: 0 })
    expect(verified([{ ...removed, digest: salt }, decision])).toMatchObject({
      broken: [{ position: 1, to: 1, flaw: "leaf" }],
      erased: 0
    })
  })
})

const missing = (position: number, to = position) => ({ position, to, flaw: "missing" })
const misplaced = (position: number, to = position) => ({ position, to, flaw: "position" })
const moved = (row: StoredRow): StoredRow => ({ ...row, record: { ...row.record, position: Position.make(500) } })

describe("a log without some of its rows", () => {
  const rows = Array.from({ length: 12 }, (_, at) => rowOf(one, at + 1))
  const roots = rows.map((_, at) => verified(rows.slice(0, at + 1)).head)
  const noteAt = (size: number) =>
    checkpointText({ origin: `frist/${plan}`, size, root: roots[size - 1]?.root ?? new Uint8Array() })
  const but = (...positions: ReadonlyArray<number>) => rows.filter(({ record }) => !positions.includes(record.position))
  const swapped = rows.with(3, rows[4] ?? rowOf(one, 5)).with(4, rows[3] ?? rowOf(one, 4))
  const at = (position: number, change: (row: StoredRow) => StoredRow, of = rows) =>
    of.map((row) => (row.record.position === position ? change(row) : row))

  it.each([
    ["in the middle", but(5, 6, 7), [missing(5, 7)]],
    ["at the beginning", but(1), [missing(1)]],
    ["in two places", but(3, 4, 9), [missing(3, 4), missing(9)]],
    ["beside an altered one", at(8, altered, but(5, 6, 7)), [missing(5, 7), { position: 8, to: 8, flaw: "leaf" }]],
    ["and with a later one altered", at(10, altered, but(5)), [missing(5), { position: 10, to: 10, flaw: "leaf" }]],
    ["as its place is another than its leaf says", at(5, moved), [missing(5), misplaced(500)]],
    ["but one that is there twice", [...but(5), ...rows.slice(7, 8)], [missing(5), misplaced(8)]]
  ])("names the events that are missing %s, and no others", (_, given, broken) => {
    expect(verified(given).broken).toEqual(broken)
  })

  it("names rows that are exchanged as misplaced, and says of none that it is missing", () => {
    expect(verified(swapped).broken).toEqual([misplaced(4)])
  })

  it("names the events that are missing at its end, by its head and by a checkpoint", () => {
    const verifier = logVerifier(plan, [], [noteAt(12)])
    for (const row of rows.slice(0, 7)) verifier.take(row)
    const { broken, checkpoints } = verifier.end(12, 12)
    expect(broken).toEqual([missing(8, 12)])
    expect(checkpoints).toMatchObject([{ fault: "beyond", from: 8, to: 12 }])
  })

  it("compares the checkpoints before a gap, and says of later ones which events are missing", () => {
    const { checkpoints, head, size } = verified(but(5, 6, 7), [noteAt(4), noteAt(6), noteAt(12)])
    expect([size, head.root]).toEqual([4, roots[3]?.root])
    expect(checkpoints).toMatchObject([
      { fault: undefined },
      { fault: "beyond", from: 5, to: 6 },
      { fault: "beyond", from: 5, to: 7 }
    ])
  })

  it("says of no content that its removal was never decided, where the decision may be missing", () => {
    expect(verified(at(2, erased, but(5))).broken).toEqual([missing(5)])
  })
})
