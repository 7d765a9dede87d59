/**
 * Files as Word writes them, spoilt in their structure: none makes another table, and none takes long.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { processorTime } from "../../../domain/test/processorTime.ts"
import { readPdf } from "./readPdf.ts"
import { type WordCell, WordPages, td, th } from "./WordPages.ts"
import { type WordObject, wordFile } from "./wordFile.ts"

const heads = ["Område", "Mål", "Tid", "Status"].map((each) => th(each))
const row = (at: number) => [`Webb ${at}`, "Alla bokar själva", "2024-12-31", "Pågår"].map((each): WordCell => td(each))
const widths = [12, 22, 12, 14]
const pages = new WordPages().block({ role: "H1", words: ["Aktiviteter"] })
pages.table({ widths, rows: [heads, row(1), row(2), row(3)] })
const objects = pages.objects()

const tables = (bytes: Uint8Array) =>
  Effect.map(Effect.result(readPdf(bytes)), (read) =>
    Result.isSuccess(read) ? read.success.tables : read.failure.problem
  )

const placeOf = (role: string, nth = 0): number => {
  const found = objects.flatMap(({ value }, at) => (value.includes(`/S/${role}/`) ? [at] : []))
  return found[nth] ?? -1
}
const refOf = (role: string, nth = 0): string => `${placeOf(role, nth) + 1} 0 R`
/** Returns the objects with another value of one element, or of every object. */
const element = (role: string, nth: number, change: (value: string) => string): ReadonlyArray<WordObject> =>
  objects.map((each, at) => (at === placeOf(role, nth) ? { ...each, value: change(each.value) } : each))
const replaced = (from: RegExp | string, to: string): ReadonlyArray<WordObject> =>
  objects.map((each) => ({ ...each, value: each.value.replace(from, to) }))
const drawn = (from: RegExp | string, to: string): ReadonlyArray<WordObject> =>
  objects.map((each) => ({
    ...each,
    ...(each.stream?.includes("MCID") === true ? { stream: each.stream.replace(from, to) } : {})
  }))
const kids = (added: string) => (value: string) => value.replace("/K[", `/K[${added} `)

const cases: ReadonlyArray<readonly [name: string, objects: () => ReadonlyArray<WordObject>, expected: string]> = [
  ["a row that holds its table", () => element("TR", 1, kids(refOf("Table"))), "whole"],
  ["a cell that holds itself", () => element("TD", 1, kids(refOf("TD", 1))), "whole"],
  [
    "an element that is its own parent",
    () => element("TR", 2, (v) => v.replace(/\/P \d+ 0 R|P \d+ 0 R/u, `P ${refOf("TR", 2)}`)),
    "damagedPdf"
  ],
  ["a cell that two rows hold", () => element("TR", 2, kids(refOf("TD", 0))), "whole"],
  ["content that two cells hold", () => element("P", 6, kids("6")), "damagedPdf"],
  ["content that is drawn twice", () => drawn("<</MCID 7>>", "<</MCID 6>>"), "damagedPdf"],
  [
    "a cell that is merged over 100,000 rows",
    () => element("TD", 0, (v) => v.replace("/K[", "/A<</O/Table/RowSpan 100000>>/K[")),
    "noHeadings"
  ],
  [
    "a cell that is merged over minus one row",
    () => element("TD", 0, (v) => v.replace("/K[", "/A<</O/Table/RowSpan -1>>/K[")),
    "whole"
  ],
  ["no tree of parents", () => replaced(/\/ParentTree 4 0 R/u, ""), "whole"],
  ["an empty tree of parents", () => replaced(/\/Nums\[.*\]/u, "/Nums[]"), "notTagged"],
  ["parents in another order", () => replaced(/\/Nums\[0 \[(\d+ 0 R) (.*?)\]/u, "/Nums[0 [$2 $1]"), "whole"],
  ["cells that another name makes paragraphs", () => replaced("/RoleMap<<", "/RoleMap<</TD/P/TH/P"), "damagedPdf"],
  ["roles that are mapped to each other", () => replaced("/RoleMap<<", "/RoleMap<</TD/Cell/Cell/TD"), "damagedPdf"],
  ["cells outside of rows", () => element("TR", 1, (v) => v.replace("/S/TR/", "/S/TBody/")), "damagedPdf"],
  ["the words of a cell as no part of the text", () => drawn(/\/P <<\/MCID 7>> BDC/u, "/Artifact BMC"), "named"],
  [
    "words of a cell within it as no part of the text",
    () => drawn(/(\/P <<\/MCID 7>> BDC)([^]*?)EMC/u, "$1 /Artifact BMC$2EMC EMC"),
    "named"
  ],
  ["content that the page does not draw", () => element("P", 6, kids("4000 -1 2147483647")), "whole"],
  [
    "content on a page that is none",
    () => element("P", 6, (v) => v.replace(/\/Pg \d+ 0 R/u, "/Pg 1 0 R")),
    "damagedPdf"
  ],
  ["a page with the number of no parents", () => replaced("/StructParents 0", "/StructParents 77"), "notTagged"],
  ["a class that holds itself", () => element("TD", 0, (v) => v.replace("/K[", "/A 4 0 R/C[/X/X]/K[")), "whole"]
]

/** Processor time that reading such a file may take, in milliseconds. */
const soon = 3000

describe("A PDF of Word is refused, or read as the whole one and its unread words named, with", () => {
  it.live.each(cases)("%s", ([, spoilt, expected]) =>
    Effect.gen(function* () {
      const whole = yield* tables(wordFile(objects))
      const bytes = wordFile(spoilt())
      const began = processorTime()
      const found = yield* tables(bytes)
      expect(processorTime() - began).toBeLessThan(soon)
      if (typeof found === "string" || typeof whole === "string") return expect(found).toBe(expected)
      const named = found.flatMap(({ remarks }) => remarks.map(({ code, words }) => `${code} ${words}`))
      if (expected === "whole") return expect(found).toEqual(whole)
      // The date of one row is unread, and nothing else differs.
      expect([expected, ...named]).toEqual(["named", "WordsOutsideCells 2024-12-31"])
      const cellsOf = (all: typeof found) => all.flatMap(({ rows }) => rows.map(({ cells }) => cells))
      expect(cellsOf(found)).toEqual(cellsOf(whole).map((each, at) => (at === 0 ? { ...each, deadline: null } : each)))
    })
  )
})
