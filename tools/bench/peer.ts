/**
 * Measures rebuilding the board alone, beside the peer.
 */
import { startPgServer } from "@frist/testing/PgServer"
import type { Benchmark } from "./paired.ts"
import { peerBench } from "./projections/peer.ts"

export const benchmark: Benchmark = async () => {
  const server = await startPgServer({ settings: { fsync: "off", shared_buffers: "256MB" } })
  try {
    return await peerBench(server)
  } finally {
    await server.remove()
  }
}
