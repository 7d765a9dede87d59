/**
 * The published names are a closed list, and each has a description.
 */
import { describe, expect, it } from "@effect/vitest"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { documentedNames, publicModules } from "./ApiPage.ts"
import { exportsOf, packages } from "./Sources.ts"

const names = documentedNames()

describe("The public surface", () => {
  it.each(names)("explains $name of $from with a description, a signature and an example or a page", (each) => {
    expect(each.signature).not.toBe("")
    expect(each.seen, `no example imports ${each.name}, and no page mentions it`).toBeDefined()
  })

  it.each(publicModules())("$from exports when it is loaded what the sources say", async ({ file }) => {
    const listed = new Set(exportsOf(file).map(({ name }) => name))
    expect(Object.keys(await import(file)).filter((name) => !listed.has(name))).toEqual([])
  })

  it.each(readdirSync(packages))("the package %s publishes the modules that its sources export", (folder) => {
    const { exports, publishConfig } = JSON.parse(readFileSync(join(packages, folder, "package.json"), "utf8"))
    const published = Object.keys(publishConfig.exports).filter((path) => path !== "./package.json")
    expect(published.filter((path) => !(path in exports))).toEqual([])
    expect(Object.keys(exports).filter((path) => !path.includes("*") && !published.includes(path))).toEqual([])
  })
})
