/**
 * What a follow-up says about a move: quotations, never reasons. New sentences come first; a follow-up that has not changed
 * is quoted where it speaks of a hindrance, and said to be unchanged.
 */
import type { MovedSince } from "@frist/projections/Changes"
import type { Activity } from "@frist/domain/plan/Activity"
import type { History } from "@frist/projections/History"
import { newSentences } from "@frist/projections/texts/Quotation"
import { excerpt } from "./Spoken.ts"

/** A quotation: its sentences, and whether they were new in the document of the move. */
interface Quote {
  readonly words: string
  readonly isNew: boolean
}

/** The most characters of a quotation. */
const most = 240

/** Words by which a sentence speaks of a hindrance. They only choose what is quoted. */
const hindrance =
  /på grund av|p\.?\s?g\.?\s?a\b|beror på|till följd av|eftersom|tar .{0,40}\btid\b|behövs|krävs|saknas|dock\b|prioriter|går före|förläng|flyttat? fram|skjut|försen|framflytt|avvakt|inväntar|ej kommit i ?gång|ännu (?:inte|ej)|begräns|ändrats|fasas ut|dröj|väntar|långsam|\bbrist|svår|hinner|flyttats|omställning|because|due to|owing to|depends on|is needed|are needed|requires?\b|lacks?\b|however|postpone|delay|awaits?\b|waiting for|not yet|limited|slow|shortage|difficult/iu

/** Returns what the follow-up says about a move; null where nothing in it is new or speaks of a hindrance. */
export const quoteOf = (moved: MovedSince, history: History): Quote | null => {
  if (moved.quoted.length > 0) return { words: shortened(moved.quoted), isNew: true }
  const words = hindered(sentencesOf(followUpOf(moved.activity, history)))
  return words === null ? null : { words: excerpt(words, most), isNew: false }
}

/** Returns the follow-up of an activity, or of its whole; null if it has none. */
export const followUpOf = (id: string, { plan }: History): string | null => {
  const activities: ReadonlyMap<string, Activity> = plan.activities
  const own = activities.get(id)
  const whole = own?.parent == null ? own : activities.get(own.parent)
  return own?.followUp ?? whole?.followUp ?? null
}

/** Returns all sentences where they are short; otherwise those that speak of a hindrance, or the first. */
const shortened = (sentences: ReadonlyArray<string>): string => {
  const all = sentences.reduce(joined)
  return all.length <= most ? all : excerpt(hindered(sentences) ?? all, most)
}

/** Returns the first two sentences that speak of a hindrance; three dots stand for what is between them. */
const hindered = (sentences: ReadonlyArray<string>): string | null => {
  const [first, second] = sentences.flatMap((sentence, at) => (hindrance.test(sentence) ? [at] : []))
  if (first === undefined) return null
  const [a = "", b = ""] = [sentences[first], second === undefined ? "" : sentences[second]]
  return second === undefined ? a : second === first + 1 ? joined(a, b) : `${a} … ${b}`
}

/** Joins two sentences; a line without a full stop is told apart from the next. */
const joined = (a: string, b: string): string => (/[.!?:…]["”’)]?$/u.test(a) ? `${a} ${b}` : `${a} … ${b}`)

/** Returns the sentences of a follow-up, on one line each. */
export const sentencesOf = (text: string | null): ReadonlyArray<string> =>
  newSentences({ text: text ?? "", before: [] }).map((sentence) => sentence.replace(/\s+/gu, " "))

/** Returns the first sentence of a follow-up that names the unit at the start of a part's words; null if none does. */
export const unitSentence = (part: string | null, followUp: string | null): string | null => {
  const unit = /\p{L}{5,}/u.exec(part ?? "")?.[0].toLowerCase()
  if (unit === undefined) return null
  // Follow-ups shorten units: `ögonmott.` for `Ögonmottagningen`.
  const start = unit.slice(0, Math.max(5, Math.ceil(unit.length / 2)))
  return sentencesOf(followUp).find((sentence) => sentence.toLowerCase().includes(start)) ?? null
}
