/**
 * What the commands that copy need, loaded together.
 */
export { exportTo } from "./Exporting.ts"
export { restoreFrom } from "./Restoring.ts"
