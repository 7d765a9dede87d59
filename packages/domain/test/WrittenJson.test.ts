import { expect, it } from "@effect/vitest"
import { parseWrittenJson } from "../src/text/WrittenJson.ts"

it.each([
  '{"a":1,"a":1}',
  '{"a":{"b":1,"b":2}}',
  '[{"a":1},{"b":[{"c":"x","c":"x"}]}]',
  '{"a":1,"\\u0061":2}',
  '{"__proto__":1,"__proto__":2}',
  '{"a\\\\":1,"a\\\\":2}'
])("JSON with one name twice is refused: %s", (text) => {
  expect(() => parseWrittenJson(text)).toThrow("one name twice")
})

it.each(['{"a":1,"A":1}', '[{"a":1},{"a":1}]', '{"a":"\\"a\\":1","b":"\\\\"}', '"\\u0022"', "[1,2]", " {\n}\t"])(
  "other JSON is parsed, however it is written: %s",
  (text) => {
    expect(parseWrittenJson(text)).toEqual(JSON.parse(text))
  }
)

it("text that is no JSON is refused", () => {
  expect(() => parseWrittenJson('{"a":1')).toThrow(SyntaxError)
})
