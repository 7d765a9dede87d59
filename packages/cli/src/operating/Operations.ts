/**
 * What the operator's commands do, loaded in one piece.
 */
export { examineDatabase } from "./Examining.ts"
export { migrateDatabase } from "./Migrating.ts"
