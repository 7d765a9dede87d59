/**
 * The disk of the server is full for a while. Needs the right to mount a small memory file system.
 */
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fromTo, newPlan } from "../../src/contract/ContractFixture.ts"
import { rowsAt } from "../PgSessions.ts"
import { long } from "../sizes.ts"
import { newServer, openLog } from "./server.ts"
import { Witness } from "./Witness.ts"

const size = "192m"

const mounted = Effect.acquireRelease(
  Effect.sync(() => {
    const folder = mkdtempSync(join(tmpdir(), "frist-full-"))
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size},mode=0755`, "tmpfs", folder], { stdio: "ignore" })
    return folder
  }),
  (folder) =>
    Effect.sync(() => {
      execFileSync("umount", ["-l", folder])
      rmSync(folder, { recursive: true, force: true })
    })
)

const canMount = await Effect.runPromise(
  Effect.isSuccess(Effect.catchDefect(Effect.scoped(mounted), (defect) => Effect.fail(defect)))
)
const [kept, skipped] = ["a full disk loses no acknowledged batch", "no file system can be mounted here"]

it.live.skipIf(!canMount)(
  canMount ? kept : `${kept} (not tried: ${skipped})`,
  () =>
    Effect.gen(function* () {
      const folder = yield* mounted
      const settings = { min_wal_size: "32MB", max_wal_size: "48MB" }
      const server = yield* newServer({ folder: join(folder, "server"), settings })
      const witness = new Witness(fromTo(1, 3).map(newPlan))
      const log = yield* openLog(server, { patience: "200 millis" })
      yield* Effect.forkScoped(witness.follow(log, { after: new Map() }))
      for (const plan of witness.plans) yield* Effect.forkScoped(witness.follow(log, { plan, after: 0 }))
      const filler = join(folder, "filler")
      const faults = Effect.gen(function* () {
        yield* Effect.sleep("300 millis")
        for (const round of fromTo(1, long ? 5 : 1)) {
          const before = witness.errors.get("full") ?? 0
          const { bavail, bsize } = statfsSync(folder)
          // The writers soon fill the rest.
          writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - round * 500_000)))
          for (let waited = 0; waited < 10_000 && (witness.errors.get("full") ?? 0) === before; waited += 50) {
            yield* Effect.sleep("50 millis")
          }
          yield* Effect.sleep("500 millis")
          rmSync(filler)
          // The server recovers by itself, or has stopped.
          const answers = rowsAt(server.url(), "select 1").pipe(
            Effect.retry(Schedule.upTo(Schedule.spaced("100 millis"), { duration: "5 seconds" })),
            Effect.isSuccess
          )
          if (!(yield* answers)) {
            yield* Effect.promise(server.crash)
            yield* Effect.promise(server.start)
          }
          yield* Effect.sleep("500 millis")
        }
        witness.stop()
      })
      yield* Effect.all(
        [faults, ...fromTo(1, 4).map((nth) => witness.write(log, `writer-${nth}`, " och mer".repeat(200)))],
        { concurrency: "unbounded" }
      )
      expect(witness.errors.get("full") ?? 0).toBeGreaterThan(0)
      expect(witness.acknowledged).toBeGreaterThan(50)
      yield* witness.check(log)
    }).pipe(Effect.scoped),
  300_000
)
