/**
 * Prints the files of prepared answers as JSON, by name: the help of every command and the completions of each shell, in
 * each language. The bundle answers from them before it loads anything.
 */
import * as Effect from "effect/Effect"
import * as TestConsole from "effect/testing/TestConsole"
import { run } from "../../packages/cli/src/CommandLine.ts"
import { commandTree } from "../../packages/cli/src/CommandTree.ts"

const printed = (...words: ReadonlyArray<string>): Promise<string> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const exitCode = yield* run(words)
      if (exitCode !== 0) throw new Error(`frist ${words.join(" ")} ended with ${exitCode}.`)
      return `${(yield* TestConsole.logLines).join("\n")}\n`
    }).pipe(Effect.provide(TestConsole.layer))
  )

const tree = await commandTree()
const commands = tree.subcommands.flatMap((group) => group.commands.map(({ name }) => name))
const files: Record<string, string> = {}
for (const language of ["sv", "en"]) {
  const helps: Record<string, string> = {}
  for (const words of [["--help"], ...commands.map((name) => [name, "--help"])])
    helps[words.join(" ")] = await printed(...words, "--lang", language)
  files[`help.${language}.json`] = JSON.stringify(helps)
  for (const shell of ["bash", "zsh", "fish", "powershell", "sh", "pwsh"])
    files[`completions.${language}.${shell}`] = await printed("--completions", shell, "--lang", language)
}
process.stdout.write(JSON.stringify(files))
