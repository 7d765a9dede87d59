/**
 * Splits the rows of a file into tables, titles, legends and repeated headings.
 */
import type { TableKind } from "../../Edition.ts"
import { slug } from "@frist/domain/text/Slug"
import { isStatus, isWrittenLegend, legendRow } from "./StatusColours.ts"
import { type Grid, type GridRow, type Observation, excerptOf, textsOf } from "./Grid.ts"
import { type Reading, type TableHead, tableHead } from "../columns/TableHead.ts"
import { kindNamed } from "../columns/Headings.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { isSameHead, looksLikeHead } from "../columns/HeadingRows.ts"
import { areVersions, rowNames, sharedNames } from "./TableVersions.ts"
import { Titles } from "./Titles.ts"
import { type Card, isDate, timelineCards } from "./TimelineCards.ts"

/** A table under one heading row, or the cards of a timeline without headings. */
export interface GridSection {
  readonly name: string
  readonly kind: TableKind | null
  readonly head: TableHead | null
  readonly rows: ReadonlyArray<GridRow>
  readonly cards: ReadonlyArray<Card>
  readonly hiddenColumns: Grid["hiddenColumns"]
  readonly seen: ReadonlyArray<Observation>
}

interface OpenSection extends GridSection {
  rows: Array<GridRow>
  seen: Array<Observation>
}

/** Whether a row is a legend of colours. Within a table, only known words make a legend. */
export const isLegendRow = (grid: Grid, row: GridRow, reading: Reading): boolean => {
  const { vocabulary } = reading
  if (isWrittenLegend(row, vocabulary)) return true
  if (isColourless(row)) return false
  const pairs = legendRow(row, vocabulary)
  if (pairs === null) return false
  const first = grid.rows.find((each) => tableHead(each, reading) !== null)
  const isOutside = first === undefined ? pairs.length > 1 : row.line < first.line
  return isOutside || pairs.every(({ words }) => isStatus(words, vocabulary))
}

const isColourless = (row: GridRow): boolean => {
  for (const { fill, ink } of row.cells.values()) if (fill !== null || ink !== null) return false
  return true
}

/** The sections of all grids of a document, in order. */
export const sectionsIn = (grids: ReadonlyArray<Grid>, reading: Reading): ReadonlyArray<GridSection> => {
  const finding = new SectionFinding(reading)
  for (const grid of grids) finding.take(grid)
  return finding.sections
}

class SectionFinding {
  readonly sections: Array<OpenSection> = []
  /** The table that rows without headings continue. */
  #current: OpenSection | undefined
  readonly #titles: Titles
  readonly #reading: Reading
  readonly #vocabulary: Vocabulary

  constructor(reading: Reading) {
    this.#reading = reading
    this.#vocabulary = reading.vocabulary
    this.#titles = new Titles(reading.vocabulary)
  }

