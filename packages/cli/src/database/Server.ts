/**
 * Everything that needs the PostgreSQL driver, imported together when a server is named.
 */
export { migrateReadModelsAt } from "@frist/readmodels/postgres/PgReadModelTables"
export { layer as readModelLayer } from "@frist/readmodels/postgres/PgReadModels"
export { migrateAt } from "@frist/store/postgres/PgAccess"
export { examineServer } from "@frist/store/postgres/PgDoctor"
export { layer } from "@frist/store/postgres/PgEventLog"
