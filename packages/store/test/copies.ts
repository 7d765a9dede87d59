/**
 * Copies of plans as text: made from a log, and restored into one.
 */
import type { LogServices } from "../src/LogServices.ts"
import { wholeLog, provideLog, type Log } from "../src/contract/ContractFixture.ts"
import { Day } from "@frist/domain/Day"
import { ActivityId, Actor, BatchId, type PlanId } from "@frist/domain/Names"
import { Event } from "@frist/domain/Event"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { readFileSync } from "node:fs"
import { exportPlan } from "../src/copy/LogExport.ts"
import { readCopies } from "../src/copy/CopyReader.ts"
import { erasedRecord } from "../src/evidence/Erasure.ts"
import { type StoredRecord } from "@frist/evidence/StoredEvent"
import * as MemoryEventLog from "../src/memory/MemoryEventLog.ts"

/** Whether an event is no move of a plan, which closes the log and is alone in its batch. */
export const isNoMove = ({ event }: NewEvent): boolean => event._tag !== "PlanMoved" && event._tag !== "PlanArrived"

/** An event of every released type but moves of a plan, with varied fields. */
export const everyEvent: ReadonlyArray<NewEvent> = readFileSync(
  new URL("../../domain/fixtures/events.jsonl", import.meta.url),
  "utf8"
)
  .split("\n")
  .slice(0, -1)
  .map((line, at): NewEvent => ({
    activity: at % 3 === 0 ? null : ActivityId.make(`del.${at}`),
    event: Schema.decodeUnknownSync(Event)(JSON.parse(line)),
    effectiveOn: Day.fromNumber(19_000 + at),
    provenance: at % 2 === 0 ? "stated" : "inferred",
    source:
      at % 4 === 0
        ? { document: "Uppföljning å.csv", sha256: "0f".repeat(32), table: 'Pågår\t"1"', row: at, column: null }
        : null
  }))
  .filter(isNoMove)

/** Records events in batches of one, two, three … by two actors. */
export const recordAll = (log: Log, plan: PlanId, events: ReadonlyArray<NewEvent>) =>
  Effect.gen(function* () {
    for (let after = 0, size = 1; after < events.length; after += size - 1) {
      yield* log.append({
        plan,
        batch: BatchId.make(`batch-${size}`),
        actor: Actor.make(size % 2 === 0 ? "Åsa" : 'Lars "strategen"'),
        events: events.slice(after, after + size),
        condition: { after, activities: [] }
      })
      size += 1
    }
  })

/** Runs an effect with the log that a layer makes, and closes it. */
export const inLog = <A, E, E2, R>(layer: Layer.Layer<LogServices, E2>, run: (log: Log) => Effect.Effect<A, E, R>) =>
  Effect.provide(Effect.flatMap(wholeLog, run), Layer.fresh(layer), { local: true })

export const inMemory = <A, E, R>(run: (log: Log) => Effect.Effect<A, E, R>) => inLog(MemoryEventLog.layer, run)

/** Returns the copy of a plan as text. */
export const written = (log: Log, plan: PlanId, from = 1) =>
  Effect.gen(function* () {
    const lines: Array<string> = []
    yield* exportPlan(plan, from, (text) => Effect.sync(() => lines.push(text)))
    return lines.join("")
  }).pipe(provideLog(log))

/** Splits bytes into pieces of that size. */
const piecesOf = async function* (bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Restores copies, as the files `1`, `2` … */
export const taken = (log: Log, copies: ReadonlyArray<string | Uint8Array>, pieces = 4096) =>
  Effect.gen(function* () {
    const files = copies.map((copy, at) => ({
      name: String(at + 1),
      bytes: piecesOf(typeof copy === "string" ? Buffer.from(copy) : copy, pieces)
    }))
    const { lineOf, plan, records } = yield* readCopies(files)
    return yield* log
      .restore(plan, records)
      .pipe(
        Effect.mapError((error) =>
          error._tag === "EvidenceBroken" ? { ...lineOf(error.position), fault: error.flaw } : error
        )
      )
  })

export const removed = (stored: StoredRecord): StoredRecord =>
  erasedRecord(stored, stored.salt ?? new Uint8Array(), stored.bytes ?? new Uint8Array())
