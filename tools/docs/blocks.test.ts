/**
 * Every block of code on a page is run, or is part of a file that is.
 */
import { run } from "@frist/cli/CommandLine"
import { pdfArchived } from "../../packages/reports/test/libreoffice.ts"
import { describe, expect, it } from "@effect/vitest"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as TestConsole from "effect/testing/TestConsole"
import { existsSync, mkdtempSync, rmSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { blocks, compiled, documents, kinds, root, textOf } from "./Blocks.ts"

const pages = documents()
const sources = compiled()
const { scripts } = JSON.parse(textOf("package.json"))

/** Returns what `frist` prints on stderr for a line, in an empty folder. */
const understood = (line: string): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "frist-blocks-"))
  const words = Array.from(line.matchAll(/"([^"]*)"|(\S+)/gu), ([, quoted, bare]) => quoted ?? bare ?? "")
  const config = ConfigProvider.fromEnv({ env: { FRIST_DB: join(folder, "frist.db"), FRIST_LANG: "en" } })
  return Effect.runPromise(
    Effect.gen(function* () {
      const isDatabase = (word: string, at: number) => word.startsWith("postgres://") || words[at - 1] === "--db"
      yield* run(words.map((word, at) => (isDatabase(word, at) ? join(folder, "other.db") : word)))
      return (yield* TestConsole.errorLines).join("\n")
    }).pipe(Effect.provide([TestConsole.layer, ConfigProvider.layer(config)]))
  ).finally(() => rmSync(folder, { recursive: true, force: true }))
}

describe("a page", () => {
  it.each(pages)("%s shows TypeScript only from files that are compiled and run", (page) => {
    for (const block of blocks(textOf(page), "ts"))
      expect(
        sources.some((source) => source.includes(block)),
        block
      ).toBe(true)
  })

  it.each(pages)("%s shows shell lines only of commands and files that exist", async (page) => {
    const lines = blocks(textOf(page), "sh").flatMap((block) => block.trim().split("\n"))
    for (const written of lines) {
      const line = written.replace(/\s+#.*$/u, "")
      for (const part of line.split(" | ")) {
        const [program = "", ...words] = part.split(" ")
        if (program === "frist" || program === "./frist") {
          expect(await understood(words.join(" ")), part).not.toMatch(/--help\.$/mu)
        } else if (program === "node") {
          // A file that the page tells its reader to save: its block is compiled and run.
          expect(textOf(page)).toContain(`\`${words[0]}\``)
        } else if (program === "soffice") {
          // The command whose result is tested where LibreOffice is installed.
          expect(part).toBe(`soffice --headless --convert-to '${pdfArchived}' rapport.docx`)
        } else if (program === "npm") {
          expect(["init", "pkg", "install"]).toContain(words.shift())
          const named = words.filter((word) => word.startsWith("@frist/"))
          for (const word of named) expect(existsSync(join(root, "packages", word.slice(7))), word).toBe(true)
        } else {
          const [, script = "", file] =
            /^npx -y pnpm@12 (?:run |-r --filter-prod "@frist\/\w+\.\.\." )?([\w:]+)(?: node (\S+))?/u.exec(part) ?? []
          expect([...Object.keys(scripts), "install", "exec", "pack"], part).toContain(script)
          if (script === "exec") expect(existsSync(join(root, file ?? "named nowhere")), part).toBe(true)
        }
      }
    }
  })

  it.each(pages)("%s names only commands that frist understands, in its text and in indented lines", async (page) => {
    const text = textOf(page).replaceAll(/^```[^]*?^```$/gmu, "")
    const named = [
      ...Array.from(text.matchAll(/`(?:\.\/)?frist ([^`]+)`/gu), ([, words = ""]) => words),
      ...Array.from(text.matchAll(/^ {4,}frist (.+)$/gmu), ([, words = ""]) => words)
    ]
    for (const words of named) {
      // A name alone, or words with a placeholder, are mentioned and not typed.
      if (/…|\||[A-ZÅÄÖ]{3}|\bfil\./u.test(words) || !/\s/u.test(words)) continue
      expect(await understood(words), `frist ${words}`).not.toMatch(/^(?!Missing ).*--help\.$/mu)
    }
  })

  // The sample's database and report are made by the start, and ignored by name.
  const made = readFileSync(join(root, ".gitignore"), "utf8").split("\n")
  it.each(pages)("%s names only files and folders that exist or that the start makes", (page) => {
    for (const [, path = ""] of textOf(page).matchAll(/`((?:packages|tools|docs|examples)\/[^`\s*]+)`/gu))
      expect(
        made.some((name) => name === `/${path}` || name === `/${path}*`) || existsSync(join(root, path)),
        path
      ).toBe(true)
  })

  it.each(pages)("%s has only blocks of kinds that are checked", (page) => {
    // Other tests compare the `text` and `ndjson` blocks with the code.
    expect(kinds(textOf(page)).filter((kind) => !/^(?:console|sql|ts|sh|text|ndjson)$/u.test(kind))).toEqual([])
  })
})
