/**
 * Every command, in the groups of the help.
 */
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { activityCommands } from "./commands/ActivityCommands.ts"
import { copyCommands } from "./commands/CopyCommands.ts"
import { correctCommand } from "./commands/CorrectionCommands.ts"
import { databaseCommands } from "./commands/DatabaseCommands.ts"
import { editionCommands } from "./commands/EditionCommands.ts"
import { evidenceCommands, redactCommand } from "./commands/EvidenceCommands.ts"
import { extensionCommands } from "./commands/ExtensionCommands.ts"
import { findingsCommand, waiveCommand } from "./commands/FindingCommands.ts"
import { measuresCommand } from "./commands/MeasureCommands.ts"
import { planCommands } from "./commands/PlanCommands.ts"
import { readModelCommands } from "./commands/ReadModelCommands.ts"
import { relationCommands } from "./commands/RelationCommands.ts"
import { reportCommand } from "./commands/ReportCommands.ts"
import { viewCommands } from "./commands/ViewCommands.ts"
import { wordingCommands } from "./commands/WordingCommands.ts"
import { frist } from "./RootCommand.ts"

/** The command `frist` with its subcommands. */
export const commandTree = frist.pipe(
  // Imported on demand.
  Command.withHandler((flags) =>
    Effect.flatMap(
      Effect.promise(() => import("./overview/RunOverview.ts")),
      ({ runOverview }) => runOverview(flags)
    )
  ),
  Command.withSubcommands([
    { group: "Take in documents", commands: editionCommands },
    { group: "Look", commands: [...viewCommands, measuresCommand, findingsCommand] },
    {
      group: "Record by hand",
      commands: [
        ...planCommands,
        ...activityCommands,
        ...wordingCommands,
        ...extensionCommands,
        ...relationCommands,
        waiveCommand,
        correctCommand
      ]
    },
    { group: "Report", commands: [reportCommand] },
    { group: "Prove", commands: evidenceCommands },
    { group: "Operate", commands: [...databaseCommands, ...copyCommands, ...readModelCommands, redactCommand] }
  ])
)
