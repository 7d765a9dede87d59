/**
 * Measures rebuilding every read model, for a nation's plans on a server. The floor is `COPY … TO STDOUT` of the same rows
 * and `JSON.parse` of the same bytes. `FRIST_BENCH_EVENTS=10000000` sets another size.
 */
import { startPgServer } from "@frist/testing/PgServer"
import { Client } from "pg"
import type { Benchmark, Row } from "./paired.ts"
import { database, fill, rebuilt } from "./projections/databases.ts"
import { plans } from "./projections/nation.ts"

const size = Number(process.env["FRIST_BENCH_EVENTS"] ?? 1_000_000)

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
    const url = await database(server, `nation_${size}`)
    await fill(url, size)
    const baseline = await floor(url)
    for (const [what, models] of [
      ["every read model", ""],
      ["the board alone", "board"]
    ] as const) {
      const { milliseconds } = await rebuilt(url, models)
      rows.push({
        what,
        against: "COPY and JSON.parse",
        ratio: milliseconds / baseline,
        milliseconds,
        baseline,
        runs: 1
      })
    }
  } finally {
    await server.remove()
  }
  return rows
}
