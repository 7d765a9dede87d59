/**
 * One name has one meaning, an export is there for another file, and the public names are few and described.
 */
import { describe, expect, it } from "@effect/vitest"
import { readFileSync } from "node:fs"
import { ambiguousNames, publicNames, unusedExports } from "./Names.ts"

/** The offenders of the day on which the rules came. The lists only shrink. */
const tolerated: { readonly ambiguous: ReadonlyArray<string>; readonly unused: ReadonlyArray<string> } = JSON.parse(
  readFileSync(new URL("tolerated-names.json", import.meta.url), "utf8")
)

describe("an exported name", () => {
  it("has one meaning in the whole repository", () => {
    const offenders = [...ambiguousNames()].filter(([name]) => !tolerated.ambiguous.includes(name))
    expect(offenders.map(([name, files]) => `${name}: ${files.join(", ")}`)).toEqual([])
  })

  it("is used outside its own file, or is public", () =>
    expect(unusedExports().filter((each) => !tolerated.unused.includes(each))).toEqual([]))
})

describe("the public names", () => {
  it("are at most 130", () => expect(publicNames().length).toBeLessThanOrEqual(130))

  it("each have a description of at least three words", () =>
    expect(
      publicNames()
        .filter(({ says }) => says.split(/\s+/u).length < 3)
        .map(({ declaredIn, name }) => `${declaredIn}: ${name}`)
    ).toEqual([]))
})
