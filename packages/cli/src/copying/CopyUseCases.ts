/**
 * What the commands that copy need, loaded together.
 */
export { exportTo } from "./ExportCommand.ts"
export { restoreFrom } from "./RestoreCommand.ts"
