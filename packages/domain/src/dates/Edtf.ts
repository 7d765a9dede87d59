/**
 * Reads EDTF (ISO 8601-2) as far as this program writes it: what a reading gives as `edtf` is read back as the same date.
 * A season with `~` or in an interval, which older logs hold, is read as its months.
 */
import {
  dayOf,
  type DateMeaning,
  type MeaningOrOddity,
  monthOf,
  quarter,
  roughly,
  season,
  setOf,
  span,
  tertial,
  yearOf
} from "./DateMeaning.ts"

const element = /^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d))?)?(~?)$/u
/** What may be EDTF and no day: it has a code, a sign of an interval, of a set or of an approximation. */
const shape = /^\{|^\d{4}-(?:2[1-4]|3[3-9])$|~$|^(?:\.\.|[\d~-]{4,11})\/(?:\.\.|[\d~-]{4,11})$/u
/** The longest text that is tried. */
const longest = 400

const simple = (text: string): MeaningOrOddity | undefined => {
  const found = element.exec(text)
  if (found === null) return undefined
  const [y, part] = [Number(found[1]), Number(found[2] ?? 0)]
  const exact =
    found[3] !== undefined
      ? dayOf(y, part, Number(found[3]))
      : found[2] === undefined
        ? yearOf(y)
        : part >= 21 && part <= 24
          ? season(y, part)
          : part >= 33 && part <= 36
            ? quarter(y, part - 32)
            : part >= 37 && part <= 39
              ? tertial(y, part - 36)
              : monthOf(y, part)
  return found[4] === "" ? exact : roughly(exact)
}

const open: DateMeaning = { edtf: "../..", earliest: null, latest: null }

const interval = (from: string, to: string): MeaningOrOddity | undefined => {
  if (from === ".." && to === "..") return open
  const [first, last] = [simple(from), simple(to)]
  if (first !== undefined && last !== undefined) return span(first, last)
  const known = from === ".." ? last : to === ".." ? first : undefined
  if (known === undefined || typeof known === "string") return known
  return from === ".."
    ? { ...known, edtf: `../${known.edtf}`, earliest: null }
    : { ...known, edtf: `${known.edtf}/..`, latest: null }
}

const ends = (text: string, separator: string): MeaningOrOddity | undefined => {
  const at = text.indexOf(separator, 1)
  return at < 0 ? undefined : interval(text.slice(0, at), text.slice(at + separator.length))
}

const set = (text: string): MeaningOrOddity | undefined => {
  const members: Array<DateMeaning> = []
  for (const each of text.split(",")) {
    const meaning = each.includes("..") ? ends(each, "..") : simple(each)
    if (meaning === undefined || typeof meaning === "string") return meaning
    members.push(meaning)
  }
  return setOf(members)
}

/** Returns the meaning of a text that is EDTF and more than a day, a month or a year; `undefined` for other words. */
export const edtf = (words: string): MeaningOrOddity | undefined => {
  if (words.length > longest || !shape.test(words)) return undefined
  if (words.startsWith("{")) return words.endsWith("}") ? set(words.slice(1, -1)) : undefined
  return words.includes("/") ? ends(words, "/") : simple(words)
}
