/**
 * Lays out a document and writes it as Word exports one with tags: its elements, their content on each page, artifacts at
 * the edges of pages, and what Word says of cells.
 */
import { type WordObject, wordFile } from "./wordFile.ts"
import { type WordElement, type WordLink, elementOf, objectsOf } from "./wordObjects.ts"
import { glyphWidth, shown } from "./wordFonts.ts"

/** Words within a paragraph: its own, or those of an element in it. `to` is where a link leads. */
export type WordInline =
  | string
  | { readonly role: string; readonly words: string; readonly attributes?: string; readonly to?: string }

/** A block: a paragraph of words, or blocks within each other. A drawing is written instead of words. */
export interface WordBlock {
  readonly role: string
  readonly words?: ReadonlyArray<WordInline>
  readonly blocks?: ReadonlyArray<WordBlock>
  readonly attributes?: string
  readonly drawn?: (x: number, y: number) => string
}

export interface WordCell {
  readonly blocks: ReadonlyArray<WordBlock>
  readonly role?: string
  readonly attributes?: string
  readonly columns?: number
  /** How many rows it is merged over; the rows below have no cell in its place. */
  readonly rows?: number
  readonly fill?: string
}

export interface WordTable {
  /** The widths of its columns, in letters. */
  readonly widths: ReadonlyArray<number>
  readonly rows: ReadonlyArray<ReadonlyArray<WordCell>>
  /** Whether it has a head and a body of their own. */
  readonly hasSections?: boolean
  /** How the headings are said again on each page: as no part of the text, as the same cells again, or not. */
  readonly repeats?: "artifact" | "tagged"
  /** Whether a row may go on on the next page. */
  readonly breaksRows?: boolean
}

interface Piece {
  readonly element: WordElement
  readonly x: number
  readonly words: string
  readonly drawn?: WordBlock["drawn"]
}
type Line = ReadonlyArray<Piece>

const [size, lead, left, top, bottom] = [10, 12, 40, 540, 60]

export const para = (...words: ReadonlyArray<WordInline>): WordBlock => ({ role: "P", words })
/** A cell of paragraphs. */
export const td = (words: ReadonlyArray<string> | string, more: Omit<WordCell, "blocks"> = {}): WordCell => ({
  blocks: (typeof words === "string" ? [words] : words).map((each) => para(each)),
  ...more
})
export const th = (words: string, more: Omit<WordCell, "blocks"> = {}): WordCell =>
  td(words, { role: "TH", attributes: "/A<</O/Table/Scope/Column>>", ...more })

export class WordPages {
  readonly pages: Array<string> = []
  readonly document = elementOf("Document")
  readonly #marks: Array<number> = []
  readonly #links: Array<WordLink> = []
  /** Elements within paragraphs of which nothing is drawn yet, with those that they are in. */
  readonly #unplaced = new Map<WordElement, WordElement>()
  readonly #edges: (page: number) => string
  #y = top

  /** `head` is the running head of each page. */
  constructor(head = "Kommunstyrelsen") {
    this.#edges = (page) =>
      `/Artifact <</Attached [/Top]/Type/Pagination>> BDC ${shown(left, 570, head)} EMC\n` +
      `/Artifact <</Attached [/Bottom]/Type/Pagination>> BDC ${shown(400, 30, `Sida ${page + 1}`)} EMC\n`
    this.turn()
  }

