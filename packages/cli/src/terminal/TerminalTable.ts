/**
 * A table fitted to the width of a terminal: cells wrap, nothing is cut off, and in a terminal too narrow for columns
 * each row becomes a short list.
 */
import { codeOf } from "@frist/domain/text/InertText"
import { styleText } from "node:util"
import stringWidth from "string-width"
import wrapAnsi from "wrap-ansi"

/** The style of a piece of text. */
export type Style = "plain" | "bold" | "dim" | "red" | "yellow" | "green"

/** Text in one style, or several such pieces on lines of their own. */
export interface Piece {
  readonly text: string
  readonly style?: Style
}
/** The content of a cell: plain text, or pieces one below the other. */
export type TerminalCell = string | ReadonlyArray<Piece>

/** `least` is the narrowest the column may become, in characters. */
export interface Column {
  readonly heading: string
  readonly least: number
}

/** The terminal that a table is drawn for. */
export interface Canvas {
  /** Characters across. */
  readonly width: number
  readonly colour: boolean
}

/** Characters that are invisible, or that change how their neighbours are shown. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/u

/** Joiners inside words and emoji, which are kept; other invisible characters are shown as codes. */
const joins =
  /(?<=[\p{L}\p{M}])[\u200c\u200d](?=\p{L})|(?<=[\p{Emoji_Modifier}\p{Extended_Pictographic}\ufe0f])\u200d(?=\p{Extended_Pictographic})/gu

/** Makes text safe for a terminal: control, direction and invisible characters are shown as codes. */
export const printable = (text: string): string => {
  const lines = text.replace(/\r\n?/gu, "\n").replace(/\t/gu, " ")
  if (!unseen.test(lines)) return lines
  const joining = new Set(Array.from(lines.matchAll(joins), ({ index }) => index))
  return lines.replace(new RegExp(unseen, "gu"), (character, at: number) =>
    character === "\n" || joining.has(at) ? character : codeOf(character)
  )
}

/** Applies a style where the canvas has colour. */
export const styled = (text: string, style: Style | undefined, canvas: Canvas): string =>
  style === undefined || style === "plain" || !canvas.colour ? text : styleText(style, text, { validateStream: false })

const pieces = (cell: TerminalCell): ReadonlyArray<Piece> => (typeof cell === "string" ? [{ text: cell }] : cell)

/** Returns the greatest of the numbers, or `least` where that is greater. */
const greatest = (least: number, numbers: Iterable<number>): number => {
  let most = least
  for (const number of numbers) if (number > most) most = number
  return most
}

const naturalWidth = (cell: TerminalCell): number =>
  greatest(
    0,
    pieces(cell).flatMap((piece) =>
      printable(piece.text)
        .split("\n")
        .map((line) => stringWidth(line))
    )
  )

/** Breaks words that are too long for a line, such as ids, after a hyphen or the like where possible. */
const broken = (text: string, width: number): string =>
  text.replace(/\S+/gu, (word) => {
    if (stringWidth(word) <= width) return word
    let line = ""
    return word.split(/(?<=[-./_,;])/u).reduce((lines, part) => {
      const fits = stringWidth(line + part) <= width
      line = fits ? line + part : part
      return lines + (fits || lines === "" ? part : `\n${part}`)
    }, "")
  })

const linesOf = (cell: TerminalCell, width: number, canvas: Canvas): ReadonlyArray<string> =>
  pieces(cell).flatMap(({ style, text }) =>
    text === ""
      ? []
      : wrapAnsi(broken(printable(text), width), width, { hard: true })
          .split("\n")
          .map((line) => styled(line, style, canvas))
  )

/** Wraps running text to the canvas. */
export const paragraph = (text: string, style: Style, canvas: Canvas): string =>
  linesOf([{ text, style }], canvas.width, canvas).join("\n")

const gap = 2

/** Rows under a heading that is as wide as the table. */
export interface Section {
  readonly heading: ReadonlyArray<Piece>
  readonly rows: ReadonlyArray<ReadonlyArray<TerminalCell>>
}

