/**
 * One name has one meaning, every export is used by another file, and the public names are few and described.
 */
import { describe, expect, it } from "@effect/vitest"
import { ambiguousNames, publicNames, unusedExports } from "./Names.ts"

/** Types of the log's port and adapter, which become public names when their modules do. */
const tolerated: ReadonlySet<string> = new Set([
  "packages/store/src/EventLog.ts#Condition",
  "packages/store/src/postgres/PgEventLog.ts#PgAddress"
])

describe("an exported name", () => {
  it("has one meaning in the whole repository", () =>
    expect([...ambiguousNames()].map(([name, files]) => `${name}: ${files.join(", ")}`)).toEqual([]))

  it("is used outside its own file, or is public", () =>
    expect(unusedExports().filter((each) => !tolerated.has(each))).toEqual([]))
})

describe("the public names", () => {
  it("are at most 133", () => expect(publicNames().length).toBeLessThanOrEqual(133))

  it("each have a description of at least three words", () =>
    expect(
      publicNames()
        .filter(({ says }) => says.split(/\s+/u).length < 3)
        .map(({ declaredIn, name }) => `${declaredIn}: ${name}`)
    ).toEqual([]))
})
