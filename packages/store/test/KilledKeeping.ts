/**
 * Kills processes that keep editions, and checks that each edition is kept exactly if its event is recorded.
 */
import { newPlan } from "../src/contract/ContractFixture.ts"
import { EventLog, type EventLogError } from "../src/EventLog.ts"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { expect } from "vitest"
import { contentHash } from "../src/KeptContent.ts"

const script = fileURLToPath(new URL("keeper.ts", import.meta.url))

/** Resolves to what a process printed until it was killed, some milliseconds after its first edition. */
const killed = (parameters: ReadonlyArray<string>, after: number): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...parameters])
    let [output, said] = ["", ""]
    child.stdout.on("data", (chunk) => {
      if (output === "") setTimeout(() => child.kill("SIGKILL"), after)
      output += chunk
    })
    child.stderr.on("data", (chunk) => (said += chunk))
    child.on("close", (_, signal) => resolve(signal === "SIGKILL" && said === "" ? output : `${signal} ${said}`))
  })

/** Kills a number of processes, one after another, and compares what is kept with the log after each. */
export const keptThroughKills = (
  address: string,
  layer: Layer.Layer<EventLog, EventLogError>,
  kills: number
): Effect.Effect<void, EventLogError> =>
  Effect.gen(function* () {
    const plan = newPlan()
    for (let nth = 0; nth < kills; nth += 1) {
      const output = yield* Effect.promise(() => killed([address, plan], Math.random() * 60))
      const acknowledged = output.split("\n").flatMap((line) => /^kept ([0-9a-f]{64})$/u.exec(line)?.[1] ?? [])
      expect(acknowledged.length, output.slice(0, 500)).toBeGreaterThan(0)
      const log = yield* EventLog
      const names = Effect.map(log.read(plan), (records) =>
        records.flatMap(({ event }) => (event?._tag === "EditionKept" ? [event] : []))
      )
      // A server may still commit what a killed process sent last.
      let named = yield* names
      for (let waits = 0; waits < 20; waits += 1) {
        yield* Effect.sleep("50 millis")
        const before = named.length
        named = yield* names
        if (named.length === before) break
      }
      const listed = (yield* log.editions(plan)).map(({ sha256 }) => sha256)
      expect(listed).toEqual(named.map(({ sha256 }) => sha256).toSorted())
      for (const sha256 of acknowledged) expect(listed).toContain(sha256)
      for (const { content, sha256 } of named) {
        expect(contentHash((yield* log.edition(plan, sha256)) ?? new Uint8Array())).toBe(content)
      }
    }
  }).pipe(Effect.provide(layer))
