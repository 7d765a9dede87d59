/**
 * A process that keeps editions in a log until it is killed, and prints the first letter of each: `kept LETTER`.
 *
 * node keeper.ts ADDRESS PLAN
 */
import { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { createHash } from "node:crypto"
import { writeSync } from "node:fs"
import { keepingBatch } from "../src/contract/KeptEditionContract.ts"
import { EventLog } from "../src/EventLog.ts"

const [address = "", name = ""] = process.argv.slice(2)
const plan = PlanId.make(name)
const layer = address.startsWith("postgres:")
  ? (await import("../src/postgres/PgEventLog.ts")).layer({ url: Redacted.make(address) })
  : (await import("../src/sqlite/SqliteEventLog.ts")).layer({ filename: address })

const keep = Effect.gen(function* () {
  const log = yield* EventLog
  let after = (yield* log.read(plan)).length
  for (;;) {
    const sha256 = createHash("sha256").update(`${process.pid} ${after}`).digest("hex")
    const content = new Uint8Array(Buffer.from(sha256.repeat(4000)))
    const { last } = yield* log.append(keepingBatch(plan, after, [{ sha256, document: "a.csv", content }]))
    after = last
    writeSync(1, `kept ${sha256}\n`)
  }
})
await Effect.runPromise(Effect.provide(keep, layer))
