/**
 * The version of the command, printed by `--version`, and the name by which reports know it.
 */
import { wording } from "./Wording.ts"

export const version = "0.1.0"

/**
 * The program as reports and bundles name it, with the build that words them: those of one name say the same of the same
 * log. Early reports of 0.1.0 name the version alone, or with a number.
 */
export const reportMaker = `frist ${version}+${wording}`
