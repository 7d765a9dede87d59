/**
 * The format of kept cells: what is written is read again, cell for cell, and anything else is refused.
 */
import { describe, expect, it } from "@effect/vitest"
import { ActivityId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { readFileSync } from "node:fs"
import { gunzipSync, gzipSync } from "node:zlib"
import { day } from "../../../domain/test/given.ts"
import { readEdition } from "../../src/EditionReader.ts"
import type { Grid } from "../../src/formats/grid/Grid.ts"
import { packedGrids } from "../../src/formats/grid/PackedGrids.ts"
import { gridsOf } from "../office.ts"
import type { KeptCells } from "../../src/keeping/KeptCells.ts"
import { readKept, writeKept } from "../../src/keeping/KeptFormat.ts"
import { readEditionAgain } from "../../src/keeping/EditionKeeping.ts"

const salt = "5a".repeat(32)
const grid: Grid = {
  name: "Blad 1",
  before: ["En rad", "☒ två"],
  hiddenColumns: [[2, 4]],
  counted: new Set([3, 9]),
  seen: [{ code: "HiddenTable", words: "å" }],
  rows: [
    {
      line: 7,
      seen: [{ code: "HiddenRow", words: "dold" }],
      cells: new Map([
        [0, { text: "Åsa 🏥 \u{1F468}", struck: "", day: null, fill: null, ink: null, seen: [] }],
        [
          4,
          {
            text: "",
            struck: "Klart",
            day: day("2024-06-17"),
            fill: "00FF00",
            ink: "FF0000",
            seen: [{ code: "DateFromSerial", words: "45460" }]
          }
        ]
      ])
    },
    { line: 9, seen: [], cells: new Map() }
  ]
}
const kept: KeptCells = {
  grids: [grid, { ...grid, name: null, rows: [] }],
  columns: new Map([
    ["ny frist", "newDeadline"],
    ["övrigt", "none"]
  ]),
  sheets: ["Blad 1"],
  matches: new Map([
    ["a1", ActivityId.make("elab")],
    ["b2", null]
  ]),
  erased: [{ table: 1, row: 0, column: 2 }]
}

const written = ({ grids, ...others }: KeptCells) => writeKept({ ...others, cells: packedGrids(grids) }, salt)

describe("kept cells", () => {
  it("kept cells are read as they were written, with their salt, also in several pieces", () => {
    const long = {
      ...grid,
      rows: Array.from({ length: 9000 }, (_, at) => ({ ...grid.rows[0], line: at + 1 })) as Grid["rows"]
    }
    for (const each of [kept, { ...kept, sheets: null, grids: [long] }]) {
      const bytes = written(each)
      expect(Result.getOrThrow(readKept(bytes))).toEqual({ kept: each, salt })
      expect(Buffer.compare(Buffer.from(written(each)), Buffer.from(bytes))).toBe(0)
    }
  })

  it.effect.each(["docx", "xlsx", "ods"])("the cells of a file of Office are kept as they were read: %s", (format) =>
    Effect.gen(function* () {
      const name = `2024-06-17-libreoffice.${format}`
      const bytes = readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
      const edition = yield* readEdition(name, bytes)
      const { cells } = edition
      const content = writeKept({ ...kept, columns: new Map(), sheets: null, erased: [], cells }, salt)
      const again = readEditionAgain(edition, content, {})
      expect(again?.edition.tables).toEqual(edition.tables)
      for (const { rows } of gridsOf(edition)) for (const { line } of rows) expect(line).toBeGreaterThan(0)
    })
  )

  it("anything else is refused", () => {
    const json = JSON.parse(gunzipSync(written(kept)).toString())
    const wrong: ReadonlyArray<Uint8Array> = [
      new Uint8Array(),
      Buffer.from("hej"),
      gzipSync("hej"),
      gzipSync("[]"),
      ...[{ version: 2 }, { format: "x" }, { grids: [{}] }, { matches: { a: "Å" } }, { erased: [{}] }].map((changed) =>
        gzipSync(JSON.stringify({ ...json, ...changed }))
      ),
      written(kept).subarray(0, 60)
    ]
    for (const bytes of wrong) expect(Result.isFailure(readKept(bytes))).toBe(true)
  })
})
