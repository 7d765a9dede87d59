/**
 * The views of a plan as SQL tables, kept up with the log, rebuilt and checked. The tables are in a database that
 * `@frist/readmodels/sqlite` or `@frist/readmodels/postgres` gives.
 */
export { project, projectContinuously } from "./Projector.ts"
export { check } from "./ReadModelCheck.ts"
export { readModels } from "./ReadModels.ts"
export { ReadModelStore } from "./ReadModelStore.ts"
export { rebuild } from "./Rebuild.ts"
