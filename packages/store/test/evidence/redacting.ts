/**
 * A log with recognisable text of which a tenth is erased, and what must hold of it afterwards.
 */
import { ActivityId, Position } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import { expect } from "vitest"
import { batchOf, fromTo, type Log, newPlan, note } from "../../src/contract/ContractFixture.ts"
import { exportPlan } from "../../src/copy/LogExport.ts"
import { EventLog } from "../../src/EventLog.ts"
import { isConsistent, isIncluded } from "@frist/evidence/tree/ProofVerifier"
import { levelsOf, sealPlan } from "../../src/evidence/PlanSeal.ts"
import { verifyPlan } from "../../src/evidence/PlanVerification.ts"
import { isIntact } from "@frist/evidence/LogVerifier"
import { verifyConsistency, verifyInclusion } from "../../../evidence/test/rfc9162.ts"

export const plan = newPlan()
const size = 600

/** The text of an event. Some texts are longer than a database page. */
export const secretOf = (position: number): string =>
  `hemlig-${position}-${"x".repeat(position % 50 === 0 ? 9000 : 40)}-slut`
/** The text that is searched for: its beginning, which may be left where the rest was overwritten. */
const tracesOf = (position: number): string => `hemlig-${position}-x`

/** Records events, seals twice, and erases a random tenth. Returns the positions, and the proofs from before. */
export const redacted = (log: Log) =>
  Effect.gen(function* () {
    const notes: Array<string> = []
    const seal = Effect.map(sealPlan(plan), (sealed) => void notes.push(sealed.note))
    for (let after = 0; after < size; after += 20) {
      const events = fromTo(after + 1, after + 20).map((position) => note(secretOf(position), ActivityId.make("webb")))
      yield* log.append(batchOf(plan, after, events))
      if (after === 200 || after === 400) yield* seal
    }
    const before = yield* levelsOf(plan)
    const proofs = fromTo(1, size).map((position) => before.inclusion(position - 1))
    const removed = new Set<number>()
    while (removed.size < size / 10) removed.add(1 + Math.floor(Math.random() * size))
    const positions = [...removed]
    const decisions = positions.map((position) => ({
      ...note("x"),
      event: { _tag: "Redacted" as const, position: Position.make(position), decision: "Dnr 2026/17" }
    }))
    yield* log.append(batchOf(plan, size, decisions))
    yield* log.erase(plan, positions)
    yield* seal
    return { before, notes, positions, proofs }
  }).pipe(Effect.provideService(EventLog, log))

/** Fails unless every proof and checkpoint from before and after holds, and log and export have no erased text. */
export const expectProven = (
  log: Log,
  { before, notes, positions, proofs }: Effect.Success<ReturnType<typeof redacted>>
) =>
  Effect.gen(function* () {
    const verified = yield* verifyPlan(plan, notes)
    expect(verified).toMatchObject({ broken: [], erased: positions.length, unerased: [] })
    expect(isIntact(verified)).toBe(true)
    expect(verified.checkpoints).toHaveLength(6)
    const levels = yield* levelsOf(plan)
    const [then, now] = [before.head(), levels.head()]
    const rows = yield* log.rows(plan)
    for (const [at, path] of proofs.entries()) {
      const leaf = rows[at]?.leaf ?? new Uint8Array()
      const again = levels.inclusion(at)
      expect(isIncluded(leaf, at, then, path) && isIncluded(leaf, at, now, again), `event ${at + 1}`).toBe(true)
      expect(verifyInclusion(leaf, BigInt(at), BigInt(now.size), again, now.root)).toBe(true)
    }
    const consistency = levels.consistency(then.size)
    expect(isConsistent(then, now, consistency)).toBe(true)
    expect(verifyConsistency(BigInt(then.size), then.root, BigInt(now.size), now.root, consistency)).toBe(true)

    const lines: Array<string> = []
    yield* exportPlan(plan, 1, (text) => Effect.sync(() => lines.push(text)))
    expectGone(Buffer.from(lines.join("")), positions)
    const read = yield* log.read(plan)
    expectGone(Buffer.from(JSON.stringify(read)), positions)
    expect(read.filter(({ event }) => event === null).map(({ position }) => Number(position))).toEqual(
      positions.toSorted((a, b) => a - b)
    )
  }).pipe(Effect.provideService(EventLog, log))

/**
 * Fails unless the bytes have the text of every event but these. That the others are found shows that the search works:
 * all but a few, if the files of a database may cut them.
 */
export const expectGone = (bytes: Buffer, positions: ReadonlyArray<number>, cut = 0): void => {
  const removed = new Set(positions)
  const left = fromTo(1, size).filter((position) => removed.has(position) && bytes.includes(tracesOf(position)))
  expect(left).toEqual([])
  const kept = fromTo(1, size).filter((position) => !removed.has(position) && bytes.includes(tracesOf(position)))
  expect(kept.length).toBeGreaterThanOrEqual(size - removed.size - cut)
}
