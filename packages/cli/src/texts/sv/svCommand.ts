/**
 * Everything that the command says in Swedish: the texts of reports, and its own.
 */
import type { FindingCode } from "@frist/editions/Irregularity"
import { sv } from "@frist/reports/texts/sv"
import { svColumns } from "./svColumns.ts"
import { svErrors } from "./svErrors.ts"
import { svOutcomes } from "./svOutcomes.ts"
import { svProblems } from "./svProblems.ts"
import { svRecorded } from "./svRecorded.ts"
import { svRefusals } from "./svRefusals.ts"
import { svTables } from "./svTables.ts"

/** All texts of the command, in Swedish. */
export const svCommand = {
  ...sv,
  ...svTables,
  findings: sv.findings satisfies Readonly<Record<FindingCode, string>>,
  outcomes: svOutcomes,
  recorded: svRecorded,
  problems: svProblems,
  columns: svColumns,
  refusals: svRefusals,
  errors: svErrors
}
