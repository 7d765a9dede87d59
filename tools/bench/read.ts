/**
 * Measures reading a plan from a SQLite file up to its state, against parsing the same bytes as JSON.
 */
import * as Effect from "effect/Effect"
import { join } from "node:path"
import { planAt } from "@frist/domain/plan/Plan"
import { Actor, BatchId, PlanId } from "@frist/domain/Names"
import { EventLog } from "@frist/store/EventLog"
import { EvidenceLog } from "@frist/store/EvidenceLog"
import { layer } from "@frist/store/sqlite/SqliteEventLog"
import { type Benchmark, paired, type Row } from "./paired.ts"
import { eventAt } from "./plan.ts"

const actor = Actor.make("bench")

export const benchmark: Benchmark = (folder) =>
  Effect.gen(function* () {
    const log = yield* EventLog
    const rows: Array<Row> = []
    for (const size of [1000, 10_000]) {
      const plan = PlanId.make(`plan-${size}`)
      const events = Array.from({ length: size }, (_, n) => eventAt(n, size / 10))
      yield* log.append({ plan, batch: BatchId.make("all"), actor, events, condition: { after: 0, activities: [] } })
      const texts = (yield* (yield* EvidenceLog).records(plan)).map(({ bytes }) =>
        Buffer.from(bytes ?? []).toString("utf8")
      )
      const read = () => Effect.runPromise(log.read(plan))
      const recorded = yield* log.read(plan)
      const measured = yield* Effect.promise(() =>
        paired(
          15,
          ["JSON.parse of the same", () => texts.map((text): unknown => JSON.parse(text)).length === size || undefined],
          [`${size} events read and decoded`, async () => void (await read())],
          [`${size} events through the lens`, () => void planAt(recorded)],
          [`${size} events read to a plan`, async () => void planAt(await read())]
        )
      )
      rows.push(...measured)
    }
    return rows
  }).pipe(Effect.provide(layer({ filename: join(folder, "log.db") })), Effect.runPromise)