  turn(): void {
    this.pages.push(this.#edges(this.pages.length))
    this.#marks.push(0)
    this.#y = top
  }

  /** Draws something that is no part of the structure. */
  draw(drawn: string): this {
    this.pages[this.pages.length - 1] += drawn
    return this
  }

  block(block: WordBlock, width = 90): this {
    const lines = this.#lines(block, this.document, 0, width)
    for (const line of lines) {
      if (this.#y < bottom) this.turn()
      this.#write([line], left, this.#y)
      this.#y -= lead
    }
    this.#y -= lead / 2
    return this
  }

  table({ breaksRows = false, hasSections = false, repeats, rows, widths }: WordTable): this {
    const table = elementOf("Table")
    const [head, body] = hasSections ? [elementOf("THead"), elementOf("TBody")] : [table, table]
    this.document.kids.push(table)
    if (hasSections) table.kids.push(head, body)
    const edges = [0]
    for (const each of widths) edges.push((edges.at(-1) ?? 0) + each * glyphWidth + 10)
    const taken = new Map<number, number>()
    const laid = rows.map((cells, nth) => {
      const row = elementOf("TR")
      ;(nth === 0 ? head : body).kids.push(row)
      let column = 0
      return cells.map(({ attributes, blocks, columns = 1, fill, role = "TD", rows: merged = 1 }) => {
        while ((taken.get(column) ?? 0) > nth) column++
        const cell = elementOf(role, attributes)
        row.kids.push(cell)
        const x = edges[column] ?? 0
        for (let at = column; at < column + columns; at++) taken.set(at, nth + merged)
        const wide = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0)
        column += columns
        return { x, fill, right: edges[column] ?? 0, lines: blocks.flatMap((each) => this.#lines(each, cell, 0, wide)) }
      })
    })
    const draw = (row: (typeof laid)[number], from: number, to: number, isAgain = false): void => {
      for (const { fill, lines, right, x } of row) {
        if (fill !== undefined) this.#fill(left + x, right - x, (to - from) * lead, fill)
        this.#write(lines.slice(from, to), left + x + 5, this.#y, isAgain && repeats === "artifact")
      }
      this.#y -= (to - from) * lead + 2
    }
    laid.forEach((row, nth) => {
      const height = Math.max(...row.map(({ lines }) => lines.length))
      for (let from = 0; from < height;) {
        const room = Math.floor((this.#y - bottom) / lead)
        const to = breaksRows ? Math.min(height, from + Math.max(room, 0)) : height
        if (room < 1 || (!breaksRows && room < height)) {
          this.turn()
          const [first] = laid
          if (repeats !== undefined && nth > 0 && first !== undefined)
            draw(first, 0, Math.max(...first.map(({ lines }) => lines.length)), true)
          if (breaksRows) continue
        }
        draw(row, from, to)
        from = to
      }
    })
    return this
  }

  #fill(x: number, width: number, height: number, colour: string): void {
    const below = this.#y + size - height
    this.draw(`/Artifact BMC q ${colour} rg ${x} ${below} ${width} ${height} re f* Q EMC\n`)
  }

  /** Breaks a block into lines at its spaces and hyphens, or within a word that is too long. */
  #lines(block: WordBlock, parent: WordElement, indent: number, width: number): ReadonlyArray<Line> {
    const own = elementOf(block.role, block.attributes)
    parent.kids.push(own)
    const { drawn } = block
    if (drawn !== undefined) return [[{ element: own, x: indent * glyphWidth, words: "", drawn }]]
    if (block.blocks !== undefined) {
      const isLabelled = block.role === "LI"
      const lines = block.blocks.map((each, at) =>
        this.#lines(each, own, indent + (isLabelled ? 3 * at : 0), width - 3 * at)
      )
      const [label = [], ...others] = lines
      if (!isLabelled) return lines.flat()
      const [[first = [], ...rest] = []] = others
      return [[...label.flat(), ...first], ...rest]
    }
    const letters = (block.words ?? [""]).flatMap((each) => {
      if (typeof each === "string") return [...each].map((letter) => ({ letter, element: own }))
      const element = elementOf(each.role, each.attributes)
      this.#unplaced.set(element, own)
      if (each.to !== undefined) {
        element.kids.push({ link: this.#links.length })
        this.#links.push({ element, page: this.pages.length - 1, to: each.to })
      }
      return [...each.words].map((letter) => ({ letter, element }))
    })
    const lines: Array<Array<(typeof letters)[number]>> = []
    const whole = letters.map(({ letter }) => letter).join("")
    for (const [line] of whole.matchAll(lineOf(width))) {
      const from = lines.flat().length
      lines.push(letters.slice(from, from + [...line].length))
    }
    // Word draws the end of a paragraph as a space.
    lines.at(-1)?.push({ letter: " ", element: own })
    return lines.map((line) => piecesOf(line, indent))
  }

  /** Writes lines of a cell: those of an element one after another have one mark. */
  #write(lines: ReadonlyArray<Line>, x: number, y: number, isArtifact = false): void {
    const page = this.pages.length - 1
    let open: WordElement | undefined
    if (isArtifact) this.draw("/Artifact BMC ")
    lines.forEach((line, at) => {
      for (const { drawn, element, words, x: own } of line) {
        if (open !== element && !isArtifact) {
          const mark = this.#marks[page] ?? 0
          this.#marks[page] = mark + 1
          const role = element.role === "Link" ? "Span" : element.role
          this.draw(`${open === undefined ? "" : " EMC "}/${role} <</MCID ${mark}>> BDC `)
          this.#unplaced.get(element)?.kids.push(element)
          this.#unplaced.delete(element)
          element.kids.push([page, mark])
          open = element
        }
        const place = [x + own, y - at * lead] as const
        this.draw(drawn === undefined ? shown(...place, words.replaceAll("\n", "")) : drawn(...place))
      }
    })
    if (open !== undefined || isArtifact) this.draw(" EMC\n")
  }

  /** Returns the objects of the file. `root` is added to the root of the structure. */
  objects(root = "", more: ReadonlyArray<WordObject> = []): ReadonlyArray<WordObject> {
    return objectsOf({ document: this.document, pages: this.pages, links: this.#links }, root, more)
  }

  get bytes(): Uint8Array {
    return wordFile(this.objects())
  }
}

/** What fits in a line: words with the space or the hyphen after them, or as much as fits of a long one. */
const lineOf = (width: number): RegExp =>
  new RegExp(`[^\\n]{1,${width}}(?:(?<=-)| |$|(?=\\n))\\n?|[^\\n]{1,${width}}|\\n`, "gmu")

const piecesOf = (line: ReadonlyArray<{ letter: string; element: WordElement }>, indent: number): Line => {
  const pieces: Array<Piece & { words: string }> = []
  line.forEach(({ element, letter }, at) => {
    const last = pieces.at(-1)
    if (last?.element === element) last.words += letter
    else pieces.push({ element, x: (indent + at) * glyphWidth, words: letter })
  })
  return pieces
}
