/**
 * What the operator's commands do, loaded in one piece.
 */
export { examineDatabase } from "./DoctorCommand.ts"
export { migrateDatabase } from "./MigrateCommand.ts"
export { checkReadModels } from "./CheckCommand.ts"
export { projectPlans } from "./ProjectCommand.ts"
export { rebuildReadModels } from "./RebuildCommand.ts"