/** Returns a table with a rule between rows; no line is wider than the canvas. */
export const table = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<TerminalCell>>,
  canvas: Canvas
): string =>
  sectionedTable(
    columns,
    rows.map((row) => ({ heading: [], rows: [row] })),
    canvas
  )

/** Returns a table with a rule between sections; no line is wider than the canvas. */
export const sectionedTable = (
  columns: ReadonlyArray<Column>,
  sections: ReadonlyArray<Section>,
  canvas: Canvas
): string => {
  const rows = sections.flatMap((section) => section.rows)
  const room = canvas.width - gap * (columns.length - 1)
  const least = columns.map((column) => Math.max(column.least, 1))
  if (sum(least) > room) return sections.map((section) => list(columns, section, canvas)).join("\n\n")
  const natural = columns.map((column, at) =>
    greatest(
      Math.max(stringWidth(column.heading), least[at] ?? 1),
      rows.map((row) => naturalWidth(row[at] ?? ""))
    )
  )
  const widths = fit(natural, least, room)
  const total = sum(widths) + gap * (columns.length - 1)
  const line = (cells: ReadonlyArray<TerminalCell>): string => {
    const wrapped = widths.map((width, at) => linesOf(cells[at] ?? "", width, canvas))
    const height = greatest(
      1,
      wrapped.map((each) => each.length)
    )
    return Array.from({ length: height }, (_, n) =>
      widths
        .map((width, at) => pad(wrapped[at]?.[n] ?? "", width))
        .join(" ".repeat(gap))
        .trimEnd()
    ).join("\n")
  }
  const rule = (mark: string) => styled(mark.repeat(total), "dim", canvas)
  const head = line(columns.map(({ heading }) => [{ text: heading, style: "bold" as const }]))
  const body = sections.map((section) =>
    [...linesOf(section.heading, total, canvas), ...section.rows.map(line)].join("\n")
  )
  return [head, rule("━"), body.join(`\n${rule("─")}\n`)].join("\n")
}

const pad = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - stringWidth(text)))

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((a, b) => a + b, 0)

/**
 * Divides the available width. Columns that need no more than an even share of what is left get their natural width;
 * the others share the rest, and none gets less than its least width.
 */
const fit = (natural: ReadonlyArray<number>, least: ReadonlyArray<number>, room: number): ReadonlyArray<number> => {
  const widths = [...least]
  let waiting = natural.map((_, at) => at).sort((a, b) => (natural[a] ?? 0) - (natural[b] ?? 0))
  while (waiting.length > 0) {
    const [at = 0, ...others] = waiting
    const reserved = sum(others.map((other) => least[other] ?? 1))
    const left = room - sum(widths.filter((_, other) => !waiting.includes(other)))
    const share = Math.min(Math.floor(left / waiting.length), left - reserved)
    widths[at] = Math.max(least[at] ?? 1, Math.min(natural[at] ?? 1, share))
    waiting = others
  }
  return widths
}

/** Returns each row as a list, for a terminal too narrow for columns. */
const list = (columns: ReadonlyArray<Column>, { heading, rows }: Section, canvas: Canvas): string => {
  const width = Math.max(12, canvas.width)
  const lists = rows.map((row) =>
    columns
      .flatMap((column, at) => {
        const cell = row[at] ?? ""
        const label = `${column.heading}: `
        const only = pieces(cell).length === 1 ? pieces(cell)[0] : undefined
        if (only !== undefined && !only.text.includes("\n") && stringWidth(label) + naturalWidth(cell) <= width) {
          const value = naturalWidth(cell) === 0 ? [] : [styled(printable(only.text), only.style, canvas)]
          return value.map((text) => styled(label, "bold", canvas) + text)
        }
        return naturalWidth(cell) === 0
          ? []
          : [
              ...linesOf([{ text: `${column.heading}:`, style: "bold" }], width, canvas),
              ...linesOf(cell, width - 2, canvas).map((line) => `  ${line}`)
            ]
      })
      .join("\n")
  )
  return [...(heading.length === 0 ? [] : [linesOf(heading, width, canvas).join("\n")]), ...lists].join("\n\n")
}
