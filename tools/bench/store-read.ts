/**
 * Measures reading the log in PostgreSQL against plain pages and against Emmett, in turns on one server. A rate of 1.00 is
 * that of the plain pages.
 */
import { startPgServer } from "@frist/testing/PgServer"
import type { Benchmark } from "./paired.ts"
import { emmett } from "./store/emmett.ts"
import { fristLog } from "./store/frist.ts"
import { plainTable } from "./store/plain.ts"
import { reading } from "./store/reading.ts"

/** Frist asks for two pages ahead. */
const connections = 4

export const benchmark: Benchmark = async (folder) => {
  const server = await startPgServer({ folder, settings: { fsync: "off" } })
  const plain = await plainTable(server.url(), 1)
  const peer = await emmett(server.url())
  const frist = await fristLog(server.url(), connections)
  try {
    return await reading(plain, peer, frist)
  } finally {
    await frist.close()
    await peer.close()
    await plain.close()
    await server.remove()
  }
}
