/**
 * The version of the command, printed by `--version`, and the name by which reports know it.
 */
export const version = "0.1.0"

/**
 * The program as reports name it. Reports of one such name say the same of the same log. While a version is not yet
 * released, the number after the plus sign is raised in its place: the first reports of 0.1.0 have none.
 */
export const reportMaker = `frist ${version}+2`
