/**
 * The README is short, shows real output and pictures, and has a path for each of its readers.
 */
import { describe, expect, it } from "@effect/vitest"
import { accessSync, constants } from "node:fs"
import { join } from "node:path"
import { blocks, root, textOf } from "./Blocks.ts"
import { pictures } from "./Pictures.ts"

const readme = textOf("README.md")

describe("the README", () => {
  it("has at most 150 lines, and fewer than 40 of output", () => {
    expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(150)
    const output = blocks(readme, "console").join("").trimEnd().split("\n")
    expect(output.length).toBeGreaterThan(20)
    expect(output.length).toBeLessThan(40)
  })

  it.each(["report", "trend"])("shows the picture %s, which is made from the sample", (name) => {
    const path = `pictures/${name}.en.svg`
    expect(readme).toContain(`](docs/${path})`)
    expect(new Map(pictures()).get(path)).toBe(textOf(`docs/${path}`))
  })

  it.each(["strategist", "board member", "auditor", "developer"])("has a path for the %s", (reader) => {
    expect(readme).toMatch(new RegExp(`^\\*\\*The ${reader}\\*\\*[^]{40,}?\\]\\(docs/`, "mu"))
  })

  it("links to the words of headings, and names a command that a clone has", () => {
    expect(readme).toContain("](docs/reference/headings.md)")
    expect(() => accessSync(join(root, "frist"), constants.X_OK)).not.toThrow()
  })
})
