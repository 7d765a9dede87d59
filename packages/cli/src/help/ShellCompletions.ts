/**
 * What a shell completes, in a language: the commands, flags and arguments with the words of the help.
 */
import type { Language } from "@frist/reports/words/Language"
import * as Completions from "effect/cli/Completions"
import { commandTree } from "../CommandTree.ts"
import type { CommandHelp } from "./CommandHelp.ts"
import { enHelp } from "./enHelp.ts"
import { placeholdersIn } from "./HelpText.ts"
import { svHelp } from "./svHelp.ts"

type Descriptor = Completions.CommandDescriptor

const shells: Readonly<Record<string, Completions.Shell>> = {
  bash: "bash",
  zsh: "zsh",
  fish: "fish",
  powershell: "powershell",
  sh: "bash",
  pwsh: "powershell"
}

/** Returns the shell that arguments ask completions for, if they ask for nothing else. */
export const completedShell = (args: ReadonlyArray<string>): Completions.Shell | undefined => {
  const words = args.filter((arg, at) => arg !== "--lang" && args[at - 1] !== "--lang" && !arg.startsWith("--lang="))
  return words.length === 2 && words[0] === "--completions" ? shells[words[1] ?? ""] : undefined
}

/** Returns the script of a shell. */
export const shellCompletions = async (shell: Completions.Shell, language: Language): Promise<string> => {
  const tree = await commandTree()
  return Completions.generate(tree.name, shell, described(Completions.fromCommand(tree), language))
}

/** Describes a command in the words of its help. */
const described = (command: Descriptor, language: Language): Descriptor => {
  const { commands, shared } = language === "sv" ? svHelp : enHelp
  const own: CommandHelp | undefined = commands[command.name]
  return {
    ...command,
    description: own?.about ?? command.description,
    flags: command.flags.map((flag) => ({
      ...flag,
      // No flag is on by default.
      negation: false,
      description: own?.flags?.[flag.name] ?? shared.flags[flag.name] ?? flag.description
    })),
    arguments: command.arguments.map((argument) => ({
      ...argument,
      name: placeholdersIn(argument.name, language),
      description: own?.arguments?.[argument.name] ?? shared.arguments[argument.name] ?? argument.description
    })),
    subcommands: command.subcommands.map((each) => described(each, language))
  }
}
