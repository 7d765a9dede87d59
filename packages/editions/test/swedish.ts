/**
 * The readers and the matcher with the default vocabulary, for tests.
 */
import type { Day } from "@frist/domain/Day"
import type { ActivityId } from "@frist/domain/Names"
import type { Activity } from "@frist/domain/plan/Activity"
import type { Cells, TableKind } from "../src/Edition.ts"
import { type Keyed, rowKeys } from "../src/matching/RowKeys.ts"
import type { KnownActivity, RowChoices, SoughtRow } from "../src/matching/RowMatch.ts"
import * as RowMatches from "../src/matching/RowMatches.ts"
import * as Figures from "../src/reading/figures/Figures.ts"
import * as DateCells from "../src/reading/DateCells.ts"
import * as RowReading from "../src/reading/RowReading.ts"
import * as StatusReading from "../src/reading/StatusReading.ts"
import type { SeenRow } from "../src/rules/Rule.ts"
import * as Units from "../src/rules/rows/Units.ts"
import { swedishHealthCare } from "../src/vocabulary/swedishHealthCare.ts"

export const readRow = (kind: TableKind, cells: Cells, above: string | null, heldOn?: Day) =>
  RowReading.readRow(kind, cells, above, swedishHealthCare, heldOn === undefined ? {} : { heldOn })

export const hasNoDate = (cell: string) => DateCells.hasNoDate(cell, swedishHealthCare)

export const readStatus = (words: string) => StatusReading.readStatus(words, swedishHealthCare)

export const unitsIn = (text: string) => Units.unitsIn(text, swedishHealthCare)

export const figuresOf = (activity: ActivityId, row: Figures.FigureRow, before: Activity | null) =>
  Figures.newFigures(activity, Figures.rowFigures(row, before, swedishHealthCare), before)

/** A row as rules see it. */
export const seenRow = (row: Omit<SeenRow, "figures">): SeenRow => ({
  ...row,
  figures: Figures.rowFigures(row, row.before, swedishHealthCare)
})

/** A row or an activity with the keys of its words. */
export const keyed = <A extends Omit<Keyed, "keys">>(of: A): A & Keyed => ({ ...of, keys: rowKeys(of.kind, of) })

export const match = (
  rows: ReadonlyArray<Omit<SoughtRow, "keys">>,
  known: ReadonlyArray<Omit<KnownActivity, "keys">>,
  choices: RowChoices = new Map()
) => RowMatches.matchRows(rows.map(keyed), known.map(keyed), choices, swedishHealthCare)
