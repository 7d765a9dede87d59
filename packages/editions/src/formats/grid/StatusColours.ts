/**
 * The status that a colour means: only what the document itself says, in a legend or by words beside the colour elsewhere
 * in the column. A colour that the document does not explain means nothing.
 */
import { readStatus } from "../../reading/StatusReading.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { type Hue, hueNamed, hueOf, hues, sign } from "./Hues.ts"
import { type Grid, type GridCell, type GridRow, textsOf } from "./Grid.ts"

/** The words of a document's legend, by exact colour and by the name of the colour; shades of the status cells. */
export interface ColourLegend {
  readonly byColour: ReadonlyMap<string, string>
  readonly byHue: ReadonlyMap<Hue, string>
  /** The colours of status cells without words. A hue of several shades is not read by its name. */
  readonly shades: ReadonlySet<string>
}

export interface ColourMeaning {
  readonly words: string
  /** Whether a legend states it; otherwise other cells of the column do. */
  readonly isStated: boolean
}

const patternsOf = oncePer(({ colours }: Vocabulary) => {
  const { colour, labels, means, names } = colours
  const all = anyOf(hues.flatMap((hue) => names[hue]))
  const stop = ",;.|\\n🟢🟩🟡🟨🟠🟧🔴🟥🔵🟦"
  // Up to what ends the words, or to the next colour: `grön = klart röd = försenat`.
  const end = `[^=${stop}]{1,60}?(?=\\s{0,60}(?:$|[${stop}]|(?<!\\p{L})${all}\\s{0,3}[=:]))`
  return {
    label: new RegExp(`^${anyOf(labels)}\\s{0,3}:?$`, "iu"),
    name: new RegExp(`^${all}$`, "iu"),
    written: new RegExp(
      `(?<!\\p{L})(${all})(?!\\p{L})\\s{0,3}${anyOf(colour)}?\\s{0,3}(?:=|:|–|-|${anyOf(means)})\\s{0,3}(${end})|` +
        `([🟢🟩🟡🟨🟠🟧🔴🟥🔵🟦])\\s{0,3}[=:–-]?\\s{0,3}(${end})`,
      "giu"
    )
  }
})

/**
 * Returns what a colour means in this document; null where the document does not say. `column` are the words beside each
 * colour in the status column of the table.
 */
export const colourMeaning = (
  colour: string,
  legend: ColourLegend,
  column: ReadonlyMap<string, string>
): ColourMeaning | null => {
  const hue = hueOf(colour)
  if (hue === null) return null
  const isOnlyShade = [...legend.shades].every((each) => each === colour || hueOf(each) !== hue)
  const stated = legend.byColour.get(colour) ?? (isOnlyShade ? legend.byHue.get(hue) : undefined)
  if (stated !== undefined) return { words: stated, isStated: true }
  const beside = column.get(colour)
  return beside === undefined ? null : { words: beside, isStated: false }
}

/** Returns what the name or the sign of a colour means, where it is all of a cell: `Röd`, `🔴`. */
export const namedColourMeaning = (text: string, legend: ColourLegend, vocabulary: Vocabulary): string | null => {
  const name = text.trim().replace(/\uFE0F/gu, "")
  if (name.length > 20 || !(patternsOf(vocabulary).name.test(name) || (sign.test(name) && [...name].length === 1)))
    return null
  return legend.byHue.get(hueNamed(name, vocabulary)) ?? null
}

/** Whether words can be the content of a status column. */
export const isStatus = (words: string, vocabulary: Vocabulary): boolean => {
  if (words.length > 60 || !/\p{L}/u.test(words)) return false
  return readStatus(words, vocabulary).cell !== "unread"
}

/** A colour of a legend and its words. `isAlone` if nothing in the row shows that it is a legend. */
interface LegendEntry {
  readonly colour: string
  readonly words: string
  readonly isAlone: boolean
}

/** Returns the colours of a legend row and their words; null for any other row. */
export const legendRow = (row: GridRow, vocabulary: Vocabulary): ReadonlyArray<LegendEntry> | null => {
  const { label, name } = patternsOf(vocabulary)
  const cells = [...row.cells].sort(([a], [b]) => a - b)
  const said = new Set<number>()
  const entries: Array<LegendEntry> = []
  for (const [column, cell] of cells) {
    const colour = colourOf(cell)
    if (colour === null) continue
    const own = cell.text.trim()
    const beside = row.cells.get(column + 1)
    const words = own === "" || name.test(own) || isBullet(own) ? (beside?.text.trim() ?? "") : own
    if (words === "" || words.length > 60) continue
    said.add(column)
    if (words !== own) said.add(column + 1)
    entries.push({ colour, words, isAlone: words === own })
  }
  const rest = cells.filter(([column, cell]) => !said.has(column) && cell.text.trim() !== "")
  if (entries.length === 0 || !rest.every(([, cell]) => label.test(cell.text.trim()))) return null
  return entries.length > 1 || rest.length > 0 ? entries.map((each) => ({ ...each, isAlone: false })) : entries
}

const isBullet = (text: string): boolean => /^[●⬤⚫◼■▪•]\uFE0F?$/u.test(text)

/** Returns a cell's signal colour: its fill, or the ink of its bullet. */
export const colourOf = (cell: GridCell): string | null => {
  const colour =
    cell.fill !== null && hueOf(cell.fill) !== null ? cell.fill : isBullet(cell.text.trim()) ? cell.ink : null
  return colour !== null && hueOf(colour) !== null ? colour : null
}

