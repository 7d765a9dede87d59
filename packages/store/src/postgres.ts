/**
 * The log in PostgreSQL, as it is published: its layers, and the migration of its tables.
 */
export { migrateAt } from "./postgres/PgAccess.ts"
export { layer, layerFromClient } from "./postgres/PgEventLog.ts"
