/**
 * Rebuilds the board alone, in Frist and in the peer.
 */
import type { PgServer } from "@frist/testing/PgServer"
import type { Row } from "../paired.ts"
import { database, fill, rebuilt } from "./databases.ts"
import { emmettBoard, factOf } from "./emmett.ts"
import { nation } from "./nation.ts"

/** The peer takes some milliseconds per event, so it gets a tenth of them, and its time is multiplied by ten. */
const peerSize = 10_000
const share = 10

/** Rebuilds the board alone from the same events, in the peer and in Frist. */
export const peerBench = async (server: PgServer): Promise<ReadonlyArray<Row>> => {
  const url = await database(server, "peer")
  await fill(url, peerSize * share)
  const peer = await emmettBoard(url)
  for (const [plan, events] of nation(peerSize)) {
    for (let from = 0; from < events.length; from += 500) {
      await peer.append(
        plan,
        events.slice(from, from + 500).map((event) => factOf(plan, event))
      )
    }
  }
  const began = performance.now()
  await peer.rebuild()
  const baseline = (performance.now() - began) * share
  await peer.close()
  await rebuilt(url)
  const { milliseconds } = await rebuilt(url, "board")
  return [
    {
      what: `${peerSize * share} events, the board alone`,
      against: "Emmett's rebuild",
      ratio: milliseconds / baseline,
      milliseconds,
      baseline,
      runs: 1
    }
  ]
}
