/**
 * The names of colours: that of an exact colour, and those that words and signs say.
 */
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** A named colour. */
export type Hue = "green" | "yellow" | "red" | "blue" | "other"
type NamedHue = Exclude<Hue, "other">

export const hues: ReadonlyArray<NamedHue> = ["green", "yellow", "red", "blue"]

/** Characters that are a colour. */
const signs: Readonly<Record<NamedHue, string>> = { green: "🟢🟩", yellow: "🟡🟨🟠🟧", red: "🔴🟥", blue: "🔵🟦" }
export const sign = /[🟢🟩🟡🟨🟠🟧🔴🟥🔵🟦]/u

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
  if (degrees < 170) return "green"
  return degrees >= 185 && degrees < 260 ? "blue" : "other"
}

/** Returns a colour as a finding names it: its name in the vocabulary, and its digits. */
export const colourWords = (colour: string, { colours: { names } }: Vocabulary): string => {
  const hue = hueOf(colour)
  const name = hue === null || hue === "other" ? undefined : names[hue][0]
  return name === undefined ? colour : `${name} ${colour}`
}

/** Returns the colour of a name or a sign. */
export const hueNamed = (name: string, { colours: { names } }: Vocabulary): Hue => {
  const lower = name.toLowerCase()
  return hues.find((hue) => names[hue].includes(lower) || signs[hue].includes(lower)) ?? "other"
}