/** Whether most cells of a row have that colour: it is a band or a mark, and not the colour of one cell. */
export const isOfRow = (colour: string, row: GridRow): boolean => {
  let filled = 0
  let same = 0
  for (const { fill, text } of row.cells.values()) {
    if (text.trim() === "") continue
    filled++
    if (fill === colour) same++
  }
  return same > 1 && same * 2 > filled
}

/** Whether a status is given by colour alone: the cell is empty, or a bullet. */
export const isWordless = (text: string): boolean => text.trim() === "" || isBullet(text.trim())

/** Words by colour, of which those that are said in two ways are left out. */
class Unambiguous<Key> {
  readonly words = new Map<Key, string>()
  readonly #disputed = new Set<Key>()

  add(key: Key, words: string): void {
    const known = this.words.get(key)
    if (known !== undefined && known.toLowerCase() !== words.toLowerCase()) this.#disputed.add(key)
    if (this.#disputed.has(key)) this.words.delete(key)
    else if (known === undefined) this.words.set(key, words)
  }
}

/** The longest line of text that is searched for a legend. */
const longestLine = 300
/** Characters of which every written legend has one. */
const anyLegend = /[=:–-]|[🟢🟩🟡🟨🟠🟧🔴🟥🔵🟦]|\p{L} \p{L}/u

/** Returns the line of text of a row of one or two texts: `Röd = försenad`, or a colour beside its words. */
const lineOf = (row: GridRow, vocabulary: Vocabulary): ReadonlyArray<string> => {
  if (row.cells.size > mostCells) return []
  const [first = "", second, ...others] = textsOf(row)
  if (others.length > 0 || first.length > longestLine) return []
  return second === undefined
    ? [first]
    : [patternsOf(vocabulary).name.test(first.trim()) ? `${first.trim()} = ${second}` : `${first}; ${second}`]
}

/** The widest row that is looked through for a legend. */
const mostCells = 100

/** Returns the colours that a line of text explains by a known status. */
const writtenIn = (
  line: string,
  vocabulary: Vocabulary
): ReadonlyArray<{ readonly hue: Hue; readonly words: string; readonly whole: string }> => {
  if (line.length > longestLine || !anyLegend.test(line)) return []
  return Array.from(line.matchAll(patternsOf(vocabulary).written), ([whole, name, words, emoji, others]) => ({
    hue: hueNamed(name ?? emoji ?? "", vocabulary),
    words: (words ?? others ?? "").trim(),
    whole
  })).filter(({ words }) => isStatus(words, vocabulary))
}

/** Whether a row is nothing but a legend in words: `Status: grön = klart, röd = försenat`. */
export const isWrittenLegend = (row: GridRow, vocabulary: Vocabulary): boolean =>
  lineOf(row, vocabulary).some((line) => {
    const written = writtenIn(line, vocabulary)
    const rest = written.reduce((text, { whole }) => text.replace(whole, " "), line).replace(/[\s,;.|:]+/gu, " ")
    return written.length > 0 && (rest.trim() === "" || patternsOf(vocabulary).label.test(rest.trim()))
  })

/** Reads the legend of a document, in coloured cells or in a line (`Grön = klart, gul = pågår`). */
export const legendOf = (
  grids: ReadonlyArray<Grid>,
  isLegend: (grid: Grid, row: GridRow) => boolean,
  vocabulary: Vocabulary
): Omit<ColourLegend, "shades"> => {
  const byColour = new Unambiguous<string>()
  const byHue = new Unambiguous<Hue>()
  for (const grid of grids) {
    const lines = [...grid.before]
    const entries: Array<LegendEntry> = []
    for (const row of grid.rows) {
      lines.push(...lineOf(row, vocabulary))
      if (isLegend(grid, row)) entries.push(...(legendRow(row, vocabulary) ?? []))
    }
    // One coloured title is no legend.
    const isSeveral = new Set(entries.map(({ colour }) => colour)).size > 1
    for (const { colour, isAlone, words } of entries) {
      if (isAlone && !isSeveral) continue
      byColour.add(colour, words)
      const hue = hueOf(colour)
      if (hue !== null && hue !== "other") byHue.add(hue, words)
    }
    for (const line of lines) for (const { hue, words } of writtenIn(line, vocabulary)) byHue.add(hue, words)
  }
  return { byColour: byColour.words, byHue: byHue.words }
}

/**
 * Returns the one status that the cells of each colour bear in a status column. Words that cells of another colour bear
 * too say nothing about either.
 */
export const wordsByColour = (cells: ReadonlyArray<GridCell>, vocabulary: Vocabulary): ReadonlyMap<string, string> => {
  const byColour = new Unambiguous<string>()
  const coloursOf = new Map<string, Set<string | null>>()
  for (const cell of cells) {
    const words = cell.text.trim()
    if (isWordless(words)) continue
    const colour = colourOf(cell)
    const key = words.toLowerCase()
    coloursOf.set(key, (coloursOf.get(key) ?? new Set()).add(colour))
    if (colour !== null) byColour.add(colour, words)
  }
  return new Map(
    [...byColour.words].filter(
      ([, words]) => coloursOf.get(words.toLowerCase())?.size === 1 && isStatus(words, vocabulary)
    )
  )
}
