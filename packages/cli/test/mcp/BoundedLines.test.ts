/**
 * Lines of a text in pieces: the same however it is cut, and none longer than the bound.
 */
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { boundedLines } from "../../src/mcp/BoundedLines.ts"

const linesOf = (pieces: ReadonlyArray<string>, most: number) =>
  Effect.runSync(Stream.runCollect(boundedLines(most)(Stream.fromIterable(pieces))))

it("lines do not depend on how a text is cut, and those beyond the bound are null", () => {
  const text = "\nab\n\nabcde\nabcdef\nabcdefghijkl\nc"
  const lines = ["", "ab", "", "abcde", null, null, "c"]
  for (let size = 1; size <= text.length; size++) {
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
      text.slice(at * size, (at + 1) * size)
    )
    expect(linesOf(pieces, 5), `in pieces of ${size}`).toEqual(lines)
    expect(linesOf([...pieces, "\n"], 5), `in pieces of ${size}, with an end`).toEqual(lines)
  }
  expect(linesOf([], 5)).toEqual([])
  expect(linesOf(["abc", "def"], 5)).toEqual([null])
})

it("the end of a line may be that of Windows", () => {
  expect(linesOf(["a\r", "\nb\r\n", "c"], 9)).toEqual(["a", "b", "c"])
})