  take(grid: Grid): void {
    this.#titles.add(grid.before)
    const heads = new Map<number, TableHead>()
    grid.rows.forEach((row, at) => {
      const head = tableHead(row, this.#reading)
      if (head !== null) heads.set(at, head)
    })
    if (heads.size === 0) this.#takeHeadless(grid)
    else this.#takeTables(grid, heads)
  }

  #takeTables(grid: Grid, heads: ReadonlyMap<number, TableHead>): void {
    let preamble: Array<GridRow> = []
    let section: OpenSection | undefined
    grid.rows.forEach((row, at) => {
      const head = heads.get(at)
      if (head !== undefined) {
        const titles = section === undefined ? this.#takeCards(preamble) : preamble
        section = this.#begin(grid, head, titles, section)
        preamble = []
      } else if (isLegendRow(grid, row, this.#reading)) return
      else if (section === undefined || isTitle(grid, heads, at, this.#reading)) preamble.push(row)
      else section.rows.push(row)
    })
    section?.rows.push(...preamble)
    this.#current = section
  }

  /** Takes the cards of a titled timeline above the first headings, and returns the other rows. */
  #takeCards(preamble: ReadonlyArray<GridRow>): ReadonlyArray<GridRow> {
    const at = preamble.findIndex((row) => loneKindOf(row, this.#vocabulary) === "timeline")
    const title = preamble[at]
    if (title === undefined) return preamble
    const below = preamble.slice(at + 1)
    const next = below.findIndex((row) => loneKindOf(row, this.#vocabulary) !== null)
    const own = next === -1 ? below : below.slice(0, next)
    let end = own.findLastIndex((row) => textsOf(row).length > 1 && textsOf(row).some(isDate)) + 1
    if (end === 0) return preamble
    while (own[end]?.line === (own[end - 1]?.line ?? 0) + 1) end++
    const cards = timelineCards(own.slice(0, end))
    const name = textsOf(title)[0] ?? ""
    this.sections.push({ name, kind: "timeline", head: null, rows: [], cards, hiddenColumns: [], seen: [] })
    return [...preamble.slice(0, at), ...below.slice(end)]
  }

  #begin(grid: Grid, head: TableHead, preamble: ReadonlyArray<GridRow>, above: OpenSection | undefined): OpenSection {
    for (const texts of preamble.map(textsOf)) if (texts.length <= 2) this.#titles.add(texts)
    const lost = preamble.filter((row) => textsOf(row).length > 2)
    const { name, ...of } = this.#titles.named(above === undefined ? grid.name : null)
    const kind = of.kind === "timeline" && isOfTasks(head) ? "activities" : of.kind
    const continued = this.#continuedBy(grid, head, name, kind, above, !this.#titles.isEmpty)
    this.#titles.clear()
    const seen = [...(above === undefined ? grid.seen : []), ...lost.map(leftOut)]
    if (continued !== undefined) {
      continued.seen.push(...seen)
      return continued
    }
    const section: OpenSection = {
      name,
      kind,
      head,
      rows: [],
      cards: [],
      hiddenColumns: grid.hiddenColumns,
      seen
    }
    this.sections.push(section)
    return section
  }

  #continuedBy(
    grid: Grid,
    head: TableHead,
    name: string,
    kind: TableKind | null,
    above: OpenSection | undefined,
    isTitled: boolean
  ): OpenSection | undefined {
    const last = above ?? this.#current
    if (last === undefined || last.head === null || !isSameHead(last.head, head)) return undefined
    if (grid.hiddenColumns.length > 0 && above === undefined) return undefined
    if (!isTitled && (above !== undefined || grid.name === null)) return last
    if (kind !== last.kind || !this.#isSameName(name, last.name)) return undefined
    return above === undefined && this.#hasSameRows(grid, head, last) ? undefined : last
  }

  /** Whether a sheet holds the rows of the table before it: `Kvartal 1` and `Kvartal 2` are one table at two times. */
  #hasSameRows(grid: Grid, head: TableHead, { rows }: OpenSection): boolean {
    const [before, after] = [rows, grid.rows].map((all) => rowNames(all, head, this.#vocabulary))
    if (before === undefined || after === undefined) return false
    return areVersions(sharedNames(before, after), before, after)
  }

  #isSameName(one: string, other: string): boolean {
    return baseName(one, this.#vocabulary) === baseName(other, this.#vocabulary)
  }

  #takeHeadless(grid: Grid): void {
    const rows = grid.rows.filter((row) => !isLegendRow(grid, row, this.#reading))
    if (rows.length === 0) return
    const { kind, name } = this.#titles.named(grid.name)
    const current = this.#current
    const isTitled = !this.#titles.isEmpty || (grid.name !== null && !this.#isSameName(grid.name, current?.name ?? ""))
    if (kind === "timeline" && isTitled && !rows.some((row) => looksLikeHead(row, this.#reading.vocabulary))) {
      const seen = [...grid.seen]
      const cards = timelineCards(rows)
      this.sections.push({ name, kind, head: null, rows: [], cards, hiddenColumns: [], seen })
      this.#titles.clear()
      this.#current = undefined
      return
    }
    if (current?.head != null && !isTitled && fits(rows, current.head)) {
      current.rows.push(...rows)
      current.seen.push(...grid.seen)
      return
    }
    const only = rows.every((row) => textsOf(row).length === 1) && rows.length <= 3
    if (only) {
      this.#titles.add(rows.flatMap(textsOf))
      return
    }
    const seen = [...grid.seen, ...rows.slice(0, 20).map(leftOut)]
    this.sections.push({ name, kind: null, head: null, rows: [], cards: [], hiddenColumns: [], seen })
  }
}

/** Whether rows are named by what is done, which no timeline is: *Tasks and Timeline* holds tasks. */
const isOfTasks = ({ columns }: TableHead): boolean => {
  const has = new Set<string>(columns.values())
  return has.has("actions") && !has.has("area") && !has.has("goal")
}

const leftOut = (row: GridRow): Observation => ({ code: "TableLeftOut", words: excerptOf(row) })

/** Returns the kind of table that a row names, if the row is one text. */
const loneKindOf = (row: GridRow, vocabulary: Vocabulary): TableKind | null => {
  const [text = "", ...others] = textsOf(row)
  return others.length === 0 ? kindNamed(text, vocabulary) : null
}

/** Whether rows continue a table: they are no wider than its headings. */
const fits = (rows: ReadonlyArray<GridRow>, head: TableHead): boolean => {
  const last = Math.max(...head.headings.keys())
  return rows.every((row) => [...row.cells.keys()].every((at) => at <= last)) && rows.some((row) => row.cells.size > 2)
}

/** Whether a lone text titles the table below: it names one, or follows a gap. */
const isTitle = (grid: Grid, heads: ReadonlyMap<number, TableHead>, at: number, reading: Reading): boolean => {
  const row = grid.rows[at]
  const above = grid.rows[at - 1]
  if (row === undefined || textsOf(row).length !== 1) return false
  const [text = ""] = textsOf(row)
  const isSetOff = above !== undefined && row.line > above.line + 1
  for (let next = at + 1; next <= at + 3; next++) {
    if (heads.has(next)) return isSetOff || kindNamed(text, reading.vocabulary) !== null
    const between = grid.rows[next]
    if (between === undefined || !(isLegendRow(grid, between, reading) || textsOf(between).length === 1)) return false
  }
  return false
}

/** `Aktiviteter`, `Aktiviteter (forts.)` and `Aktiviteter 2` are one table. */
const baseName = (name: string, vocabulary: Vocabulary): string => slug(name, 200).replace(continuation(vocabulary), "")

const continuation = oncePer(
  ({ headings: { continued } }: Vocabulary) => new RegExp(`-(?:${anyOf(continued)}(?:-\\d+)?|\\d{1,2})$`, "u")
)
