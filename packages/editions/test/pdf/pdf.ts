/**
 * Writes small PDF files for tests: pages, what they draw, and the structure of it.
 */

import { deflateSync } from "node:zlib"

/** An object of a file: a dictionary or another value, and perhaps a stream. */
export interface PdfObject {
  readonly value: string
  readonly stream?: Uint8Array | string
}

/** An element of the structure: its role, its attributes, and elements or marks `[page, number]` in it. */
export interface Element {
  readonly role: string
  readonly attributes?: string
  readonly kids: ReadonlyArray<Element | readonly [page: number, mark: number]>
}

export interface Pages {
  /** What each page draws. */
  readonly pages: ReadonlyArray<string>
  readonly structure?: ReadonlyArray<Element>
  readonly roles?: string
  /** Objects after the others, and entries of the catalogue and of the trailer that name them by `@1`, `@2` … */
  readonly more?: ReadonlyArray<PdfObject>
  readonly catalogue?: string
  readonly trailer?: string
  readonly resources?: string
  readonly rotate?: number
}

/** Returns a file of objects numbered from 1; the first is its catalogue. */
export const pdfOf = (objects: ReadonlyArray<PdfObject>, trailer = ""): Uint8Array => {
  const parts: Array<Buffer> = []
  const places: Array<number> = []
  let length = 0
  const add = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  add(Buffer.from("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n", "latin1"))
  objects.forEach(({ stream, value }, at) => {
    places.push(length)
    const bytes = typeof stream === "string" ? Buffer.from(stream, "latin1") : stream
    const dictionary = bytes === undefined ? value : value.replace(/>>$/u, ` /Length ${bytes.length} >>`)
    add(Buffer.from(`${at + 1} 0 obj\n${dictionary}\n`, "latin1"))
    if (bytes !== undefined) for (const part of ["stream\n", bytes, "\nendstream\n"]) add(Buffer.from(part))
    add(Buffer.from("endobj\n"))
  })
  const start = length
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")
  const size = objects.length + 1
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
      "latin1"
    )
  )
  return Buffer.concat(parts)
}

/** What two codes of the font are, beside those of Windows: a typographic and a soft hyphen. The third is no letter. */
const hyphens =
  "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <2010> <02> <00AD> endbfchar endcmap end"

