/**
 * Finds the date expressions inside a text, each whole: `före 2025-06-30`, `januari–mars 2025`. A word next to a date that
 * is not understood leaves the expression unread; no part of it is read instead.
 */
import type { MeaningOrOddity } from "./DateMeaning.ts"
import { conventions, yearless } from "./Conventions.ts"
import { once } from "./Once.ts"
import { changing, phrase } from "./DatePhrases.ts"
import { tidy, tidyKeepingPlaces } from "./TidyText.ts"

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

/** The longest text that is searched. */
export const longest = 1000

/** The beginning of a word or a number. */
const beginning = /(?<![\p{L}\d])[\p{L}\d]/gu
/** Built on first use: most cells are a date and nothing else, and need none of these. */
const built = once((): Patterns => {
  const dated = conventions
    .filter(([, , where]) => where === undefined)
    .map(([words]) => words.replace(/\((?!\?)/gu, "(?:"))
    .join("|")
  return {
    piece: new RegExp(`(?:(?<dated>${dated})|${yearless})(?!-?\\d|\\p{L})`, "uy"),
    before: new RegExp(`(?<![\\p{L}\\d])(?:(?:${changing})(?: (?:den|[åa]r|i|under))? )+$`, "u")
  }
})

const glue = / ?(?:--|[-–—/,&+]|(?:till(?: och med)?|t\.? ?o\.? ?m\.?|to|until|och|and|eller|or)(?= ))? ?/uy
const rangeGlue = /--|[-–—/]|till|t\.?\s?o\.?\s?m|^ (?:to|until) /u
const afterwards = / (?:eller|och|or|and) (?:senare|fram[åa]t|d[äa]refter|tidigare|later|onwards?|earlier)(?!\p{L})/uy
/** Words before a date that make it another one: `två veckor efter`, `sista veckan i`. */
const shifting =
  /(?<!\p{L})(?:(?:dag(?:ar|en)?|veck(?:a|or|an)|m[åa]nad(?:er|en)?|kvartal(?:et)?|halv[åa]r(?:et)?|[åa]r(?:et)?|days?|weeks?|months?|years?) (?:f[öo]re|efter|innan|fr[åa]n|before|after|from) |(?:f[öo]rsta|andra|tredje|sista|senare|first|second|last) (?:veck\p{L}*|halv\p{L}*|del\p{L}*|h[äa]lften|dag\p{L}*|m[åa]nad\p{L}*|week|half|part|days?) (?:i|av|p[åa]|of|in) |(?:sista|siste) )(?:den |[åa]r )?$/u
/** Characters that join a date to something before it: `dnr-`, `3/`. */
const joinedBefore = /(?:\d+(?:[/–—]|-+)|\p{L}+-+)$/u
/** What joins a date to something after it: `/12`. */
const joinedAfter = /[/–—]\d[\d/–—-]*/uy
/** The most characters before a date at which words that change it may begin. */
const lookBack = 60

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
  text: string,
  original: string,
  pieces: ReadonlyArray<Piece>,
  opening: number
): Expression | undefined => {
  const dated = pieces.filter((piece) => piece.dated)
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (first === undefined || last === undefined || dated.length === 0) return undefined
  const place = (from: number, to: number): Place => ({ at: from, words: original.slice(from, to) })
  const core = place(first.from, last.to)
  const understood = pieces.length > 1 && typeof phrase(tidy(core.words)) === "object"
  const dates = understood ? [core] : dated.map((piece) => place(piece.from, piece.to))
  const shifted = shifting.exec(text.slice(Math.max(0, first.from - lookBack), first.from))?.[0].length ?? 0
  const lengthBefore = joinedBefore.exec(text.slice(Math.max(0, opening - lookBack), opening))?.[0].length ?? 0
  const lengthAfter = matchAt(joinedAfter, text, last.to)?.[0].length ?? 0
  const ending = matchAt(afterwards, text, last.to)?.[0].length ?? 0
  const isPartOfMore = shifted > 0 || lengthBefore > 0 || lengthAfter > 0
  const whole = place(Math.min(opening - lengthBefore, first.from - shifted), last.to + Math.max(lengthAfter, ending))
  const outcome = isPartOfMore ? "DateIsProse" : phrase(tidy(whole.words))
  return { ...whole, dates, outcome: outcome ?? (pieces.length > 1 ? "SeveralDates" : "DateIsProse") }
}

/** Returns the date expressions in a text, with their places. Searches at most the first 1,000 characters. */
export const expressionsIn = (original: string): ReadonlyArray<Expression> => {
  const text = tidyKeepingPlaces(original.slice(0, longest))
  const found: Array<Expression> = []
  let done = 0
  let begins = matchAt(beginning, text, 0)
  while (begins !== null) {
    let from = begins.index + begins[0].length
    const start = matchAt(built().piece, text, begins.index)
    if (start !== null) {
      const opening = built().before.exec(text.slice(Math.max(done, start.index - lookBack), start.index))?.[0] ?? ""
      const pieces = adjacentPieces(text, pieceOf(start), /(?:mellan|between) $/u.test(opening))
      const each = expression(text, original, pieces, start.index - opening.length)
      if (each !== undefined) found.push(each)
      done = pieces.at(-1)?.to ?? text.length
      from = done
    }
    begins = matchAt(beginning, text, from)
  }
  return found.filter(({ at, words }) => original.length <= longest || at + words.length < longest)
}
