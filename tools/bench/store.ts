/**
 * Measures appends to the log in PostgreSQL against a plain table and against Emmett, in turns on one server that syncs each
 * commit.
 * A rate of 1.00 is that of the plain table.
 */
import { startPgServer } from "@frist/testing/PgServer"
import type { Benchmark } from "./paired.ts"
import { appending, writers } from "./store/appending.ts"
import { emmett } from "./store/emmett.ts"
import { fristLog } from "./store/frist.ts"
import { plainTable } from "./store/plain.ts"
import { processes } from "./store/processes.ts"

export const benchmark: Benchmark = async (folder) => {
  const server = await startPgServer({ folder, settings: { fsync: "on", synchronous_commit: "on" } })
  const plain = await plainTable(server.url(), writers)
  const peer = await emmett(server.url())
  const frist = await fristLog(server.url(), writers)
  const others = await processes(server.url())
  try {
    return await appending(plain, peer, frist, others).finally(others.close)
  } finally {
    await frist.close()
    await peer.close()
    await plain.close()
    await server.remove()
  }
}
