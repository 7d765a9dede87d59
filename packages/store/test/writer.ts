/**
 * A process that writes to a SQLite file, and says on a line of its own each time it was told that it is recorded.
 *
 * node writer.ts FILE PLAN NAME own COUNT     that many batches about an activity of its own
 * node writer.ts FILE PLAN NAME same COUNT    that many rounds, in each of which every writer appends after the same
 *                                             position
 */
import { ActivityId, PlanId } from "@frist/domain"
import * as Effect from "effect/Effect"
import { writeSync } from "node:fs"
import { batchOf, note } from "../src/contract/Law.ts"
import { EventLog } from "../src/EventLog.ts"
import { layer } from "../src/SqliteEventLog.ts"

const [filename = "", plan = "", name = "", mode = "", count = ""] = process.argv.slice(2)
const id = PlanId.make(plan)
const about = ActivityId.make(name)

const append = Effect.fnUntraced(function* (after: number, size: number, activities: ReadonlyArray<ActivityId>) {
  const log = yield* EventLog
  const events = Array.from({ length: size }, (_, at) => note(`${name} ${at}`, about))
  const batch = batchOf(id, 0, events, { condition: { after, activities } })
  const { first, last } = yield* log.append(batch)
  writeSync(1, `${batch.batch} ${first} ${last}\n`)
})

const head = Effect.gen(function* () {
  const log = yield* EventLog
  return (yield* log.plans).find((each) => each.plan === id)?.events ?? 0
})

const run = Effect.gen(function* () {
  for (let round = 0; round < Number(count); round++) {
    if (mode === "own") {
      yield* append(yield* head, (round % 5) + 1, [about])
    } else {
      while ((yield* head) < round) yield* Effect.sleep("1 millis")
      yield* Effect.catchTag(append(round, 1, []), "Conflict", () => Effect.void)
    }
  }
})

await Effect.runPromise(Effect.provide(run, layer({ filename, busyTimeout: 20_000 })))
