import { openLog } from "@frist/promises"
import { expect, it } from "vitest"
import { postpone, prepare } from "./own.ts"
import { shownReasons } from "./with-promises.ts"

it("the reasons are shown again when a deadline has moved", async () => {
  await using log = await openLog("memory:")
  await prepare(log)
  const done = new AbortController()
  const seen: Array<unknown> = []
  const following = shownReasons(
    log,
    "openings",
    (rows) => {
      seen.push(rows)
      if (rows.length > 0) done.abort()
    },
    done.signal
  )
  await postpone(log, "ogon", "hösten 2024", "Lokalerna är inte klara")
  await following
  expect(seen.at(-1)).toEqual([{ reason: "Lokalerna är inte klara", moves: 1 }])
})
