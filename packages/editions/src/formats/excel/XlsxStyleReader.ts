/**
 * The styles of a workbook: a cell's number format and colours, with themes and tints resolved.
 */
import * as Hex from "effect/encoding/Hex"
import * as Result from "effect/Result"
import { getFormatFromId } from "numfmt"
import { sixDigits } from "../grid/Hues.ts"
import type { Archive } from "../office/OfficeArchive.ts"
import { indexedColours } from "./IndexedColours.ts"
import { type XmlAttributes, isOn, readXml } from "../office/Xml.ts"

/** A style: the number format in Excel's notation, the colours, and whether the words are struck out. */
export interface CellStyle {
  readonly pattern: string
  readonly fill: string | null
  readonly ink: string | null
  readonly isStruck: boolean
}

interface RawColour {
  readonly attributes: XmlAttributes
}

/** Returns the style of a style number; the plain style for an unknown number. */
export type Styles = (style: number) => CellStyle

const plain: CellStyle = { pattern: "General", fill: null, ink: null, isStruck: false }

/** Formats that depend on the reader's settings, replaced by the unambiguous order: by number, first and last. */
const localDates: ReadonlyArray<readonly [first: number, last: number, pattern: string]> = [
  [14, 14, "yyyy-mm-dd"],
  [22, 22, "yyyy-mm-dd hh:mm"],
  [27, 31, "yyyy-mm-dd"],
  [36, 36, "yyyy-mm-dd"],
  [50, 58, "yyyy-mm-dd"]
]

const builtIn = (format: number): string =>
  localDates.find(([first, last]) => format >= first && format <= last)?.[2] ?? getFormatFromId(format) ?? "General"

export const readStyles = async (
  archive: Archive,
  part: string | undefined,
  theme: string | undefined
): Promise<Styles> => {
  if (part === undefined) return () => plain
  const formats = new Map<number, string>()
  const fills: Array<RawColour | null> = []
  const inks: Array<RawColour | null> = []
  const struck: Array<boolean> = []
  const cells: Array<{ format: number; fill: number; font: number }> = []
  const indexed: Array<string | null> = []
  await readXml(archive, part, {
    open: (name, attributes, path) => {
      const section = path[1]
      if (name === "numFmt" && section === "numFmts")
        formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General")
      else if (name === "fill" && section === "fills") fills.push(null)
      else if (name === "patternFill" && section === "fills" && attributes["patternType"] === "solid")
        fills[fills.length - 1] = { attributes: {} }
      else if (name === "fgColor" && section === "fills" && fills.at(-1) != null)
        fills[fills.length - 1] = { attributes }
      else if (name === "font" && section === "fonts") {
        inks.push(null)
        struck.push(false)
      } else if (name === "color" && section === "fonts") inks[inks.length - 1] = { attributes }
      else if (name === "strike" && section === "fonts") struck[struck.length - 1] = isOn(attributes["val"])
      else if (name === "rgbColor" && section === "colors") indexed.push(argb(attributes["rgb"]))
      else if (name === "xf" && section === "cellXfs")
        cells.push({
          format: Number(attributes["numFmtId"] ?? 0),
          fill: Number(attributes["fillId"] ?? 0),
          font: Number(attributes["fontId"] ?? 0)
        })
    }
  })
  const themed = await readTheme(archive, theme)
  const shown = (raw: RawColour | null | undefined): string | null => {
    if (raw == null) return null
    const { indexed: index, rgb, theme: number, tint } = raw.attributes
    const own =
      rgb !== undefined
        ? argb(rgb)
        : number !== undefined
          ? (themed[Number(number)] ?? null)
          : index !== undefined
            ? (indexed[Number(index)] ?? indexedColours[Number(index)] ?? null)
            : null
    return own === null || tint === undefined ? own : tinted(own, Number(tint))
  }
  const styles = cells.map(({ fill, font, format }) => ({
    pattern: formats.get(format) ?? builtIn(format),
    fill: shown(fills[fill]),
    ink: shown(inks[font]),
    isStruck: struck[font] ?? false
  }))
  return (style) => styles[style] ?? plain
}

/** Returns the colour of eight digits, opacity and colour. Writers disagree on opacity, and it is not shown. */
const argb = (value: string | undefined): string | null => sixDigits(value?.slice(-6))

const themeOrder = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"]

const readTheme = async (archive: Archive, part: string | undefined): Promise<ReadonlyArray<string | null>> => {
  const colours = new Map<string, string | null>()
  if (part === undefined) return []
  await readXml(archive, part, {
    open: (name, attributes, path) => {
      const slot = path.at(-2) ?? ""
      if (path.at(-3) !== "clrScheme") return
      if (name === "srgbClr") colours.set(slot, sixDigits(attributes["val"]))
      if (name === "sysClr") colours.set(slot, sixDigits(attributes["lastClr"]))
    }
  })
  return themeOrder.map((slot) => colours.get(slot) ?? null)
}

/** A colour made lighter (towards 1) or darker (towards -1). */
const tinted = (colour: string, tint: number): string => {
  const parts = Result.getOrElse(Hex.decode(colour), () => new Uint8Array())
  const moved = Uint8Array.from(parts, (part) =>
    Math.round(tint < 0 ? part * (1 + Math.max(tint, -1)) : part + (255 - part) * Math.min(tint || 0, 1))
  )
  return Hex.encode(moved).toUpperCase()
}
