/**
 * Ids that a person can type, made from a row's words: the area, and what distinguishes rows of the same area
 * (`1177-webbtidbokning-ogonmottagningen`).
 */
import { ActivityId } from "@frist/domain/Names"
import { slug } from "@frist/domain/Slug"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"

/** Returns the area as the beginning of an id: without words in brackets, if anything is left. */
const groupOf = (area: string | null): string =>
  slug((area ?? "").replace(/\([^()]*\)/gu, " "), 40) || slug(area ?? "", 40)

/** Gives out free ids, and remembers them. */
export class ActivityIds {
  readonly #taken: Set<string>
  /** The number to try next after each taken id. */
  readonly #next = new Map<string, number>()
  readonly #sizes = new Map<string, number>()
  readonly #counts = new Map<string, Map<string, number>>()

  /** The beginning of an id by area: many rows have one area. */
  readonly #groups = new Map<string | null, string>()
  readonly #words: Vocabulary["naming"]
  readonly #silent: ReadonlySet<string>

  constructor(taken: Iterable<string>, words: Vocabulary["naming"]) {
    this.#words = words
    this.#silent = new Set(words.silent)
    this.#taken = new Set(taken)
  }

  /** Announces a row. All rows are announced before the first id, so that ids distinguish rows of one area. */
  expect(area: string | null, name: string | null): void {
    const group = this.#groupOf(area)
    this.#sizes.set(group, (this.#sizes.get(group) ?? 0) + 1)
    const counts = this.#counts.get(group) ?? new Map<string, number>()
    this.#counts.set(group, counts)
    for (const word of this.#wordsIn(name ?? "")) counts.set(word, (counts.get(word) ?? 0) + 1)
  }

  /** Returns a free id for an announced row. */
  idFor(area: string | null, name: string | null): ActivityId {
    const group = this.#groupOf(area)
    const own = slug(name ?? "", 40)
    if (group === "") return this.#free(own === "" ? this.#words.activity : own)
    if (this.#sizes.get(group) === 1 && !this.#taken.has(group)) return this.#free(group)
    const counts = this.#counts.get(group)
    const distinct = this.#wordsIn(name ?? "")
      .filter((word) => counts?.get(word) === 1)
      .slice(0, 2)
      .join("-")
    return this.#free(`${group}-${distinct === "" ? own : distinct}`)
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

  #groupOf(area: string | null): string {
    const known = this.#groups.get(area)
    if (known !== undefined) return known
    const group = groupOf(area)
    this.#groups.set(area, group)
    return group
  }

  #wordsIn(text: string): ReadonlyArray<string> {
    const words = slug(text, 100_000).split("-")
    return [...new Set(words.filter((word) => word.length > 2 && !this.#silent.has(word)))]
  }

  #free(wanted: string): ActivityId {
    const base = wanted
      .replace(/-+$/u, "")
      .slice(0, 110)
      .replace(/[-.]+$/u, "")
    let id = base
    for (let n = this.#next.get(base) ?? 2; this.#taken.has(id); n++) {
      id = `${base}-${n}`
      this.#next.set(base, n + 1)
    }
    this.#taken.add(id)
    return ActivityId.make(id)
  }
}
