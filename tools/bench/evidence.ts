/**
 * Measures evidence on a plan of a million events in a SQLite file: verification against SHA-256 over the same bytes, and
 * a proof once the levels of the tree are there.
 */
import * as Effect from "effect/Effect"
import { createHash, hash } from "node:crypto"
import { join } from "node:path"
import { Actor, BatchId, PlanId } from "@frist/domain/Names"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { EventLog } from "@frist/store/EventLog"
import { EvidenceLog } from "@frist/store/EvidenceLog"
import { type StoredRow } from "@frist/evidence/StoredEvent"

import { isIncluded } from "@frist/evidence/tree/ProofVerifier"
import { levelsOf } from "@frist/store/evidence/PlanSeal"
import { layer } from "@frist/store/sqlite/SqliteEventLog"
import { eachRow, verifyPlan } from "@frist/store/evidence/PlanVerification"
import { isIntact } from "@frist/evidence/LogVerifier"
import type { Benchmark, Row } from "./paired.ts"
import { eventAt } from "./plan.ts"

const actor = Actor.make("bench")
const plan = PlanId.make("plan")
const size = Number(process.env["FRIST_BENCH_EVENTS"] ?? 1_000_000)

const source: NewEvent["source"] = {
  document: "Uppföljning 2024-06-17.docx",
  sha256: "0f".repeat(32),
  table: "Aktiviteter",
  row: 12,
  column: null
}

const begun = Effect.gen(function* () {
  const log = yield* EventLog
  for (let after = 0; after < size; after += 5000) {
    const events = Array.from({ length: Math.min(5000, size - after) }, (_, n) => ({
      ...eventAt(after + n, 2000),
      source: n % 2 === 0 ? source : null
    }))
    yield* log.append({ plan, batch: BatchId.make(`b-${after}`), actor, events, condition: { after, activities: [] } })
  }
})

const timed = <A, E, R>(run: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const began = performance.now()
    const result = yield* run
    return [performance.now() - began, result] as const
  })

/** The inputs of an event's hashes: salt and content, `said`, position with `said`, and two nodes. */
interface Pieces {
  readonly content: Uint8Array
  readonly said: Uint8Array
}
const saidLength = ({ record }: StoredRow): number =>
  8 * 4 +
  36 +
  [record.plan, record.activity, record.type, record.effectiveOn, record.actor, record.batch, record.provenance]
    .map((each) => Buffer.byteLength(each ?? ""))
    .reduce((sum, each) => sum + each, 11) +
  (record.source === null ? 5 : 160)

const median = (times: ReadonlyArray<number>): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

const row = (what: string, milliseconds: number, against: string, baseline: number): Row => ({
  what,
  against,
  milliseconds,
  baseline,
  ratio: milliseconds / baseline,
  runs: 3
})

export const benchmark: Benchmark = (folder) =>
  Effect.gen(function* () {
    yield* begun
    const pieces: Array<Pieces> = []
    const ofLength = new Map<number, Buffer>()
    yield* eachRow(plan, (row) => {
      const content = Buffer.concat([row.salt ?? Buffer.alloc(0), row.bytes ?? Buffer.alloc(0)])
      const length = saidLength(row)
      const said = ofLength.get(length) ?? Buffer.alloc(length, 7)
      ofLength.set(length, said)
      pieces.push({ content, said })
      return true
    })
    const [place, pair] = [Buffer.alloc(49, 1), Buffer.alloc(65, 2)]

    /** Only hashes: as many as the leaves and the tree need, over inputs of the same length. */
    const hashes = Effect.sync(() => {
      for (const { content, said } of pieces) {
        hash("sha256", content, "binary")
        hash("sha256", said, "binary")
        hash("sha256", place, "binary")
        hash("sha256", pair, "binary")
      }
    })
    const asBuffers = Effect.sync(() => {
      for (const { content, said } of pieces) {
        hash("sha256", content, "buffer")
        hash("sha256", said, "buffer")
        hash("sha256", place, "buffer")
        hash("sha256", pair, "buffer")
      }
    })
    const oneSum = Effect.sync(() => {
      const sum = createHash("sha256")
      for (const { content, said } of pieces) sum.update(content).update(said).update(place).update(pair)
      return sum.digest()
    })

    const readAndSum = Effect.gen(function* () {
      const sum = createHash("sha256")
      let at = 0
      yield* eachRow(plan, ({ bytes, salt }) => {
        sum.update(salt ?? place).update(bytes ?? place)
        sum
          .update(pieces[at++]?.said ?? place)
          .update(place)
          .update(pair)
        return true
      })
      return sum.digest()
    })

    const times: Record<"verify" | "hashes" | "asBuffers" | "oneSum" | "read", Array<number>> = {
      verify: [],
      hashes: [],
      asBuffers: [],
      oneSum: [],
      read: []
    }
    for (let round = 0; round < 3; round += 1) {
      times.hashes.push((yield* timed(hashes))[0])
      const [took, verified] = yield* timed(verifyPlan(plan))
      if (!isIntact(verified) || verified.size !== size) throw new Error("The log does not hold.")
      times.verify.push(took)
      times.read.push((yield* timed(readAndSum))[0])
      times.asBuffers.push((yield* timed(asBuffers))[0])
      times.oneSum.push((yield* timed(oneSum))[0])
    }

    const [building, levels] = yield* timed(levelsOf(plan))
    const head = levels.head()
    const proofs: Array<number> = []
    for (let nth = 0; nth < 1000; nth += 1) {
      const index = Math.floor((nth * size) / 1000)
      const began = performance.now()
      const path = levels.inclusion(index)
      proofs.push(performance.now() - began)
      const [row] = nth % 100 === 0 ? yield* (yield* EvidenceLog).rows(plan, { after: index, limit: 1 }) : []
      if (row !== undefined && !isIncluded(row.leaf, index, head, path)) throw new Error("The proof does not hold.")
    }
    const [verify, same] = [median(times.verify), median(times.hashes)]
    const [buffers, sum] = [median(times.asBuffers), median(times.oneSum)]
    return [
      row("every event verified", verify, "the rows read, and one sum over the same bytes", median(times.read)),
      row("every event verified", verify, "the same hashes, as text", same),
      row("every event verified", verify, "the same hashes, as buffers", buffers),
      row("every event verified", verify, "that sum alone", sum),
      row("the tree's levels read", building, "the same hashes, as text", same),
      row("a proof, the slowest of 1000", Math.max(...proofs), "50 ms", 50)
    ]
  }).pipe(Effect.provide(layer({ filename: join(folder, "log.db") })), Effect.runPromise)
