/**
 * The readers and the matcher with the default vocabulary, for tests.
 */
import type { Day } from "@frist/domain/Day"
import type { ActivityId } from "@frist/domain/Names"
import type { Activity } from "@frist/domain/Plan"
import type { Cells, TableKind } from "../src/Edition.ts"
import * as RowMatch from "../src/matching/RowMatch.ts"
import * as Figures from "../src/reading/figures/Figures.ts"
import * as DateCells from "../src/reading/DateCells.ts"
import * as RowReading from "../src/reading/RowReading.ts"
import * as StatusReading from "../src/reading/StatusReading.ts"
import * as Units from "../src/rules/Units.ts"
import { swedishHealthCare } from "../src/vocabulary/swedishHealthCare.ts"

export const readRow = (kind: TableKind, cells: Cells, above: string | null, heldOn?: Day) =>
  RowReading.readRow(kind, cells, above, swedishHealthCare, heldOn === undefined ? {} : { heldOn })

export const hasNoDate = (cell: string) => DateCells.hasNoDate(cell, swedishHealthCare)

export const readStatus = (words: string) => StatusReading.readStatus(words, swedishHealthCare)

export const unitsIn = (text: string) => Units.unitsIn(text, swedishHealthCare)

export const figuresOf = (activity: ActivityId, row: Figures.FigureRow, before: Activity | null) =>
  Figures.figuresOf(activity, row, before, swedishHealthCare)

export const match = (
  rows: ReadonlyArray<RowMatch.SoughtRow>,
  known: ReadonlyArray<RowMatch.KnownActivity>,
  choices: RowMatch.RowChoices = new Map()
) => RowMatch.matchRows(rows, known, choices, swedishHealthCare)
