/**
 * Runs the commands on every page and compares their output; checks links, tables and examples.
 */
import { readDate } from "@frist/domain/dates/DateReading"
import { describe, expect, it } from "@effect/vitest"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { inject } from "vitest"
import { agrees, blocksOf, runAll } from "./Console.ts"
import { generated } from "./Generated.ts"
import { pages } from "./Pages.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const text = (path: string) => readFileSync(join(root, path), "utf8")

describe("a page", () => {
  it.each(pages().map((page) => relative(root, page)))("%s shows the output of its commands", async (page) => {
    const shown = blocksOf(text(page)).flat()
    const printed = await runAll(
      shown.map(({ command }) => command),
      inject("postgres")
    )
    for (const [at, { command, output }] of shown.entries()) {
      if (!agrees(output, printed[at] ?? "")) expect(output, command).toBe(printed[at])
    }
  })

  it("generated from the code is up to date; otherwise run `pnpm run docs`", async () => {
    for (const [path, content] of await generated()) expect(text(join("docs", path)), path).toBe(content)
  })

  const all = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name))
  it.each(["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...all])("%s links only to files that exist", (page) => {
    for (const [, target = ""] of text(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/gu)) {
      expect(existsSync(join(root, dirname(page), target)), target).toBe(true)
    }
  })
})

describe("the table of dates", () => {
  const rows = text("docs/reference/dates.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim().replace(/^`|`$/gu, ""))
    )
  it.each(rows)("%s is read as the table says", (words = "", ...meaning) => {
    const { date, oddities } = readDate(words)
    expect([date.edtf ?? "", date.earliest ?? "", date.latest ?? "", oddities.join(" ")]).toEqual(meaning)
  })
  it("has more than thirty rows", () => expect(rows.length).toBeGreaterThan(30))
})

describe("the README", () => {
  it("shows the embedding example exactly as it is tested", () => {
    expect(text("README.md")).toContain(`\`\`\`ts\n${text("examples/embed.ts")}\`\`\``)
  })
})

describe("the page about read models", () => {
  it("shows its example exactly as it is tested", () => {
    expect(text("docs/how-to/read-models.md")).toContain(`\`\`\`ts\n${text("examples/read-models.ts")}\`\`\``)
  })
})
