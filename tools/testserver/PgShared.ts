/**
 * Before a run of tests: a PostgreSQL server for all of them, whose address they are given as `postgres`.
 */
import type { TestProject } from "vitest/node"
import { startPgServer } from "./PgServer.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of a database whose user may make databases and roles. */
    readonly postgres: string
  }
}

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const given = process.env["FRIST_TEST_PG"]
  if (given !== undefined && given !== "") {
    project.provide("postgres", given)
    return async () => {}
  }
  // What is lost when the machine itself goes down is of no interest here.
  const server = await startPgServer({ settings: { fsync: "off", max_connections: "300" } })
  project.provide("postgres", server.url())
  return server.remove
}
