/**
 * The server that the tests of a run share, and databases on it: one started by `PgShared.ts`, or the one in
 * `FRIST_TEST_PG`, the address of a database whose user may make databases and roles.
 */
import { randomBytes } from "node:crypto"

/** The address of another database on the same server. */
export const databaseUrl = (server: string, database: string): string => {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

/** A name for a database or a role that nobody has. */
export const newName = (kind = "frist"): string => `${kind}_${randomBytes(6).toString("hex")}`
