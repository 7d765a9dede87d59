/**
 * Finds the date expressions inside a text, each whole: `före 2025-06-30`, `januari–mars 2025`. A word next to a date that
 * is not understood leaves the expression unread; no part of it is read instead.
 */
import type { MeaningOrOddity } from "./DateMeaning.ts"
import { links } from "./Convention.ts"
import { conventions, someYear, yearless } from "./Conventions.ts"
import { changing } from "./DatePhrases.ts"
import { placed } from "./Lexicon.ts"
import { once } from "./Once.ts"
import { tidyWithPlaces } from "./TidyText.ts"
import { longest, meaningOf } from "./WholeWords.ts"

interface Place {
  readonly at: number
  readonly words: string
}

interface Expression extends Place {
  readonly outcome: MeaningOrOddity
  /** The dates without the words before them that change their meaning. */
  readonly dates: ReadonlyArray<Place>
}

interface Patterns {
  readonly piece: RegExp
  readonly before: RegExp
}

interface Piece {
  readonly from: number
  readonly to: number
  readonly dated: boolean
}

/** A text in the alphabet of the grammar, and the words of the original between two places of it. */
interface Searched {
  readonly text: string
  readonly place: (from: number, to: number) => Place
}

/** The beginning of a known word or a number. */
const beginning = /(?<![\p{L}\d<])[\d<]/gu
/** Built on first use: most cells are a date and nothing else, and need none of these. */
const built = once((): Patterns => {
  const dated = conventions
    .filter(([, , where]) => where === undefined)
    .map(([words]) => words.replace(/\((?!\?)/gu, "(?:"))
    .join("|")
  return {
    piece: new RegExp(`(?:(?<dated>${dated})|${yearless})(?![-.:]?\\d|\\p{L})`, "uy"),
    before: new RegExp(`(?<![\\p{L}\\d>])(?:(?:${changing}) ?${links}){1,4}$`, "u")
  }
})

const glue = / ?(?:--|[-–—/,&+]|(?:<to>|<and>|<or>)(?= ))? ?/uy
const rangeGlue = /--|[-–—/]|<to>/u
const afterwards = /,? ?<(?:later|earlier|afterwards)>/uy
/** Words before a date that make it another one: `två veckor efter`, `sista veckan i`. */
const shifting =
  /(?:<(?:length|week|month|quarter|half|third|year)> <(?:before|after|from|not-before)> |<(?:week|quarter|half|third|T|H)>\.? ?\d{1,2} <of> |<[1-49](?:st|nd|rd|th)> <(?:length|week|month|half|quarter|third)> <of> |<9th> )(?:<(?:of|year)> )*$/u
/** Characters that join a date to something before it: `dnr-`, `3/`. */
const joinedBefore = /(?:(?<!\d)\d+(?:[/–—.:]|-+)|(?<![\p{L}>])[\p{L}>]+-+)$/u
/** A number before a year alone, which may be a day that is not understood: `9, 2025`. */
const dayBefore = /(?<![\p{L}\d.,:%])\d{1,2}\.?,? $/u
const loneYear = /^\d{4}$/u
/** What joins a date to something after it: `/12`. */
const joinedAfter = /[/–—]\d[\d/–—-]*/uy
/** A period right before or after a date, which is then a part of what is meant: `kesäkuun loppuun mennessä 2025`. */
const period =
  "<(?:m\\d+|year|half|H|quarter|third|week|month|length|[1-49](?:st|nd|rd|th)|spring|summer|autumn|late-autumn|winter|early|middle|late|earlier|later|afterwards|feast)>"
const periodBefore = new RegExp(`${period},? $`, "u")
const periodAfter = new RegExp(`,? ?${period}`, "uy")
/** The most characters before a date at which words that change it may begin. */
const lookBack = 80

const matchAt = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index
  return pattern.exec(text)
}

const pieceOf = (found: RegExpExecArray): Piece => ({
  from: found.index,
  to: found.index + found[0].length,
  dated: found.groups?.["dated"] !== undefined
})

