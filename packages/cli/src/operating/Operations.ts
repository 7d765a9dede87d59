/**
 * What the operator's commands do, loaded in one piece.
 */
export { examineDatabase } from "./Examining.ts"
export { migrateDatabase } from "./Migrating.ts"
export { checkReadModels } from "./CheckingReadModels.ts"
export { projectPlans } from "./ProjectingPlans.ts"
export { rebuildReadModels } from "./Rebuilding.ts"
