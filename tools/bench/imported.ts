/**
 * Imports one document into a SQLite file, in a process of its own with the heap of the command: `imported.ts FOLDER ROWS
 * [reworded]`. Prints, as JSON, the milliseconds of the last import and the most memory that the process had. `reworded`
 * imports the document once more with every goal in other words.
 */
import { Actor, PlanId } from "@frist/domain/Names"
import { Day } from "@frist/domain/Day"
import { keepHeapSmall } from "../../packages/cli/src/HeapGrowth.ts"
import { importEdition } from "@frist/editions/EditionImport"
import { readEdition } from "@frist/editions/EditionReader"
import { layer } from "@frist/store/sqlite/SqliteEventLog"
import * as Effect from "effect/Effect"
import { join } from "node:path"
import { day, document } from "./plan.ts"

keepHeapSmall()
const [folder = ".", rows = "100", mode = "first"] = process.argv.slice(2)

const imported = Effect.fnUntraced(function* (bytes: Uint8Array, heldOn: Day) {
  const start = performance.now()
  const edition = yield* readEdition("plan.csv", bytes)
  const { events } = yield* importEdition({
    plan: PlanId.make("bench"),
    actor: Actor.make("bench"),
    edition,
    heldOn
  })
  return { milliseconds: performance.now() - start, events: events.length }
})

const first = document(Number(rows))
const reworded = (): Uint8Array =>
  Buffer.from(Buffer.from(first).toString().replaceAll("på webben;", "på webben framöver;"))

const last = await Effect.runPromise(
  Effect.gen(function* () {
    const once = yield* imported(first, day)
    return mode === "reworded" ? yield* imported(reworded(), Day.of(2024, 6, 15)) : once
  }).pipe(Effect.provide(layer({ filename: join(folder, `import-${rows}-${mode}.db`) })))
)
process.stdout.write(JSON.stringify({ ...last, megabytes: process.resourceUsage().maxRSS / 1024 }))
