/**
 * What the commands that copy need, loaded together.
 */
export { exportTo } from "../copy/ExportCommand.ts"
export { restoreFrom } from "../copy/RestoreCommand.ts"
