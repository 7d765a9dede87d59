/**
 * Answers that are known without a command line being run: the version, and what the build of the bundle prepared, which
 * is every help and the completions. Sources have no prepared answers, and run.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { askedLanguage } from "./AskedLanguage.ts"
import { version } from "./Version.ts"

/** The columns that help fits into without being wrapped again. */
const helpWidth = 100

/** Returns what these arguments print, if that is known; `folder` has the files of prepared answers. */
export const preparedAnswer = (args: ReadonlyArray<string>, folder: string): string | undefined => {
  const words = args
    .filter((arg, at) => arg !== "--lang" && args[at - 1] !== "--lang" && !arg.startsWith("--lang="))
    .map((word) => shortFlags[word] ?? word)
  const question = words.join(" ")
  if (question === "--version") return `frist v${version}\n`
  const [, shell] = /^--completions ([a-z]+)$/u.exec(question) ?? []
  try {
    const language = askedLanguage(args, process.env["FRIST_LANG"])
    if (shell !== undefined) return readFileSync(join(folder, `completions.${language}.${shell}`), "utf8")
    if (!/^(?:[a-z]+ )?--help$/u.test(question) || !isWide()) return undefined
    const helps: Readonly<Record<string, string>> = JSON.parse(
      readFileSync(join(folder, `help.${language}.json`), "utf8")
    )
    return helps[question]
  } catch {
    return undefined
  }
}

const shortFlags: Readonly<Record<string, string>> = { "-h": "--help", "-v": "--version" }

const isWide = (): boolean =>
  (process.stdout.isTTY ? process.stdout.columns : Number(process.env["COLUMNS"]) || helpWidth) >= helpWidth
