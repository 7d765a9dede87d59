/**
 * Limits of archives grow with the file: a sound workbook of 100,000 rows is read, and a small file that expands is not.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { boundsOf } from "../src/formats/office/ArchiveBounds.ts"
import { read, tablesOf, xlsx } from "./office.ts"

const columns = ["Nr", "Område", "Mål", "Åtgärd", "Tid", "Ansvarig", "Status", "Uppföljning", "Ny tid"]

/** Returns a workbook as Excel writes it: shared strings, and a style for each cell. `vary` makes the texts differ. */
const workbook = (rows: number, vary: (row: number) => string): Uint8Array => {
  const strings = new Map<string, number>()
  const shared = (text: string) => {
    const at = strings.get(text) ?? strings.size
    strings.set(text, at)
    return at
  }
  const line = (texts: ReadonlyArray<string>, row: number) =>
    `<row r="${row}" spans="1:9">${texts
      .map((text, at) => `<c r="${"ABCDEFGHI"[at]}${row}" s="0" t="s"><v>${shared(text)}</v></c>`)
      .join("")}</row>`
  const body = Array.from({ length: rows }, (_, at) =>
    line(
      [
        String(at + 1),
        `Område ${at % 40}`,
        `Mål ${vary(at)}`,
        `Åtgärd ${vary(at + 1)}`,
        `${2024 + (at % 5)}-06-30`,
        `Enhet ${at % 90}`,
        at % 3 === 0 ? "Klart" : "Pågår",
        `Uppföljning ${vary(at + 2)}`,
        `${2025 + (at % 5)}-12-31`
      ],
      at + 2
    )
  )
  const sheet = { name: "Plan", rows: line(columns, 1) + body.join("") }
  const texts = [...strings.keys()].map((text) => `<si><t>${text}</t></si>`).join("")
  return xlsx({ sheets: [sheet], strings: texts })
}

/** Returns words that compress about as well as those of a plan. */
const words = (row: number): string => (Math.imul(row + 7, 2_654_435_761) >>> 0).toString(36).repeat(3)

describe("A workbook", () => {
  it.live("of 100,000 rows and nine columns is read", () =>
    Effect.gen(function* () {
      const bytes = workbook(100_000, words)
      expect(bytes.length).toBeGreaterThan(2 * 1024 * 1024)
      expect((yield* tablesOf(bytes)).map(({ rows }) => rows.length)).toEqual([100_000])
    })
  )

  it.live("that is small and holds as many cells is refused", () =>
    Effect.gen(function* () {
      const cells = "<c><v>1</v></c>".repeat(200)
      const small = xlsx({ sheets: [{ name: "Plan", rows: `<row>${cells}</row>`.repeat(4500) }] })
      expect(small.length).toBeLessThan(64 * 1024)
      expect(Result.isFailure(yield* read(small))).toBe(true)
    })
  )
})

describe("The limits of an archive", () => {
  const small = { unpacked: 32 * 1024 * 1024, cells: 320_000, characters: 8 * 1024 * 1024 }

  it.each([0, 18_000, 43_000, 512 * 1024])("are the least for a file of %i bytes", (bytes) => {
    expect(boundsOf(bytes)).toEqual(small)
  })

  it("are never more than those of CSV, and 256 MB unpacked", () => {
    const largest = { unpacked: 256 * 1024 * 1024, cells: 1_200_000, characters: 16 * 1024 * 1024 }
    expect(boundsOf(32 * 1024 * 1024)).toEqual(largest)
  })
})
