/**
 * The page of the API lists everything that public modules export when they are loaded.
 */
import { describe, expect, it } from "@effect/vitest"
import { readFileSync } from "node:fs"
import { publicModules } from "./ApiPage.ts"
import { exportsOf } from "./Sources.ts"

const page = readFileSync(new URL("../../docs/reference/api.md", import.meta.url), "utf8")
/** Returns the names under the heading of a module. */
const listed = (from: string): ReadonlyArray<string> => {
  const [, section = ""] = page.split(`## ${from}\n`)
  return Array.from((section.split(/^## /mu)[0] ?? "").matchAll(/^\| `([^`]+)` \|/gmu), ([, name = ""]) => name)
}

describe("the page of the API", () => {
  it.each(publicModules())("lists every name that $from exports", async ({ file, from }) => {
    const given = Object.keys(await import(file))
    const names = listed(from)
    expect(names.length).toBeGreaterThan(0)
    expect(given.filter((name) => !names.includes(name))).toEqual([])
    expect(names).toEqual(exportsOf(file).map(({ name }) => name))
  })

  it("lists only modules that are exported", () => {
    const headings = Array.from(page.matchAll(/^## (.+)$/gmu), ([, from]) => from)
    expect(headings).toEqual(publicModules().map(({ from }) => from))
  })
})
