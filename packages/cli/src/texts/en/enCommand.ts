/**
 * The English texts of the command, including those of reports.
 */
import { en } from "@frist/reports/texts/en"
import { enColumns } from "./enColumns.ts"
import { enErrors } from "./enErrors.ts"
import { enOutcomes } from "./enOutcomes.ts"
import { enProblems } from "./enProblems.ts"
import { enRecorded } from "./enRecorded.ts"
import { enRefusals } from "./enRefusals.ts"
import { enTables } from "./enTables.ts"
import type { svCommand } from "../sv/svCommand.ts"

/** All texts of the command, in English. */
export const enCommand: typeof svCommand = {
  ...en,
  ...enTables,
  outcomes: enOutcomes,
  recorded: enRecorded,
  problems: enProblems,
  columns: enColumns,
  refusals: enRefusals,
  errors: enErrors
}
