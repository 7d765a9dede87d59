/**
 * Measures rebuilding every read model, for a nation's plans on a server. The floor is `COPY … TO STDOUT` of the same rows
 * and `JSON.parse` of the same bytes. Also measures the peer, and the delay from an append to its row.
 * `FRIST_BENCH_EVENTS=10000000` sets another size.
 */
import { startPgServer } from "@frist/testing/PgServer"
import { Client } from "pg"
import type { Benchmark, Row } from "./paired.ts"
import { database, fill, rebuilt } from "./projections/databases.ts"
import { lagBench } from "./projections/lagging.ts"
import { plans } from "./projections/nation.ts"
import { peerBench } from "./projections/peer.ts"

const asked = Number(process.env["FRIST_BENCH_EVENTS"] ?? 1_000_000)
const sizes = [10_000, 100_000, 1_000_000, 10_000_000].filter((size) => size < asked).concat(asked)

/** Milliseconds to copy every row out, and to parse what they hold, page by page. */
export const floor = async (url: string): Promise<number> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  let began = performance.now()
  await client.query("copy frist.chunk to stdout")
  let total = performance.now() - began
  for (const plan of plans) {
    const { rows } = await client.query<{ text: string }>(
      "select convert_from(content, 'UTF8') as text from frist.event where plan = $1",
      [plan]
    )
    began = performance.now()
    for (const { text } of rows) JSON.parse(text)
    total += performance.now() - began
  }
  await client.end()
  return total
}

export const benchmark: Benchmark = async () => {
  const server = await startPgServer({ settings: { fsync: "off", shared_buffers: "256MB" } })
  const rows: Array<Row> = []
  try {
    for (const size of sizes) {
      const url = await database(server, `nation_${size}`)
      await fill(url, size)
      const baseline = await floor(url)
      for (const [what, models] of [
        ["every read model", ""],
        ["the board alone", "board"]
      ] as const) {
        const { megabytes, milliseconds } = await rebuilt(url, models)
        rows.push({
          what: `${size} events, ${what}: ${Math.round((size / milliseconds) * 1000)} a second, ${megabytes} MB`,
          against: "COPY and JSON.parse",
          ratio: milliseconds / baseline,
          milliseconds,
          baseline,
          runs: 1
        })
      }
    }
    rows.push(...(await peerBench(server)))
  } finally {
    await server.remove()
  }
  const synced = await startPgServer({ settings: { fsync: "on" } })
  try {
    rows.push(...(await lagBench(synced)))
  } finally {
    await synced.remove()
  }
  return rows
}
