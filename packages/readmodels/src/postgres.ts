/**
 * Read models in PostgreSQL, as they are published: their layers, and the migration of their tables.
 */
export { migrateReadModelsAt } from "./postgres/PgReadModelTables.ts"
export { layer, layerFromClient } from "./postgres/PgReadModels.ts"
