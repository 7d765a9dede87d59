/**
 * Every command, in the groups of the help. A module is imported with all that its commands do, so a command line that
 * begins with a command imports only the module of that one.
 */
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { frist } from "./RootCommand.ts"

/** The modules that declare commands, each with their group and their names. */
const modules = [
  {
    group: "Import documents",
    names: ["import", "apply", "reread", "editions"],
    load: async () => (await import("./commands/EditionCommands.ts")).editionCommands
  },
  {
    group: "Ask",
    names: ["ask", "gather"],
    load: async () => (await import("./commands/AskCommands.ts")).askCommands
  },
  {
    group: "View",
    names: ["board", "completed", "slips", "decisions", "history", "timeline"],
    load: async () => (await import("./commands/ViewCommands.ts")).viewCommands
  },
  {
    group: "View",
    names: ["measures"],
    load: async () => [(await import("./commands/MeasureCommands.ts")).measuresCommand]
  },
  {
    group: "View",
    names: ["findings"],
    load: async () => [(await import("./commands/FindingCommands.ts")).findingsCommand]
  },
  {
    group: "View",
    names: ["serve"],
    load: async () => [(await import("./commands/ServeCommand.ts")).serveCommand]
  },
  {
    group: "View",
    names: ["mcp"],
    load: async () => [(await import("./commands/McpCommand.ts")).mcpCommand]
  },
  {
    group: "Record by hand",
    names: ["open", "register", "review"],
    load: async () => (await import("./commands/PlanCommands.ts")).planCommands
  },
  {
    group: "Record by hand",
    names: ["status", "move", "approve", "note", "measure", "complete", "reopen", "discontinue"],
    load: async () => (await import("./commands/ActivityCommands.ts")).activityCommands
  },
  {
    group: "Record by hand",
    names: ["reword", "responsible"],
    load: async () => (await import("./commands/WordingCommands.ts")).wordingCommands
  },
  {
    group: "Record by hand",
    names: ["request", "decide"],
    load: async () => (await import("./commands/ExtensionCommands.ts")).extensionCommands
  },
  {
    group: "Record by hand",
    names: ["wait", "link"],
    load: async () => (await import("./commands/RelationCommands.ts")).relationCommands
  },
  {
    group: "Record by hand",
    names: ["waive"],
    load: async () => [(await import("./commands/FindingCommands.ts")).waiveCommand]
  },
  {
    group: "Record by hand",
    names: ["correct"],
    load: async () => [(await import("./commands/CorrectionCommands.ts")).correctCommand]
  },
  {
    group: "Report",
    names: ["report"],
    load: async () => [(await import("./commands/ReportCommands.ts")).reportCommand]
  },
  {
    group: "Prove",
    names: ["seal", "verify", "prove", "bundle"],
    load: async () => (await import("./commands/EvidenceCommands.ts")).evidenceCommands
  },
  {
    group: "Operate",
    names: ["migrate", "doctor"],
    load: async () => (await import("./commands/DatabaseCommands.ts")).databaseCommands
  },
  {
    group: "Operate",
    names: ["export", "restore", "relocate"],
    load: async () => (await import("./commands/CopyCommands.ts")).copyCommands
  },
  {
    group: "Operate",
    names: ["project", "check", "rebuild"],
    load: async () => (await import("./commands/ReadModelCommands.ts")).readModelCommands
  },
  {
    group: "Operate",
    names: ["redact"],
    load: async () => [(await import("./commands/EvidenceCommands.ts")).redactCommand]
  }
]

/** Returns `frist` with its subcommands, or with those of one module where the command line begins with one of them. */
export const commandTree = async (args: ReadonlyArray<string> = []) => {
  const asked = modules.filter(({ names }) => names.includes(args[0] ?? ""))
  const loaded = (asked.length === 0 ? modules : asked).map(async ({ group, load }) => ({
    group,
    commands: await load()
  }))
  return root.pipe(Command.withSubcommands(await Promise.all(loaded)))
}

const root = frist.pipe(
  // Imported on demand.
  Command.withHandler((flags) =>
    Effect.flatMap(
      Effect.promise(() => import("./overview/RunOverview.ts")),
      ({ runOverview }) => runOverview(flags)
    )
  )
)
