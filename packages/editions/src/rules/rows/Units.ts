/**
 * The units that a text names, in any spelling: `logopedmottagningen` and `logopedimott.` are one.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import type { SeenRow } from "../Rule.ts"
import { wordsIn } from "../Sentences.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** A unit, by a key that its spellings share, and the words written. */
export interface Unit {
  readonly key: string
  readonly words: string
}

const patternsOf = oncePer(({ units }: Vocabulary) => {
  const forms = units.kinds.flatMap((kind) => kind.forms)
  const spellings = units.spellings.map(({ as, written }) => ({
    as,
    anywhere: new RegExp(`${anyOf([written])}\\p{L}*`, "gu"),
    beginning: new RegExp(`^${anyOf([written])}`, "u")
  }))
  return {
    ending: new RegExp(`^(.+?)-?(${anyOf(forms)})$`, "u"),
    named: new RegExp(anyOf(units.kinds.map(({ name }) => name)), "u"),
    kinds: units.kinds.map(({ forms, name, numbered }) => ({
      name,
      form: new RegExp(`^${anyOf(forms)}$`, "u"),
      numbered: new RegExp(`^${anyOf(numbered)}$`, "u")
    })),
    general: new Set(units.general),
    nameEnding: new RegExp(`${anyOf(units.nameEndings)}$`, "u"),
    otherNames: new Map(units.otherNames),
    pair: new RegExp(`^${anyOf(units.pairs)}$`, "u"),
    topicStop: new RegExp(`^${anyOf(units.topicStops)}`, "u"),
    spellings
  }
})
type Patterns = ReturnType<typeof patternsOf>

/** The longest name of a unit. */
const longest = 60

/** `logopedi` and `logoped`, `urologi` and `urolog`, `vårds` and `vård`. */
const stem = (name: string, { nameEnding, otherNames }: Patterns): string => {
  const bare = name.length > 4 ? name.replace(nameEnding, "") : name
  return otherNames.get(bare) ?? bare
}

const keyed = (name: string, form: string, words: string, patterns: Patterns): ReadonlyArray<Unit> => {
  const known = stem(name, patterns)
  const kind = patterns.kinds.find((each) => each.form.test(form))?.name ?? form
  return patterns.general.has(known) ? [] : [{ key: `${kind} ${known}`, words }]
}

/** The most characters of a text that are read for units and topics, to bound the time. */
const farthest = 5000

/** Returns the units in a text, in order, each once. `Kirurgi- och urologimottagningen` is two, `mottagningarna` none. */
export const unitsIn = (text: string, vocabulary: Vocabulary): ReadonlyArray<Unit> => {
  const patterns = patternsOf(vocabulary)
  const words = wordsIn(text.slice(0, farthest))
  const units = words.flatMap((word, i) => {
    if (word.length > longest) return []
    const lower = word.normalize("NFC").toLowerCase()
    const next = words[i + 1] ?? ""
    const numbered = patterns.kinds.find((kind) => kind.numbered.test(lower))
    if (numbered !== undefined) {
      return /^\d{1,3}$/u.test(next) ? [{ key: `${numbered.name} ${Number(next)}`, words: `${word} ${next}` }] : []
    }
    const [, name = "", form = ""] = patterns.ending.exec(lower) ?? []
    if (form === "") return []
    const own = keyed(name, form, word, patterns)
    const first = words[i - 2]?.normalize("NFC").toLowerCase() ?? ""
    return patterns.pair.test(words[i - 1] ?? "") && first.endsWith("-") && first.length <= longest
      ? [...keyed(first.slice(0, -1), form, `${words[i - 2]} ${words[i - 1]} ${word}`, patterns), ...own]
      : own
  })
  return units.filter(({ key }, i) => units.findIndex((other) => other.key === key) === i)
}

/** Returns what a row is about: its area, with the spellings of one word as one; null if it has no area. */
export const subjectOf = ({ reading: { area } }: SeenRow, vocabulary: Vocabulary): string | null =>
  area === null
    ? null
    : patternsOf(vocabulary).spellings.reduce(
        (text, { anywhere, as }) => text.replace(anywhere, as),
        comparable(area.slice(0, farthest))
      )

/** Returns the longer words of a goal and its actions, without units: they distinguish the aims of an area. */
export const topicsOf = ({ reading }: SeenRow, vocabulary: Vocabulary): ReadonlySet<string> => {
  const { ending, named, spellings, topicStop } = patternsOf(vocabulary)
  return new Set(
    wordsIn(`${reading.goal ?? ""} ${reading.actions ?? ""}`.slice(0, farthest))
      .filter((word) => word.length >= 5 && word.length <= longest)
      .map((word) => word.toLowerCase())
      .filter((word) => !ending.test(word) && !named.test(word))
      .filter((word) => !topicStop.test(word))
      .map((word) => spellings.reduce((text, { as, beginning }) => text.replace(beginning, as), word).slice(0, 6))
  )
}
