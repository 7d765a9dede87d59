/**
 * The version of the command, printed by `--version` and in reports.
 */
export const version = "0.1.0"
