/**
 * Starts one PostgreSQL server before the integration tests and provides its address as `postgres`; with `FRIST_TEST_PG`,
 * provides that address instead.
 */
import type { TestProject } from "vitest/node"
import { makePgTemplate, startPgServer } from "./PgServer.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of a database whose user may create databases and roles. */
    readonly postgres: string
  }
}

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const removeTemplate = await makePgTemplate()
  const given = process.env["FRIST_TEST_PG"]
  if (given !== undefined && given !== "") {
    project.provide("postgres", given)
    return async () => removeTemplate()
  }
  // No data needs to survive a crash of the machine.
  const server = await startPgServer({ settings: { fsync: "off", max_connections: "300" } })
  project.provide("postgres", server.url())
  return async () => {
    await server.remove()
    removeTemplate()
  }
}