/** Returns the next piece, where it belongs together with this one. */
const pieceAfter = (text: string, last: Piece, between: boolean): Piece | undefined => {
  const joint = matchAt(glue, text, last.to)?.[0] ?? ""
  const found = matchAt(built().piece, text, last.to + joint.length)
  if (found === null) return undefined
  const next = pieceOf(found)
  return !last.dated || !next.dated || between || rangeGlue.test(joint) ? next : undefined
}

/** Returns the pieces from this one on that belong together. */
const adjacentPieces = (text: string, start: Piece, between: boolean): ReadonlyArray<Piece> => {
  const pieces = [start]
  let next = pieceAfter(text, start, between)
  while (next !== undefined) {
    pieces.push(next)
    next = pieceAfter(text, next, between)
  }
  return pieces
}

/** Returns the expression of a run of pieces and the words around it; `undefined` if it has no year. */
const expression = (
  { place, text }: Searched,
  pieces: ReadonlyArray<Piece>,
  opening: number
): Expression | undefined => {
  const dated = pieces.filter((piece) => piece.dated)
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (first === undefined || last === undefined || dated.length === 0) return undefined
  const core = place(first.from, last.to)
  const understood = pieces.length > 1 && typeof meaningOf(core.words) === "object"
  const dates = understood ? [core] : dated.map((piece) => place(piece.from, piece.to))
  const shifted = shifting.exec(text.slice(Math.max(0, first.from - lookBack), first.from))?.[0].length ?? 0
  const ahead = text.slice(Math.max(0, opening - lookBack), opening)
  const joined =
    joinedBefore.exec(ahead) ?? periodBefore.exec(ahead) ?? (loneYear.test(core.words) ? dayBefore.exec(ahead) : null)
  const lengthBefore = joined?.[0].length ?? 0
  const ending = matchAt(afterwards, text, last.to)?.[0].length ?? 0
  const lengthAfter =
    ending > 0 ? 0 : ((matchAt(joinedAfter, text, last.to) ?? matchAt(periodAfter, text, last.to))?.[0].length ?? 0)
  const isPartOfMore = shifted > 0 || lengthBefore > 0 || lengthAfter > 0
  const whole = place(Math.min(opening - lengthBefore, first.from - shifted), last.to + Math.max(lengthAfter, ending))
  const outcome = isPartOfMore ? "DateIsProse" : meaningOf(whole.words)
  return { ...whole, dates, outcome: outcome ?? (pieces.length > 1 ? "SeveralDates" : "DateIsProse") }
}

/** The most expressions of a text. */
const most = 60

/** Returns the first date expressions in a text, with their places. Searches at most the first 1,000 characters. */
export const expressionsIn = (original: string, atMost = most): ReadonlyArray<Expression> => {
  if (!/\d\d/u.test(original)) return []
  const tidied = tidyWithPlaces(original.slice(0, longest))
  const { begin, end, text } = placed(tidied.text)
  if (!someYear.test(text)) return []
  const place = (from: number, to: number): Place => {
    const at = tidied.begin(begin(from))
    return { at, words: original.slice(at, tidied.end(end(to))) }
  }
  const found: Array<Expression> = []
  let done = 0
  let begins = matchAt(beginning, text, 0)
  while (begins !== null && found.length < atMost) {
    let from = begins.index + begins[0].length
    const start = matchAt(built().piece, text, begins.index)
    if (start !== null) {
      const opening = built().before.exec(text.slice(Math.max(done, start.index - lookBack), start.index))?.[0] ?? ""
      const pieces = adjacentPieces(text, pieceOf(start), opening.includes("<between>"))
      const each = expression({ text, place }, pieces, start.index - opening.length)
      if (each !== undefined) found.push(each)
      done = pieces.at(-1)?.to ?? text.length
      from = done
    }
    begins = matchAt(beginning, text, from)
  }
  return found.filter(({ at, words }) => original.length <= longest || at + words.length < longest)
}
