/**
 * Case 12: a part of a date is never read for the whole.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { csv, read, views } from "./cases.ts"

const readings: ReadonlyArray<readonly [words: string, edtf: string]> = [
  ["1 halvår 2024", "2024-01/2024-06"],
  ["31st March 2024", "2024-03-31"],
  ["June 3, 2024", "2024-06-03"],
  // The code of the quarter: its days are those of 2024-01/2024-03.
  ["1. kvartal 2024", "2024-33"],
  ["1.6.–30.8.2024", "2024-06-01/2024-08-30"],
  ["2024-\u00AD06-\u00AD28", "2024-06-28"],
  ["hös\u00ADten 2024", "2024-23"]
]

const deadlineOf = (words: string) =>
  Effect.map(views(csv("2024-01-15", "Område;Mål;Tid;Status", `Arkiv;Alla anslutna;"${words}";Pågår`)), ({ ongoing }) =>
    ongoing.map(({ deadline }) => [deadline?.words, read(deadline)])
  )

describe("case 12, a part of a date read for the whole", () => {
  for (const [words, edtf] of readings) {
    it.effect(`${words} is read whole, as ${edtf}`, () =>
      Effect.gen(function* () {
        expect(yield* deadlineOf(words)).toEqual([[words, edtf]])
      })
    )
  }

  it.effect("a date that cannot be read whole is not read", () =>
    Effect.gen(function* () {
      for (const words of ["3:e tertialen 2024 eller senare, oklart", "innan snön faller 2024", "2024 möjligen"]) {
        const [row] = yield* deadlineOf(words)
        expect(row?.[1], words).not.toBe("2024")
      }
    })
  )
})
