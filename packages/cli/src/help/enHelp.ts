/**
 * Help in English: what the declarations of the commands do not say.
 */
import type { HelpOfCommands } from "./CommandHelp.ts"

/** The words of help, in English. The declarations of the commands have their descriptions. */
export const enHelp = {
  heading: {
    usage: "Usage",
    arguments: "Arguments",
    flags: "Flags",
    shared: "Flags of every command",
    examples: "Examples"
  },
  group: {} as Readonly<Record<string, string>>,
  choice: (described: string, choices: string): string => `${described}. One of ${choices}`,
  optional: (described: string): string => `${described} (optional)`,
  required: (described: string): string => `${described} (required)`,
  more: "More about a command: frist COMMAND --help",
  sharedToo: (flags: string): string => `Like every command it takes ${flags}; see frist --help.`,
  commands: {} as HelpOfCommands,
  placeholders: { choice: "CHOICE" } as Readonly<Record<string, string>>,
  shared: {
    arguments: {} as Readonly<Record<string, string>>,
    flags: {} as Readonly<Record<string, string>>
  }
}
