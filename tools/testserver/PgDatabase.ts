/**
 * Addresses and names of databases on the server that the tests share.
 */
import { randomBytes } from "node:crypto"

/** Returns the address of another database on the same server. */
export const databaseUrl = (server: string, database: string): string => {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

/** Returns an unused name for a database or a role. */
export const newName = (kind = "frist"): string => `${kind}_${randomBytes(6).toString("hex")}`
