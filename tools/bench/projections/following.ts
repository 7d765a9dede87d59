/**
 * Keeps the read models of Frist or of the peer caught up with the log, in a separate process, until it is ended.
 *
 * node following.ts ADDRESS frist|emmett
 */
import { Day } from "@frist/domain/Day"
import * as PgReadModels from "@frist/readmodels/postgres/PgReadModels"
import { projectContinuously } from "@frist/readmodels/Projector"
import * as PgEventLog from "@frist/store/postgres/PgEventLog"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { emmettBoard } from "./emmett.ts"

const [address = "", who] = process.argv.slice(2)
if (who === "emmett") {
  const peer = await emmettBoard(address)
  peer.follow()
  console.log("follows")
} else {
  const url = Redacted.make(address)
  console.log("follows")
  await Effect.runPromise(
    Effect.provide(
      projectContinuously({ today: Effect.succeed(Day.make("2026-01-01")) }),
      Layer.merge(PgEventLog.layer({ url }), PgReadModels.layer({ url }))
    )
  )
}
