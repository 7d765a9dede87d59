/**
 * The status that a colour means: from the document's legend, otherwise by convention for green, yellow and red.
 */
import { readStatus } from "../../reading/StatusReading.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { type Grid, type GridCell, type GridRow, textsOf } from "./Grid.ts"

type Hue = "green" | "yellow" | "red" | "other"

/** The words of a document's legend, by exact colour and by the name of the colour. */
export interface ColourLegend {
  readonly byColour: ReadonlyMap<string, string>
  readonly byHue: ReadonlyMap<Hue, string>
}

export interface ColourMeaning {
  readonly words: string
  /** Whether the document states it. */
  readonly isStated: boolean
}

const patternsOf = oncePer(({ colours }: Vocabulary) => {
  const { colour, labels, means, names, notStated } = colours
  const all = anyOf([...names.green, ...names.yellow, ...names.red])
  return {
    label: new RegExp(`^${anyOf(labels)}\\s*:?$`, "iu"),
    name: new RegExp(`^${all}t?$`, "iu"),
    notStated: new RegExp(`^${anyOf(notStated)}$`, "iu"),
    written: new RegExp(
      `(${all})(?:t|a)?\\s*${anyOf(colour)}?\\s*(?:=|:|–|-|${anyOf(means)})\\s*([^,;.|\\n]{1,60})`,
      "giu"
    )
  }
})

/** Returns six hexadecimal digits in upper case; null if the value is no colour. */
export const sixDigits = (value: string | undefined): string | null =>
  value !== undefined && /^[0-9a-f]{6}$/iu.test(value) ? value.toUpperCase() : null

/** Returns the name of a colour; null for white, black and grey. */
export const hueOf = (colour: string): Hue | null => {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const most = Math.max(r, g, b)
  const spread = most - Math.min(r, g, b)
  if (spread < 0.06 || most < 0.2) return null
  const degrees =
    60 * (most === r ? ((g - b) / spread + 6) % 6 : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4)
  if (degrees < 20 || degrees >= 335) return "red"
  if (degrees < 68) return "yellow"
  return degrees < 170 ? "green" : "other"
}

/**
 * Returns the status that a colour means in this document; null where neither the document nor convention defines it.
 */
export const meaningOf = (colour: string, legend: ColourLegend, vocabulary: Vocabulary): ColourMeaning | null => {
  const hue = hueOf(colour)
  if (hue === null) return null
  const stated = legend.byColour.get(colour) ?? legend.byHue.get(hue)
  if (stated !== undefined) return { words: stated, isStated: true }
  return hue === "other" ? null : { words: vocabulary.colours.meanings[hue], isStated: false }
}

/** Whether words can be the content of a status column. */
export const isStatus = (words: string, vocabulary: Vocabulary): boolean =>
  words.length <= 60 &&
  (readStatus(words, vocabulary).status._tag !== "NotStated" || patternsOf(vocabulary).notStated.test(words.trim()))

/** Returns the colours of a legend row and their words; null for any other row. */
export const legendRow = (
  row: GridRow,
  vocabulary: Vocabulary
): ReadonlyArray<readonly [colour: string, words: string]> | null => {
  const { label, name } = patternsOf(vocabulary)
  const cells = [...row.cells].sort(([a], [b]) => a - b)
  const said = new Set<number>()
  const pairs: Array<readonly [string, string]> = []
  for (const [column, cell] of cells) {
    const colour = colourOf(cell)
    if (colour === null) continue
    const own = cell.text.trim()
    const beside = row.cells.get(column + 1)
    const words = own === "" || name.test(own) || isBullet(own) ? (beside?.text.trim() ?? "") : own
    if (words === "" || words.length > 60) continue
    said.add(column)
    if (words !== own) said.add(column + 1)
    pairs.push([colour, words])
  }
  const rest = cells.filter(([column, cell]) => !said.has(column) && cell.text.trim() !== "")
  return pairs.length > 0 && rest.every(([, cell]) => label.test(cell.text.trim())) ? pairs : null
}

const isBullet = (text: string): boolean => /^[●⬤⚫◼■▪•]\uFE0F?$/u.test(text)

/** Returns a cell's signal colour: its fill, or the ink of its bullet. */
export const colourOf = (cell: GridCell): string | null => {
  const colour =
    cell.fill !== null && hueOf(cell.fill) !== null ? cell.fill : isBullet(cell.text.trim()) ? cell.ink : null
  return colour !== null && hueOf(colour) !== null ? colour : null
}

/** Whether a status is given by colour alone: the cell is empty, or a bullet. */
export const isWordless = (text: string): boolean => text.trim() === "" || isBullet(text.trim())

const hueNamed = (name: string, { colours: { names } }: Vocabulary): Hue => {
  const lower = name.toLowerCase()
  return names.green.includes(lower) ? "green" : names.red.includes(lower) ? "red" : "yellow"
}

/** Reads the legend of a document, in coloured cells or in a line (`Grön = klart, gul = pågår`). */
export const legendOf = (
  grids: ReadonlyArray<Grid>,
  isLegend: (grid: Grid, row: GridRow) => boolean,
  vocabulary: Vocabulary
): ColourLegend => {
  const byColour = new Map<string, string>()
  const byHue = new Map<Hue, string>()
  for (const grid of grids) {
    const lines = [...grid.before]
    for (const row of grid.rows) {
      const texts = textsOf(row)
      if (texts.length <= 2) lines.push(texts.join(" "))
      if (!isLegend(grid, row)) continue
      for (const [colour, words] of legendRow(row, vocabulary) ?? []) {
        if (!byColour.has(colour)) byColour.set(colour, words)
        const hue = hueOf(colour)
        if (hue !== null && hue !== "other" && !byHue.has(hue)) byHue.set(hue, words)
      }
    }
    for (const line of lines) {
      if (line.length > 300) continue
      for (const [, name = "", words = ""] of line.matchAll(patternsOf(vocabulary).written)) {
        if (isStatus(words, vocabulary)) byHue.set(hueNamed(name, vocabulary), words.trim())
      }
    }
  }
  return { byColour, byHue }
}
