/**
 * The styles of a workbook. Each different look of a cell has an index.
 */
import { type Element, el } from "../../Element.ts"
import { ink, line } from "../../ooxml/Colours.ts"
import { xmlPart, elementsIf } from "../../ooxml/OfficeXml.ts"

/** The look of a cell. */
export interface CellLook {
  readonly bold?: boolean
  readonly ink?: string | null
  readonly fill?: string | null
  /** The number format. */
  readonly format?: string
  /** Keeps a text from becoming a formula when it is edited. */
  readonly quoted?: boolean
  /** A rule below the cell, as in a table. */
  readonly ruled?: boolean
  /** In points. */
  readonly size?: number
  /** Sets the text at the right, as numbers are. */
  readonly right?: boolean
  /** A frame, and leave to write in a sheet that is locked. */
  readonly open?: boolean
  /** Lets the text run over empty cells, as titles do. */
  readonly runsOn?: boolean
}

/** The XML namespaces of workbook parts. */
export const sheetNamespaces = {
  xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
} as const

/** Different values in the order in which they came. */
class Kept {
  readonly all: Array<string> = []
  readonly #places = new Map<string, number>()

  at(value: string): number {
    const known = this.#places.get(value)
    if (known !== undefined) return known
    this.#places.set(value, this.all.length)
    return this.all.push(value) - 1
  }
}

/** The first number format id that is free for a file's own formats. */
const ownFormats = 164

/** Collects the styles of a workbook while its cells are written. */
export class XlsxStyles {
  readonly #looks = new Kept()
  readonly #fonts = new Kept()
  readonly #fills = new Kept()
  readonly #formats = new Kept()

  constructor() {
    this.of({})
    // Every workbook must begin with these two fills.
    this.#fills.at("none")
    this.#fills.at("gray125")
  }

  /** Returns the index of a look. */
  of(look: CellLook): number {
    return this.#looks.at(
      JSON.stringify([
        this.#fonts.at(JSON.stringify([look.bold === true, look.ink ?? ink, look.size ?? 10])),
        look.fill ?? "",
        look.format ?? "",
        look.quoted === true,
        look.ruled === true,
        look.runsOn === true,
        look.right === true,
        look.open === true
      ])
    )
  }

  part(): string {
    const looks = this.#looks.all.map((look) => this.#xf(JSON.parse(look)))
    return xmlPart(
      el(
        "styleSheet",
        { xmlns: sheetNamespaces.xmlns },
        ...elementsIf(
          this.#formats.all.length > 0,
          el(
            "numFmts",
            { count: this.#formats.all.length },
            ...this.#formats.all.map((formatCode, at) => el("numFmt", { numFmtId: ownFormats + at, formatCode }))
          )
        ),
        el("fonts", { count: this.#fonts.all.length }, ...this.#fonts.all.map((font) => fontOf(JSON.parse(font)))),
        el("fills", { count: this.#fills.all.length }, ...this.#fills.all.map(fillOf)),
        el("borders", { count: 3 }, borderOf([]), borderOf(["bottom"]), borderOf(sides)),
        el("cellStyleXfs", { count: 1 }, el("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
        el("cellXfs", { count: looks.length }, ...looks),
        el("cellStyles", { count: 1 }, el("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 }))
      )
    )
  }

  #xf([font, fill, format, quoted, ruled, runsOn, right, open]: readonly [
    number,
    string,
    string,
    boolean,
    boolean,
    boolean,
    boolean,
    boolean
  ]): Element {
    return el(
      "xf",
      {
        numFmtId: format === "" ? 0 : ownFormats + this.#formats.at(format),
        fontId: font,
        fillId: fill === "" ? 0 : this.#fills.at(fill),
        borderId: open ? 2 : ruled ? 1 : 0,
        xfId: 0,
        applyNumberFormat: 1,
        applyFont: 1,
        applyFill: 1,
        applyBorder: 1,
        applyAlignment: 1,
        ...(open ? { applyProtection: 1 } : {}),
        ...(quoted ? { quotePrefix: 1 } : {})
      },
      el("alignment", {
        vertical: "top",
        wrapText: runsOn ? 0 : 1,
        ...(right ? { horizontal: "right", indent: 1 } : format === "" ? {} : { horizontal: "left" })
      }),
      ...elementsIf(open, el("protection", { locked: 0 }))
    )
  }
}

const fontOf = ([bold, colour, size]: readonly [boolean, string, number]): Element =>
  el(
    "font",
    {},
    ...elementsIf(bold, el("b")),
    el("sz", { val: size }),
    el("color", { rgb: `FF${colour}` }),
    el("name", { val: "Arial" }),
    el("family", { val: 2 })
  )

const fillOf = (fill: string): Element =>
  el(
    "fill",
    {},
    /^[0-9A-F]{6}$/u.test(fill)
      ? el("patternFill", { patternType: "solid" }, el("fgColor", { rgb: `FF${fill}` }), el("bgColor", { indexed: 64 }))
      : el("patternFill", { patternType: fill })
  )

const sides = ["left", "right", "top", "bottom"] as const

const borderOf = (drawn: ReadonlyArray<(typeof sides)[number]>): Element =>
  el(
    "border",
    {},
    ...sides.map((side) =>
      drawn.includes(side) ? el(side, { style: "thin" }, el("color", { rgb: `FF${line}` })) : el(side)
    ),
    el("diagonal")
  )
