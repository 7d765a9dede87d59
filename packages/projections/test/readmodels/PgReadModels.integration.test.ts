/**
 * Read models in PostgreSQL.
 */
import { contract } from "./contract.ts"
import { pgForAll } from "./pg.ts"

const pg = pgForAll()

contract("in PostgreSQL", pg.layer)
