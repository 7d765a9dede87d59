/**
 * Before each test file: takes away what a developer's shell sets for the command. Tests and the processes that they start
 * have only the variables that they set themselves.
 */

/** The variables that the command reads. */
export const ofCommand = ["FRIST_ACTOR", "FRIST_DB", "FRIST_LANG", "COLUMNS", "FORCE_COLOR"] as const

for (const name of ofCommand) delete process.env[name]
