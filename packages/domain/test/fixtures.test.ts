/**
 * The stored format is stable: every released line of `fixtures/events.jsonl` decodes, and encodes to the same bytes.
 */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Event } from "../src/Event.ts"
import { Status } from "../src/Status.ts"

const lines = readFileSync(new URL("../fixtures/events.jsonl", import.meta.url), "utf8")
  .split("\n")
  .slice(0, -1)
const codec = Schema.toCodecJson(Event)
const decode = (line: string) => Schema.decodeUnknownSync(codec)(JSON.parse(line), { onExcessProperty: "error" })

/** The number of lines of each release, and their SHA-256. A release adds a row and changes no other. */
const released: ReadonlyArray<readonly [lines: number, sha256: string]> = [
  [40, "bbaaac6bd6f5dddfe2f67a83cf0564fa12a4558e1448f364856afe86c3df1a36"],
  [42, "248b0f04b3a572dea7eb359939bc2995d7be8a9093c8e3ef45bc408369ed4ca7"],
  [44, "d3bc7d0483251b5208c6f65683529eb024914cd81343232803ae196687bd08ae"],
  [47, "fc7d2cc1c9c19ee30844127f6a05c30b6cb5c404a7cd2c704c73575ed6c9d4b6"],
  [49, "b5e73e01237b9a4c7a10dd17e6d63ad4fb03c78b7a6610397ff510d8bf41c27c"],
  [50, "24b81e55019fe6d0704ba156fc3d3dda4e027f970eacc5b93913a4cedd9782f2"],
  [60, "cbe3e2f0c1bf3e3ef9420787ba4c7f796fe9b779954b0031f80bae4b782ee5b2"],
  [64, "3061d42fe020d958943357ac6ee637f18d5328084a7974d538d3682e704152c2"],
  [66, "d094e2c92321b8b649b26eb0ef8083a056f501f06bcca0b9a31b28ba9f8df13e"]
]

describe("a released event", () => {
  it.each(lines)("a released event is read and written byte for byte: %s", (line) => {
    expect(JSON.stringify(Schema.encodeSync(codec)(decode(line)))).toBe(line)
  })

  it.each(released)("the fixture only grows: the first %i lines are as released", (count, sha256) => {
    const text = lines.slice(0, count).map((line) => `${line}\n`)
    expect(createHash("sha256").update(text.join("")).digest("hex")).toBe(sha256)
  })

  it("the last release pins the whole fixture", () => {
    expect(released.at(-1)?.[0]).toBe(lines.length)
  })
})

describe("the fixtures", () => {
  const events = lines.map(decode)

  it("the fixture holds every type of event", () => {
    expect([...new Set(events.map(({ _tag }) => _tag))].sort()).toEqual(Object.keys(Event.cases).sort())
  })

  it("the fixture holds every status, before and after a change", () => {
    const changes = events.flatMap((event) => (event._tag === "StatusChanged" ? [event] : []))
    const all = Object.keys(Status.cases).sort()
    expect([...new Set(changes.map(({ from }) => from._tag))].sort()).toEqual(all)
    expect([...new Set(changes.map(({ to }) => to._tag))].sort()).toEqual(all)
  })

  it("the fixture holds every nullable field with and without a value", () => {
    const seen = new Map<string, Set<boolean>>()
    for (const event of events) {
      for (const [field, value] of Object.entries(event)) {
        const name = `${event._tag}.${field}`
        seen.set(name, (seen.get(name) ?? new Set()).add(value === null))
      }
    }
    const nullable = Object.entries(Event.cases).flatMap(([tag, { fields }]) =>
      Object.entries(fields).flatMap(([field, schema]) => (Schema.is(schema)(null) ? [`${tag}.${field}`] : []))
    )
    expect(nullable.length).toBeGreaterThan(15)
    expect(nullable.filter((name) => seen.get(name)?.size !== 2)).toEqual([])
  })
})
