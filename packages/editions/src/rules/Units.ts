/**
 * The clinics and wards a text speaks of, however they are spelled: `logopedmottagningen` and `logopedimott.` are one.
 */
import { comparable } from "@frist/domain/ActivityLookup"
import type { SeenRow } from "./Rule.ts"
import { wordsIn } from "./Sentences.ts"

/** A unit by a key that its spellings share, in the words that were written. */
export interface Unit {
  readonly key: string
  readonly words: string
}

const ending = /^(.+?)-?(mottagning(?:en|ens|s)?|mott|avdelning(?:en|ens|s)?|avd)$/u
/** Kinds of care, not units: `vårdavdelningen` may be any. */
const kinds = new Set(["vård", "slutenvård", "öppenvård", "sv", "öv", "respektive", "dag", "ny", "åter"])
const otherNames: ReadonlyMap<string, string> = new Map([
  ["gynekolog", "gyn"],
  ["kardiolog", "hjärt"],
  ["dermatolog", "hud"],
  ["internmedicin", "medicin"]
])
/** A name of a unit is never longer. */
const longest = 60

/** `logopedi` and `logoped`, `urologi` and `urolog`, `vårds` and `vård`. */
const stem = (name: string): string => {
  const bare = name.length > 4 ? name.replace(/[is]$/u, "") : name
  return otherNames.get(bare) ?? bare
}

const keyed = (name: string, kind: string, words: string): ReadonlyArray<Unit> => {
  const known = stem(name)
  return kinds.has(known) ? [] : [{ key: `${kind.startsWith("m") ? "mottagning" : "avdelning"} ${known}`, words }]
}

/** A text is read this far for units and topics: what is longer is no plan, and time is bounded. */
const farthest = 5000

/** The units in a text, in order, each once. `Kirurgi- och urologimottagningen` is two, `mottagningarna` none. */
export const unitsIn = (text: string): ReadonlyArray<Unit> => {
  const words = wordsIn(text.slice(0, farthest))
  const units = words.flatMap((word, i) => {
    if (word.length > longest) return []
    const lower = word.normalize("NFC").toLowerCase()
    const next = words[i + 1] ?? ""
    if (/^(?:avd|avdelning|avdelningen)$/u.test(lower)) {
      return /^\d{1,3}$/u.test(next) ? [{ key: `avdelning ${Number(next)}`, words: `${word} ${next}` }] : []
    }
    const [, name = "", kind = ""] = ending.exec(lower) ?? []
    if (kind === "") return []
    const own = keyed(name, kind, word)
    const first = words[i - 2]?.normalize("NFC").toLowerCase() ?? ""
    return /^(?:och|and|samt)$/u.test(words[i - 1] ?? "") && first.endsWith("-") && first.length <= longest
      ? [...keyed(first.slice(0, -1), kind, `${words[i - 2]} ${words[i - 1]} ${word}`), ...own]
      : own
  })
  return units.filter(({ key }, i) => units.findIndex((other) => other.key === key) === i)
}

/** What a row is about: its area, with the spellings of web booking as one. Null where it has none. */
export const subjectOf = ({ reading }: SeenRow): string | null =>
  reading.area === null
    ? null
    : comparable(reading.area.slice(0, farthest)).replace(/webb?(?:tid)?s?bok\p{L}*/gu, "webbtidbok")

/** The longer words of a goal and its actions, units and inflections aside: what tells one aim of an area from another. */
export const topicsOf = ({ reading }: SeenRow): ReadonlySet<string> =>
  new Set(
    wordsIn(`${reading.goal ?? ""} ${reading.actions ?? ""}`.slice(0, farthest))
      .filter((word) => word.length >= 5 && word.length <= longest)
      .map((word) => word.toLowerCase())
      .filter((word) => !ending.test(word) && !/mottagning|avdelning/u.test(word))
      .filter((word) => !/^(?:identifier|aktiver|implementer|införa|utbild|alla|samtlig|lämplig)/u.test(word))
      .map((word) => word.replace(/^webb?(?:tid)?s?bok/u, "webbtidbok").slice(0, 6))
  )
