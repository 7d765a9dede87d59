/**
 * Rows and cells with struck-out words.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { brief, codes, views } from "../cases/cases.ts"
import { docx, p, tbl, tc, tr } from "../office.ts"

const head = tr(["Nr", "Område", "Mål", "Tid", "Status", "Ny tid"])
const plain = tr(["1", "E-arkiv", "Alla anslutna", "2024-06-30", "Pågår", ""])

/** Returns a cell in which `~` begins and ends struck-out words: `~Klart~ Försenat`. */
const cell = (words: string): string =>
  tc(
    `<w:p>${words
      .split("~")
      .map((part, at) =>
        part === ""
          ? ""
          : `<w:r><w:rPr>${at % 2 === 1 ? "<w:strike/>" : ""}</w:rPr><w:t xml:space="preserve">${part}</w:t></w:r>`
      )
      .join("")}</w:p>`
  )

/** The cells of the second row, what it is called, its deadline and status, and the codes of its findings. */
const struck: ReadonlyArray<readonly [cells: ReadonlyArray<string>, name: string, shown: string, code: string]> = [
  [
    ["~2~", "~Fax~", "~Faxarna borta~", "~2024-06-30~", "~Pågår~", ""],
    "Fax | Faxarna borta",
    "- NotStated",
    "RowStruck"
  ],
  [["2", "~Fax~", "~Faxarna borta~", "~2024-06-30~", "~Klart~", ""], "Fax | Faxarna borta", "- NotStated", "RowStruck"],
  [
    ["~2~", "~Fax~", "~Faxarna borta~", "~2024-06-30~", "~Klart 2024-03-01~", "~2024-12-31~"],
    "Fax | Faxarna borta",
    "- NotStated",
    "RowStruck"
  ],
  [["~2~", "~Fax~", "~Faxarna borta~", "", "", ""], "Fax | Faxarna borta", "- NotStated", "RowStruck"],
  [["~2~", "~Fax~", "~Faxarna borta~", "", "~Utgår~", ""], "Fax | Faxarna borta", "- NotStated", "RowStruck"],
  [["2", "Fax", "Faxarna borta", "~2024-06-30~", "Pågår", ""], "Fax | Faxarna borta", "- InProgress", "StruckText"],
  [
    ["2", "Fax", "Faxarna borta", "~2024-06-30~2024-12-31", "Pågår", ""],
    "Fax | Faxarna borta",
    "2024-12-31 InProgress",
    "StruckText"
  ],
  [
    ["2", "Fax", "Faxarna borta", "2024-06-30", "~Klart~", ""],
    "Fax | Faxarna borta",
    "2024-06-30 NotStated",
    "StruckText"
  ],
  [
    ["2", "Fax", "Faxarna borta", "2024-06-30", "~Pågår~ Försenat", ""],
    "Fax | Faxarna borta",
    "2024-06-30 Delayed",
    "StruckText"
  ],
  [
    ["2", "Fax", "~Alla~ Faxarna borta", "2024-06-30", "Pågår", ""],
    "Fax | Faxarna borta",
    "2024-06-30 InProgress",
    "StruckText"
  ],
  [
    ["2", "Fax", "Faxarna borta", "2024-06-30", "Pågår", "~2024-12-31~"],
    "Fax | Faxarna borta",
    "2024-06-30 InProgress",
    "StruckText"
  ],
  [["~2~", "Fax", "Faxarna borta", "~2024-06-30~", "~Pågår~", ""], "Fax | Faxarna borta", "- NotStated", "StruckText"]
]

describe("struck-out words", () => {
  for (const [cells, name, shown, code] of struck) {
    it.effect(`struck-out words set neither status nor date: ${cells.join(" | ")}`, () =>
      Effect.gen(function* () {
        const bytes = docx(`${p("Aktiviteter")}${tbl(head, plain, tr(cells.map(cell)))}`)
        const { closed, found, log, ongoing } = yield* views({ document: "plan.docx", bytes, on: "2024-01-15" })
        expect(closed).toEqual([])
        expect(ongoing.map(({ area, goal }) => `${area} | ${goal?.trim()}`)).toEqual(["E-arkiv | Alla anslutna", name])
        expect(brief(ongoing.slice(1))).toEqual([shown])
        expect(codes(found)).toContain(code)
        // Every struck-out word is kept.
        const kept = JSON.stringify(log.map(({ event }) => event))
        for (const words of cells.flatMap((each) => each.split("~").filter((_, at) => at % 2 === 1))) {
          expect(kept).toContain(words)
        }
      })
    )
  }
})
