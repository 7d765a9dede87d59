/**
 * The formatting of a run of a Word document, as it is being read.
 */
import { sixDigits } from "../grid/Hues.ts"
import { type DocxLook, type DocxStyles, lookInto } from "./DocxStyles.ts"
import { type XmlAttributes, valueOf } from "../office/Xml.ts"

export interface DocxRun extends DocxLook {
  style: string | null
  font: string | null
  fill: string | null
  ink: string | null
  /** Whether its words are the mark of a note. */
  isMark: boolean
}

export const plainRun = (): DocxRun => ({ style: null, font: null, fill: null, ink: null, isMark: false })

const highlights: ReadonlyMap<string, string> = new Map([
  ["yellow", "FFFF00"],
  ["darkYellow", "808000"],
  ["green", "00FF00"],
  ["darkGreen", "008000"],
  ["red", "FF0000"],
  ["darkRed", "800000"],
  ["blue", "0000FF"],
  ["darkBlue", "000080"],
  ["cyan", "00FFFF"],
  ["darkCyan", "008080"],
  ["magenta", "FF00FF"],
  ["darkMagenta", "800080"]
])

/** Returns the colour that shading shows: a solid pattern shows its own, any other what is behind it. */
export const shadeOf = (attributes: XmlAttributes): string | null => {
  const isSolid = valueOf(attributes, "val") === "solid"
  return (isSolid ? sixDigits(valueOf(attributes, "color")) : null) ?? sixDigits(valueOf(attributes, "fill"))
}

/** Reads one property of a run. */
export const formatRun = (run: DocxRun, name: string, attributes: XmlAttributes): void => {
  const value = valueOf(attributes, "val")
  if (name === "rStyle") run.style = value ?? null
  else if (name === "rFonts") run.font = valueOf(attributes, "ascii") ?? valueOf(attributes, "hAnsi") ?? null
  else if (name === "color") run.ink = sixDigits(value)
  else if (name === "highlight") run.fill = highlights.get(value ?? "") ?? null
  else if (name === "shd") run.fill ??= shadeOf(attributes)
  else lookInto(run, name, attributes)
}

/** Returns whether a run is struck out and whether it is hidden, by itself or by the styles around it. */
export const lookOf = (
  run: DocxRun,
  paragraph: string | null,
  table: string | null,
  styles: DocxStyles
): { readonly isStruck: boolean; readonly isHidden: boolean } => {
  const inForce = { run: run.style, paragraph, table }
  return {
    isStruck: (run.strike ?? styles.isStruck(inForce)) || (run.dstrike ?? styles.isStruckTwice(inForce)),
    isHidden: run.vanish ?? styles.isHidden(inForce)
  }
}