/** Returns a file of pages of A4 across. */
export const pdf = (given: Pages): Uint8Array => {
  const { more = [], pages, resources = "", roles = "", rotate = 0, structure } = given
  const elements: Array<{ readonly value: string }> = []
  const firstPage = 5
  const firstElement = firstPage + 2 * pages.length + 2
  const pageRef = (page: number) => `${firstPage + 2 * page} 0 R`
  const parents = pages.map(() => new Map<number, number>())
  const add = ({ attributes = "", kids, role }: Element, parent: number): number => {
    const own = firstElement + elements.length
    const slot = elements.push({ value: "" }) - 1
    const written = kids.map((kid) => {
      if ("role" in kid) return `${add(kid, own)} 0 R`
      parents[kid[0]]?.set(kid[1], own)
      return `<< /Type /MCR /Pg ${pageRef(kid[0])} /MCID ${kid[1]} >>`
    })
    elements[slot] = {
      value: `<< /Type /StructElem /S /${role} /P ${parent} 0 R ${attributes} /K [${written.join(" ")}] >>`
    }
    return own
  }
  const top = (structure ?? []).map((each) => add(each, firstElement - 2))
  const numbers = parents.map((marks, page) => {
    const most = Math.max(-1, ...marks.keys())
    const all = Array.from({ length: most + 1 }, (_, mark) => (marks.has(mark) ? `${marks.get(mark)} 0 R` : "null"))
    return `${page} [${all.join(" ")}]`
  })
  const firstMore = firstElement + elements.length
  const named = (text = "") => text.replace(/@(\d+)/gu, (_, nth) => `${firstMore + Number(nth) - 1} 0 R`)
  const tree = structure === undefined ? "" : `/MarkInfo << /Marked true >> /StructTreeRoot ${firstElement - 2} 0 R`
  const kids = pages.map((_, at) => pageRef(at)).join(" ")
  return pdfOf(
    [
      { value: `<< /Type /Catalog /Pages 2 0 R ${tree} ${named(given.catalogue)} >>` },
      { value: `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>` },
      {
        value:
          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /hyphen /hyphen /unknown] >> /ToUnicode 4 0 R >>"
      },
      { value: "<< >>", stream: hyphens },
      ...pages.flatMap((drawn, at): ReadonlyArray<PdfObject> => [
        {
          value: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Rotate ${rotate} /StructParents ${at} /Resources << /Font << /F 3 0 R >> ${named(resources)} >> /Contents ${firstPage + 2 * at + 1} 0 R >>`
        },
        { value: "<< >>", stream: drawn }
      ]),
      {
        value: `<< /Type /StructTreeRoot /K [${top.map((ref) => `${ref} 0 R`).join(" ")}] /ParentTree ${firstElement - 1} 0 R /RoleMap << ${roles} >> >>`
      },
      { value: `<< /Nums [${numbers.join(" ")}] >>` },
      ...elements,
      ...more.map(({ value, ...rest }) => ({ value: named(value), ...rest }))
    ],
    named(given.trailer)
  )
}

const escaped = (words: string): string =>
  words
    .replace(/[\\()]/gu, "\\$&")
    .replaceAll("\u2010", "\\001")
    .replaceAll("\u00AD", "\\002")
    .replaceAll("\uFFFD", "\\003")

/** A hyphen at the end of a line, for which the file says a soft one. */
const softHyphen = "/Span << /ActualText <FEFF00AD> >> BDC (-) Tj EMC"

/** Draws words, U+FFFD as a glyph without a text. The page's lower left corner is 0, 0. */
export const text = (x: number, y: number, words: string, size = 10): string => {
  const hyphen = words.endsWith("\u00AD") ? softHyphen : ""
  return `BT /F ${size} Tf ${x} ${y} Td (${escaped(words.replace(/\u00AD$/u, ""))}) Tj ${hyphen} ET\n`
}
export const marked = (mark: number, drawn: string, tag = "P"): string =>
  `/${tag} << /MCID ${mark} >> BDC\n${drawn}EMC\n`
export const artifact = (drawn: string): string => `/Artifact BMC\n${drawn}EMC\n`
export const line = (x: number, y: number, toX: number, toY: number): string => `${x} ${y} m ${toX} ${toY} l S\n`
export const filled = (x: number, y: number, width: number, height: number, colour: string): string =>
  `${colour} rg ${x} ${y} ${width} ${height} re f 0 0 0 rg\n`

/** A cell as it is drawn: its lines, and those on the next page. */
export interface DrawnCell {
  readonly lines: ReadonlyArray<string>
  readonly next?: ReadonlyArray<string>
  readonly fill?: string
  readonly attributes?: string
  readonly columns?: number
  readonly role?: string
}

export const cell = (lines: string | ReadonlyArray<string>, more: Omit<DrawnCell, "lines"> = {}): DrawnCell => ({
  lines: typeof lines === "string" ? [lines] : lines,
  ...more
})

const width = 120
const height = 64

/**
 * Draws tables of a structure, the rows of each from above, and titles. A row with `next` goes on on the next page, and
 * the rows after it are there.
 */
export class TaggedPages {
  readonly pages: Array<string> = [""]
  readonly structure: Array<Element> = []
  #marks = 0
  #y = 540

  #draw(drawn: string): void {
    this.pages[this.pages.length - 1] += drawn
  }

  #mark(lines: ReadonlyArray<string>, x: number): ReadonlyArray<readonly [number, number]> {
    return lines.map((words, at) => {
      const mark = this.#marks++
      this.#draw(marked(mark, text(x, this.#y - 12 * at, words)))
      return [this.pages.length - 1, mark] as const
    })
  }

  /** Begins another page. */
  turn(): this {
    this.pages.push("")
    this.#marks = 0
    this.#y = 540
    return this
  }

  draw(drawn: string): this {
    this.#draw(drawn)
    return this
  }

  title(words: string, role = "H1"): this {
    this.structure.push({ role, kids: this.#mark([words], 20) })
    this.#y -= 24
    return this
  }

  table(rows: ReadonlyArray<ReadonlyArray<string | DrawnCell>>, turnsAfter = -1): this {
    const table = rows.map((row, nth): Element => {
      const cells = row.map((each) => (typeof each === "string" ? cell(each) : each))
      let x = 20
      const places = cells.map(({ columns = 1 }) => {
        x += columns * width
        return x - columns * width
      })
      const kids = cells.map(({ fill, lines }, at) => {
        const left = places[at] ?? 0
        if (fill !== undefined) this.#draw(artifact(filled(left, this.#y - height + 12, width, height, fill)))
        return [...this.#mark(lines, left + 4)]
      })
      if (cells.some(({ next }) => next !== undefined)) {
        this.turn()
        cells.forEach(({ next = [] }, at) => kids[at]?.push(...this.#mark(next, (places[at] ?? 0) + 4)))
      }
      this.#y -= height
      if (nth === turnsAfter) this.turn()
      return {
        role: "TR",
        kids: cells.map(({ attributes, role = "TD" }, at) => ({
          role,
          ...(attributes === undefined ? {} : { attributes: `/A << /O /Table ${attributes} >>` }),
          kids: kids[at]?.length === 0 ? [] : [{ role: "P", kids: kids[at] ?? [] }]
        }))
      }
    })
    this.structure.push({ role: "Table", kids: table })
    return this
  }

  get bytes(): Uint8Array {
    return pdf({ pages: this.pages, structure: [{ role: "Document", kids: this.structure }] })
  }
}

/** Draws a ruled table without a structure, its upper left corner at 20, 540. */
export const ruled = (
  rows: ReadonlyArray<ReadonlyArray<string>>,
  { below = 540, isOpen = false }: { readonly below?: number; readonly isOpen?: boolean } = {}
): string => {
  const columns = rows[0]?.length ?? 0
  const [right, bottom] = [20 + columns * width, below - rows.length * 30]
  const across = Array.from({ length: rows.length + 1 }, (_, at) => line(20, below - 30 * at, right, below - 30 * at))
  const down = Array.from({ length: columns + (isOpen ? 0 : 1) }, (_, at) =>
    line(20 + width * at, below, 20 + width * at, bottom)
  )
  const words = rows.flatMap((row, at) => row.map((each, nth) => text(24 + width * nth, below - 30 * at - 18, each)))
  return [...across, ...down, ...words].join("")
}

/** Returns a file of one page whose content is packed. */
export const pagePacked = (
  content: string | Uint8Array,
  more: ReadonlyArray<PdfObject> = [],
  resources = ""
): Uint8Array =>
  pdfOf([
    { value: "<< /Type /Catalog /Pages 2 0 R >>" },
    { value: "<< /Type /Pages /Count 1 /Kids [3 0 R] >>" },
    {
      value: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Resources << /Font << /F 5 0 R >> ${resources} >> /Contents 4 0 R >>`
    },
    { value: "<< /Filter /FlateDecode >>", stream: deflateSync(content) },
    { value: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>" },
    ...more
  ])
