/**
 * The version of the command, as `--version` says it and a report is marked with.
 */
export const version = "0.1.0"
