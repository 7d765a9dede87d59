/**
 * The addresses by which a person names rows.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { TableKind } from "../src/Edition.ts"
import { readRowAddress, rowAddress } from "../src/reading/RowAddress.ts"

const Count = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 9999 }))

describe("the address of a row", () => {
  it("the address of a row is the table and the row, in Swedish or English", () => {
    expect(rowAddress({ kind: "activities", table: 1, row: 7 })).toBe("aktiviteter:7")
    expect(readRowAddress("Completed:12")).toEqual({ kind: "completed", table: 1, row: 12 })
    expect(readRowAddress(" tidslinje:1 ")).toEqual({ kind: "timeline", table: 1, row: 1 })
    expect(readRowAddress("klara-2:3")).toEqual({ kind: "completed", table: 2, row: 3 })
  })

  it.each(["", "aktiviteter", "aktiviteter:0", "rad:1", "aktiviteter:1:2", "__proto__:1", "aktiviteter-0:1"])(
    "is not %j",
    (words) => {
      expect(readRowAddress(words)).toBe(undefined)
    }
  )

  it.prop("the address of a row is read as it was written", [TableKind, Count, Count], ([kind, table, row]) => {
    expect(readRowAddress(rowAddress({ kind, table, row }))).toEqual({ kind, table, row })
  })
})
