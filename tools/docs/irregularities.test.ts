/**
 * The findings of the sample plan's first edition are where the page of findings says.
 */
import { describe, expect, it } from "@effect/vitest"
import { imported } from "../../packages/editions/test/sampleEditions.ts"
import { irregularities } from "./Irregularities.ts"

const tables = new Map([
  ["Aktiviteter", "A"],
  ["Klara aktiviteter", "K"],
  ["Tidslinje", "T"]
])

/** The findings, as `code place`. */
const found = new Set(
  imported("2023-12-15").flatMap(({ event, source }) =>
    event?._tag === "FindingRaised"
      ? [`${event.code} ${tables.get(source?.table ?? "") ?? "-"}${source?.row ?? ""}`]
      : []
  )
)

describe("an irregularity of the sample plan", () => {
  it.each(irregularities.filter(({ isRetold }) => isRetold).map((each) => [each.what, each] as const))(
    "is found in each of its rows: %s",
    (_, { code, where }) => {
      for (const place of where.split(" ")) expect([...found]).toContain(`${code} ${place}`)
    }
  )
})
