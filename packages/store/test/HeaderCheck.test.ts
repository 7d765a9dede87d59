/**
 * The checks of a header's fields that are written by hand accept what the schemas accept, and nothing else.
 */
import { describe, expect, it } from "@effect/vitest"
import { BatchId } from "@frist/domain/Names"
import * as Arbitrary from "effect/Arbitrary"
import * as Schema from "effect/Schema"
import { isBatch } from "../src/HeaderCheck.ts"

const isBatchId = Schema.is(BatchId)

describe("the id of a batch", () => {
  it.prop("is accepted if the schema accepts it", [Arbitrary.schema(BatchId)], ([id]) => {
    expect(isBatch(id)).toBe(true)
  })

  it.prop(
    "is refused if the schema refuses it",
    [Arbitrary.schema(Schema.String), Arbitrary.schema(BatchId)],
    ([text, id]) => {
      for (const each of [text, `${id}${text}`, `${text}${id}`]) expect(isBatch(each), each).toBe(isBatchId(each))
    }
  )

  it.each([null, undefined, 7, "", " ", "a b", "\n", "a\n", "\x7f", "~!", "å", "x".repeat(200), "x".repeat(201)])(
    "%j is what the schema says",
    (value) => expect(isBatch(value)).toBe(isBatchId(value))
  )
})
