/**
 * What is wrong with the words of a command line, in English.
 */
import type { svUsage } from "../sv/svUsage.ts"

/** A sentence for each way in which a command line cannot be understood, in English. */
export const enUsage: typeof svUsage = {
  unknownCommand: (words, parent, perhaps) =>
    `${parent} has no command “${words}”; ${perhaps === "" ? "choose one that exists." : `did you mean ${perhaps}?`}`,
  unknownFlag: (flag, command, perhaps) =>
    `${command} has no flag ${flag}; ${perhaps === "" ? "remove it." : `did you mean ${perhaps}?`}`,
  missingFlag: (flag) => `Missing flag ${flag}; add it.`,
  missingArgument: (name, usage) => `Missing argument ${name}; write ${usage}.`,
  missingValue: (flag, choices) =>
    `Missing value for flag ${flag}; write ${choices === "" ? "one" : choices} after it.`,
  tooMany: (words) =>
    `${words} is one word too many; remove it, or put quotation marks around words that belong together.`,
  notAChoice: (words, place, choices) => `“${words}” is not valid for ${place}; write ${choices}.`,
  notUnderstood: (words, place) => `“${words}” is not valid for ${place}; write something else.`,
  givenTwice: (flag) => `Flag ${flag} is given several times; give it once.`,
  takesNoValue: (flag) => `Flag ${flag} takes no value; write ${flag} alone.`,
  see: (help) => `See ${help}.`,
  quoted: (words) => `“${words}”`
}
