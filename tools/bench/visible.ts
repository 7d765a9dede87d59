/**
 * Measures the delay from an append to its row in a read model, beside the peer, on a server that syncs each commit.
 */
import { startPgServer } from "@frist/testing/PgServer"
import type { Benchmark } from "./paired.ts"
import { lagBench } from "./projections/lagging.ts"

export const benchmark: Benchmark = async () => {
  const server = await startPgServer({ settings: { fsync: "on" } })
  try {
    return await lagBench(server)
  } finally {
    await server.remove()
  }
}
