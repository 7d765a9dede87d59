/**
 * What the operator's commands do, loaded in one piece.
 */
export { examineDatabase } from "../database/DoctorCommand.ts"
export { migrateDatabase } from "../database/MigrateCommand.ts"
export { checkReadModels } from "../readmodels/CheckCommand.ts"
export { projectPlans } from "../readmodels/ProjectCommand.ts"
export { rebuildReadModels } from "../readmodels/RebuildCommand.ts"
