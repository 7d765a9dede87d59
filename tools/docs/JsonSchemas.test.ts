/**
 * The published JSON Schemas and descriptions of APIs, as programs in other languages read them: a second validator takes
 * them, and every pattern is one that the engines of Go and Python can run.
 */
import { describe, expect, it } from "@effect/vitest"
import { activityHistory } from "@frist/projections/ActivityHistory"
import { board } from "@frist/projections/Board"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { decisions } from "@frist/projections/Decisions"
import { findingList } from "@frist/projections/FindingList"
import { History } from "@frist/projections/History"
import { openApiSchemas } from "../../packages/promises/src/OpenApiSchemas.ts"
import { Ajv2020 } from "ajv/dist/2020.js"
import { readFileSync } from "node:fs"
import { RE2JS } from "re2js"
import { served } from "../../packages/cli/test/serve/servedSample.ts"
import { day } from "../../packages/editions/test/sampleEditions.ts"
import { sample } from "../../packages/reports/test/logs.ts"
import { openApi } from "../../examples/http-service.ts"
import { publishedSchemas } from "./Generated.ts"

const published = publishedSchemas()
const fixtures = readFileSync(new URL("../../packages/domain/fixtures/events.jsonl", import.meta.url), "utf8")
const history = History.of(sample, { today: day("2024-12-16") })

/** Returns every value under a key of a document. */
const valuesOf = (document: unknown, key: string): ReadonlyArray<unknown> =>
  typeof document !== "object" || document === null
    ? []
    : Object.entries(document).flatMap(([name, value]) => [...(name === key ? [value] : []), ...valuesOf(value, key)])

const expectPortable = (pattern: unknown): void => {
  expect(() => RE2JS.compile(String(pattern)), String(pattern)).not.toThrow()
  // Python has no classes of Unicode by name, and Go no escapes by \u.
  expect(pattern).not.toMatch(/\\[pPu]/u)
}

const validator = () => new Ajv2020({ strict: true, allErrors: false, strictTypes: true })

describe.each([...published])("the JSON Schema %s", (name, page) => {
  const schema = JSON.parse(page) as { readonly $id: string }

  it("is taken by a second validator, under its name", () => {
    const ajv = validator()
    ajv.addSchema(schema)
    expect(schema.$id).toMatch(new RegExp(`^urn:frist:shape:${name}:[1-9][0-9]*$`, "u"))
    expect(ajv.getSchema(schema.$id)).toBeTypeOf("function")
  })

  it("has patterns that Go and Python can run", () => {
    const patterns = valuesOf(schema, "pattern")
    patterns.filter((pattern) => typeof pattern === "string").forEach(expectPortable)
  })
})

/** Returns true where the JSON Schema of that name accepts a value, as a program reads it; else the faults. */
const accepts = (name: string, value: unknown): unknown => {
  const validate = validator().compile(JSON.parse(published.get(name) ?? "false"))
  return validate(JSON.parse(JSON.stringify(value))) ? true : validate.errors
}

describe("a second validator", () => {
  it("accepts every event ever released", () => {
    const validate = validator().compile(JSON.parse(published.get("event") ?? "false"))
    for (const line of fixtures.trim().split("\n")) {
      validate(JSON.parse(line))
      expect(validate.errors, line).toBeNull()
    }
  })

  it("accepts recorded events, and views of them", () => {
    const validate = validator().compile(JSON.parse(published.get("recorded-event") ?? "false"))
    for (const record of sample) expect(validate(record) || validate.errors).toBe(true)
    expect(accepts("board", board(history))).toBe(true)
    expect(accepts("deadline-history", deadlineHistory(history))).toBe(true)
    expect(accepts("decisions", decisions(history))).toBe(true)
    expect(accepts("findings", findingList(history))).toBe(true)
    expect(accepts("activity-history", activityHistory(history, "sdv"))).toBe(true)
  })

  it("refuses what is none", () => {
    const [record] = sample
    for (const wrong of [
      { plan: "Öppen" },
      { actor: "" },
      { actor: "a\nb" },
      { effectiveOn: "2024-13-01" },
      { batch: "a b" },
      { position: 0 },
      { unknown: 1 }
    ])
      expect(accepts("recorded-event", { ...record, ...wrong }), JSON.stringify(wrong)).not.toBe(true)
  })
})

describe("a description of an API", () => {
  it.each([
    ["frist serve", async () => (await (await served()).ask("/api/openapi.json")).json()],
    ["the service of the examples", async () => openApi()]
  ] as const)("of %s names each operation once, and has schemas that others can run", async (_, read) => {
    const document = (await read()) as { readonly paths: object }
    const operations = Object.values(document.paths).flatMap(
      (path: object) => Object.values(path) as ReadonlyArray<object>
    )
    const ids = valuesOf(operations, "operationId")
    expect(new Set(ids).size).toBe(operations.length)
    for (const id of ids) expect(id).toMatch(/^[a-zA-Z][\w.]*$/u)
    valuesOf(document, "pattern")
      .filter((pattern) => typeof pattern === "string")
      .forEach(expectPortable)
  })

  it("can refer to schemas that a second validator takes", () => {
    const schemas = openApiSchemas()
    const $defs = JSON.parse(JSON.stringify(schemas).replaceAll("#/components/schemas/", "#/$defs/")) as object
    for (const name of Object.keys(schemas))
      expect(validator().compile({ $defs, $ref: `#/$defs/${name}` })).toBeTypeOf("function")
  })
})
