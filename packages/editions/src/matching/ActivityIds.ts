/**
 * Ids that a person can type, made from a row's words: the area, and what distinguishes rows of the same area
 * (`1177-webbtidbokning-ogonmottagningen`).
 */
import { ActivityId } from "@frist/domain/Names"
import { slug, slugWords } from "@frist/domain/text/Slug"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import type { Worded } from "./Speller.ts"

/** Returns the area as the beginning of an id: without words in brackets, if anything is left. */
const startOf = (area: string | null): string =>
  slug((area ?? "").replace(/\([^()]*\)/gu, " "), 40) || slug(area ?? "", 40)

/** Returns what the id of a row begins with, whatever distinguishes it from others. */
export const idStart = ({ actions, area, goal }: Worded): string => startOf(area) || slug(goal ?? actions ?? "", 40)

/** A word, and how many rows of a group have it. */
interface Word {
  readonly text: string
  rows: number
}

/** The rows whose ids begin alike. */
interface Group {
  readonly start: string
  rows: number
  readonly words: Map<string, Word>
}

/** A row that is announced: the words of its name are counted. */
export interface ExpectedRow {
  readonly group: Group
  readonly name: string | null
  readonly words: ReadonlyArray<Word>
}

/** Gives out free ids, and remembers them. */
export class ActivityIds {
  readonly #taken: Set<string>
  /** The number to try next after each taken id. */
  readonly #next = new Map<string, number>()
  /** The groups by the beginning of their ids, and by area: many rows have one area. */
  readonly #groups = new Map<string, Group>()
  readonly #groupOfArea = new Map<string | null, Group>()
  readonly #words: Vocabulary["naming"]
  readonly #silent: ReadonlySet<string>

  constructor(taken: Iterable<string>, words: Vocabulary["naming"]) {
    this.#words = words
    this.#silent = new Set(words.silent)
    this.#taken = new Set(taken)
  }

  /** Announces a row. All rows are announced before the first id, so that ids distinguish rows of one area. */
  expect(area: string | null, name: string | null): ExpectedRow {
    const group = this.#groupOf(area)
    group.rows++
    if (group.start === "") return { group, name, words: [] }
    const words = this.#wordsIn(name ?? "").map((text) => {
      const word = group.words.get(text) ?? { text, rows: 0 }
      if (word.rows++ === 0) group.words.set(text, word)
      return word
    })
    return { group, name, words }
  }

  /** Returns a free id for an announced row. */
  idFor({ group, name, words }: ExpectedRow): ActivityId {
    const { rows, start } = group
    if (start === "") return this.#free(slug(name ?? "", 40) || this.#words.activity)
    if (rows === 1 && !this.#taken.has(start)) return this.#free(start)
    const [first, second] = words.filter((word) => word.rows === 1)
    const own = first === undefined ? slug(name ?? "", 40) : first.text
    return this.#free(`${start}-${own}${second === undefined ? "" : `-${second.text}`}`)
  }

  /** Returns a function that gives parts free ids: the activity's id, a dot, and the words that distinguish the name. */
  partsOf(whole: ActivityId, names: ReadonlyArray<string>): (name: string) => ActivityId {
    const known = new Set(names)
    const counts = new Map<string, number>()
    for (const word of [...known].flatMap((name) => this.#wordsIn(name))) counts.set(word, (counts.get(word) ?? 0) + 1)
    return (name) => {
      const own = known.has(name) ? 1 : 0
      const distinct = this.#wordsIn(name)
        .filter((word) => (counts.get(word) ?? 0) === own)
        .slice(0, 2)
        .join("-")
      return this.#free(`${whole}.${distinct === "" ? slug(name, 30) || this.#words.part : distinct}`)
    }
  }

  #groupOf(area: string | null): Group {
    const known = this.#groupOfArea.get(area)
    if (known !== undefined) return known
    const start = startOf(area)
    const group = this.#groups.get(start) ?? { start, rows: 0, words: new Map() }
    this.#groups.set(start, group)
    this.#groupOfArea.set(area, group)
    return group
  }

  #wordsIn(text: string): ReadonlyArray<string> {
    return [...new Set(slugWords(text, 100_000).filter((word) => word.length > 2 && !this.#silent.has(word)))]
  }

  #free(wanted: string): ActivityId {
    const base = wanted
      .replace(/(?<!-)-+$/u, "")
      .slice(0, 110)
      .replace(/(?<![-.])[-.]+$/u, "")
    let id = base
    for (let n = this.#next.get(base) ?? 2; this.#taken.has(id); n++) {
      id = `${base}-${n}`
      this.#next.set(base, n + 1)
    }
    this.#taken.add(id)
    return ActivityId.make(id)
  }
}
