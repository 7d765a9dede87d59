/**
 * What a number format shows of a date: a whole day, a part of one, or none. The day itself is the number that the
 * cell holds, in whatever order or language the format writes it.
 */
import { Day } from "@frist/domain/Day"
import { dateFromSerial, format, tokenize } from "numfmt"
import { wordsOfDateFormats } from "./DateFormatWords.ts"

/** `day`: day, month and year. `part`: some of them. `none`: a number, a text or only a time. */
export type Shown = "day" | "part" | "none"

type Token = ReturnType<typeof tokenize>[number]

interface Section {
  /** Whether the section formats the number; undefined for one without a condition. */
  readonly takes: ((serial: number) => boolean) | undefined
  readonly shows: Shown
}

const known = new Map<string, ReadonlyArray<Section>>()
const mostKnown = 1000

/** Returns what a format shows of the date that a number is. */
export const dateShownBy = (pattern: string, serial: number): Shown => {
  const sections = sectionsOf(pattern)
  const [first] = sections
  if (first === undefined) return "none"
  if (sections.some(({ takes }) => takes !== undefined))
    return (sections.find(({ takes }) => takes?.(serial)) ?? sections.find(({ takes }) => takes === undefined) ?? first)
      .shows
  return (serial < 0 ? (sections[1] ?? first) : serial === 0 ? (sections[2] ?? first) : first).shows
}

const sectionsOf = (pattern: string): ReadonlyArray<Section> => {
  const ready = known.get(pattern)
  if (ready !== undefined) return ready
  const parts: Array<Array<Token>> = [[]]
  for (const token of tokenize(pattern)) {
    if (token.type === "BREAK") parts.push([])
    else parts.at(-1)?.push(token)
  }
  const sections = parts.map((tokens) => ({ takes: conditionOf(tokens), shows: shownBy(tokens) }))
  if (known.size < mostKnown) known.set(pattern, sections)
  return sections
}

const comparisons: Readonly<Record<string, (serial: number, limit: number) => boolean>> = {
  "<": (serial, limit) => serial < limit,
  "<=": (serial, limit) => serial <= limit,
  ">": (serial, limit) => serial > limit,
  ">=": (serial, limit) => serial >= limit,
  "=": (serial, limit) => serial === limit,
  "<>": (serial, limit) => serial !== limit
}

const conditionOf = (tokens: ReadonlyArray<Token>): Section["takes"] => {
  const condition = tokens.find(({ type }) => type === "CONDITION")?.value ?? ""
  const [, sign = "", limit] = /^(<=|>=|<>|<|>|=)(.+)$/u.exec(condition) ?? []
  const compare = comparisons[sign]
  return compare === undefined ? undefined : (serial) => compare(serial, Number(limit))
}

const shownBy = (tokens: ReadonlyArray<Token>): Shown => {
  if (tokens.some(({ type }) => type === "ERROR")) return "none"
  const parts = new Set(datesIn(tokens))
  if (parts.size === 0) return "none"
  return parts.has("year") && parts.has("month") && parts.has("day") && isPlain(tokens) ? "day" : "part"
}

/** Returns the parts of a date that a section writes. `m` beside hours or seconds is minutes. */
const datesIn = (tokens: ReadonlyArray<Token>): ReadonlyArray<"year" | "month" | "day" | "weekday"> => {
  const codes = tokens.filter(({ type }) => type === "DATETIME" || type === "DURATION")
  return codes.flatMap(({ type, value }, at) => {
    const code = value.toLowerCase()
    if (type === "DURATION") return []
    if (/^[yeb]/u.test(code)) return ["year"]
    if (code === "d" || code === "dd") return ["day"]
    if (/^[da]/u.test(code)) return ["weekday"]
    if (code.startsWith("m") && (code.length > 2 || (!isTime(codes[at - 1], "h") && !isTime(codes[at + 1], "s"))))
      return ["month"]
    return []
  })
}

const isTime = (token: Token | undefined, letter: "h" | "s"): boolean =>
  token?.value.toLowerCase().startsWith(letter) === true

const silent = new Set(["LOCALE", "COLOR", "CONDITION", "CALENDAR", "DBNUM", "NATNUM", "MODIFIER", "SKIP", "FILL"])

const isPlain = (tokens: ReadonlyArray<Token>): boolean =>
  isPlainDate(
    tokens
      .filter(({ type }) => !silent.has(type))
      .map(({ type, value }) => (type === "DATETIME" || type === "DURATION" || type === "AMPM" ? datePart : value))
      .join("")
  )

/** Stands for a part of a date or of a time. */
export const datePart = "\u0000"

/**
 * Whether what a format writes beside the parts of a date leaves it that day: *den 3 april 2024* does; *ca 3 april
 * 2024*, *~2024-04-03* and *2024-04-03 –* do not.
 */
export const isPlainDate = (written: string): boolean => {
  const beside = written
    .replace(/\u0000[.,:]0+/gu, datePart)
    .trim()
    .toLowerCase()
    .split(datePart)
    .map((text) => text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (wordsOfDateFormats.has(word) ? "" : "?")))
  const ends = [beside[0] ?? "", beside.at(-1) ?? ""]
  return (
    beside.every((text) => /^[\s.,:;/\\()'’`´|–—-]*$/u.test(text)) && ends.every((text) => /^[\s.,:()]*$/u.test(text))
  )
}

/** Returns the day that a number of days from 1900 is; null before 1900-01-01, and for 1900-02-29. */
export const dayOfSerial = (serial: number): Day | null => {
  if (!(serial >= 1)) return null
  // The last moments before midnight show as the next day, in Excel as here.
  if (!Number.isInteger(serial))
    return Day.parse(format("yyyy-mm-dd", serial, { leap1900: true, throws: false })) ?? null
  const [year, month, day] = dateFromSerial(serial, { leap1900: true })
  return Day.exists(year, month, day) ? Day.of(year, month, day) : null
}
