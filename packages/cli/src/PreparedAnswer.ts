/**
 * Answers that need no command line: the version, which is printed before anything else is loaded.
 */
import { version } from "./Version.ts"

/** Returns what these arguments print, if that is known without running them. */
export const preparedAnswer = (args: ReadonlyArray<string>): string | undefined =>
  args.length === 1 && (args[0] === "--version" || args[0] === "-v") ? `frist v${version}\n` : undefined
