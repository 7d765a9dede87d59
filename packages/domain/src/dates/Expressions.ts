/**
 * Finds the date expressions inside a text, each whole: `före 2025-06-30`, `januari–mars 2025`. A word next to a date that
 * is not understood leaves the expression unread; no part of it is read instead.
 */
import type { Outcome } from "./Bounds.ts"
import { conventions, yearless } from "./Conventions.ts"
import { once } from "./Once.ts"
import { changing, phrase } from "./Phrases.ts"
import { tidy, tidyKeepingPlaces } from "./TidyText.ts"

interface Place {
  readonly at: number
  readonly words: string
}

interface Expression extends Place {
  readonly outcome: Outcome
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
/** What joins a date to something before it: `dnr-`, `3/`. */
const hook = /(?:\d+(?:[/–—]|-+)|\p{L}+-+)$/u
const behind = /[/–—]\d[\d/–—-]*/uy
/** How far before a date the words that change it may begin. */
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

/** Returns the pieces from this one on that belong together. */
const run = (text: string, start: Piece, between: boolean): ReadonlyArray<Piece> => {
  const pieces = [start]
  for (let last: Piece | undefined = start; last !== undefined;) {
    const joint: string = matchAt(glue, text, last.to)?.[0] ?? ""
    const found = matchAt(built().piece, text, last.to + joint.length)
    const next: Piece | undefined = found === null ? undefined : pieceOf(found)
    const joined: boolean = next !== undefined && (!last.dated || !next.dated || between || rangeGlue.test(joint))
    last = joined ? next : undefined
    if (last !== undefined) pieces.push(last)
  }
  return pieces
}

/** Returns the expression of a run of pieces and the words around it; `undefined` where it has no year. */
const expression = (
  text: string,
  shown: string,
  pieces: ReadonlyArray<Piece>,
  opening: number
): Expression | undefined => {
  const dated = pieces.filter((piece) => piece.dated)
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (first === undefined || last === undefined || dated.length === 0) return undefined
  const place = (from: number, to: number): Place => ({ at: from, words: shown.slice(from, to) })
  const core = place(first.from, last.to)
  const understood = pieces.length > 1 && typeof phrase(tidy(core.words)) === "object"
  const dates = understood ? [core] : dated.map((piece) => place(piece.from, piece.to))
  const shifted = shifting.exec(text.slice(Math.max(0, first.from - lookBack), first.from))?.[0].length ?? 0
  const torn = hook.exec(text.slice(Math.max(0, opening - lookBack), opening))?.[0].length ?? 0
  const rest = matchAt(behind, text, last.to)?.[0].length ?? 0
  const ending = matchAt(afterwards, text, last.to)?.[0].length ?? 0
  const spoiled = shifted > 0 || torn > 0 || rest > 0
  const whole = place(Math.min(opening - torn, first.from - shifted), last.to + Math.max(rest, ending))
  const outcome = spoiled ? "DateIsProse" : phrase(tidy(whole.words))
  return { ...whole, dates, outcome: outcome ?? (pieces.length > 1 ? "SeveralDates" : "DateIsProse") }
}

/** Returns the date expressions in a text, with their places. Searches at most the first 1,000 characters. */
export const expressionsIn = (shown: string): ReadonlyArray<Expression> => {
  const text = tidyKeepingPlaces(shown.slice(0, longest))
  const found: Array<Expression> = []
  for (let [from, done] = [0, 0]; ;) {
    const begins = matchAt(beginning, text, from)
    if (begins === null) break
    from = begins.index + begins[0].length
    const start = matchAt(built().piece, text, begins.index)
    if (start === null) continue
    const begun = Math.max(done, start.index - lookBack)
    const opening = built().before.exec(text.slice(begun, start.index))?.[0] ?? ""
    const pieces = run(text, pieceOf(start), /(?:mellan|between) $/u.test(opening))
    const each = expression(text, shown, pieces, start.index - opening.length)
    if (each !== undefined) found.push(each)
    from = done = pieces.at(-1)?.to ?? text.length
  }
  return found.filter(({ at, words }) => shown.length <= longest || at + words.length < longest)
}
