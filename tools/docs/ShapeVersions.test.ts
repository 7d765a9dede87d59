/**
 * A shape that others read changes only with a new version and a line in the changelog.
 */
import { describe, expect, it } from "@effect/vitest"
import { shapes } from "./Generated.ts"
import {
  changelog,
  complaints,
  keptVersions,
  noted,
  type Shape,
  shapeOf,
  unreleased,
  type Versions
} from "./ShapeVersions.ts"

const board: Shape = { name: "board", version: 1, sha256: "a" }
const kept: Versions = { board: { 1: { sha256: "a", since: "0.1.0" } } }
const open = "## 0.1.0 (unreleased)\n"
const released = "## 0.2.0 (unreleased)\n\n## 0.1.0\n"

const page = (title: string, type: string) =>
  JSON.stringify({ title, properties: { version: { enum: [3] }, plan: { type } } })

describe("the shapes", () => {
  it("are unchanged under the versions that are kept", () =>
    expect(complaints(shapes(), keptVersions(), changelog())).toEqual([]))

  it("include events, envelopes, editions, proposals, views and the report", () => {
    const names = shapes().map(({ name }) => name)
    for (const name of [
      "event",
      "new-event",
      "recorded-event",
      "command",
      "refusal",
      "edition",
      "proposal",
      "proposals",
      "report",
      "board"
    ]) {
      expect(names).toContain(name)
    }
  })
})

describe("a shape", () => {
  it("passes while it is unchanged", () => expect(complaints([board], kept, released)).toEqual([]))

  it("needs a new version when it changes", () =>
    expect(complaints([{ ...board, sha256: "b" }], kept, open)).toEqual([
      "board 1 has changed: give it version 2 and say so in CHANGELOG.md."
    ]))

  it("with a new version needs a line in the changelog", () => {
    const next = { ...board, version: 2, sha256: "b" }
    const after = noted([next], kept, released, false)
    expect(after).toEqual({ board: { 1: kept["board"]?.[1], 2: { sha256: "b", since: "0.2.0" } } })
    expect(complaints([next], after, released)).toEqual(["CHANGELOG.md does not say what is new in `board` 2."])
    expect(complaints([next], after, `${released}- \`board\` 2: has more.\n`)).toEqual([])
  })

  it("that is gone is reported", () => expect(complaints([], kept, open).length).toBe(1))

  it("is noted again under its version only before a release, and only on request", () => {
    const changed = [{ ...board, sha256: "b" }]
    expect(noted(changed, kept, open, false)).toEqual(kept)
    expect(noted(changed, kept, open, true)).toEqual({ board: { 1: { sha256: "b", since: "0.1.0" } } })
    expect(noted(changed, kept, released, true)).toEqual(kept)
  })

  it("changes with its fields, and not with its title", () => {
    expect(shapeOf("x", page("a", "string"))).toEqual(shapeOf("x", page("b", "string")))
    expect(shapeOf("x", page("a", "string")).sha256).not.toBe(shapeOf("x", page("a", "null")).sha256)
    expect(shapeOf("x", page("a", "string")).version).toBe(3)
  })

  it("belongs to the unreleased version of the changelog", () =>
    expect([unreleased(open), unreleased("## 1.0.0\n")]).toEqual(["0.1.0", undefined]))
})
