/**
 * The help of a command in a language other than that of its declaration.
 */

/** What a command does, its arguments and flags by name, and its examples in order. */
export interface CommandHelp {
  readonly about: string
  readonly arguments?: Readonly<Record<string, string>>
  readonly flags?: Readonly<Record<string, string>>
  readonly examples?: ReadonlyArray<string>
}

/** The help of commands by name. */
export type HelpOfCommands = Readonly<Record<string, CommandHelp>>
