/**
 * Rows and activities of one name, with or without a number of a list before it. Which row is which activity, only what
 * else both say can tell: their dates, the responsible, or their numbers. A row that is not told apart so is left to a
 * person.
 */
import { comparableId } from "./DocumentIds.ts"
import type { KnownActivity, SoughtRow } from "./RowMatch.ts"

/**
 * What a row says, or an activity has, beside its words. `first` is the first deadline, null in a table that shows no other;
 * `current` is the date that applies. `state` is its status and follow-up.
 */
export interface Traits {
  readonly first: string | null
  readonly current: string | null
  readonly responsible: string | null
  readonly state: string
}

/** Returns the traits of rows and activities. */
export interface TraitsOf {
  readonly ofRow: (row: SoughtRow) => Traits | undefined
  readonly ofActivity: (activity: KnownActivity) => Traits | undefined
}

const noTraits: Traits = { first: null, current: null, responsible: null, state: "" }

/** Rows and activities of one name: all of them, and those that are not matched yet. */
interface Twins {
  readonly rows: ReadonlyArray<SoughtRow>
  readonly activities: ReadonlyArray<KnownActivity>
  readonly open: ReadonlyArray<SoughtRow>
  readonly free: ReadonlyArray<KnownActivity>
}

/** What else speaks for a pair. `isNew` are rows that a person called new: they are only what they equal. */
interface TwinEvidence {
  readonly traits: TraitsOf
  /** Returns the number of a row in a table that has kept its numbers. */
  readonly numberOf: (row: SoughtRow) => string | null
  readonly haveOtherIds: (row: SoughtRow, activity: KnownActivity) => boolean
  readonly isNew: (row: SoughtRow) => boolean
}

type Twin = SoughtRow | KnownActivity
type TwinPair = readonly [SoughtRow, KnownActivity]

/** Traits with the words of the row or activity. */
interface Told extends Traits {
  readonly words: string
  readonly number: string | null
}

/** Returns a key that two may share; null where they say nothing. */
type KeyOf = (told: Told) => string | null

const byAll: KeyOf = (told) => JSON.stringify({ ...told, number: null })
const byDates: KeyOf = ({ current, first, responsible }) =>
  current === null ? null : JSON.stringify([first, current, responsible])

/** The keys by which rows and activities are paired, where each has only one: the surest first. */
const equal: ReadonlyArray<KeyOf> = [
  (told) => of(told, byDates(told)),
  (told) => of(told, told.responsible, told.current, told.first),
  byDates
]
const alike: ReadonlyArray<KeyOf> = [
  (told) => of(told, told.current, told.first),
  (told) => of(told, told.first, told.responsible),
  (told) => of(told, told.first),
  (told) => of(told, told.number)
]

const of = ({ words }: Told, ...said: readonly [string | null, ...Array<string | null>]): string | null =>
  said[0] === null ? null : JSON.stringify([words, ...said])

/** Returns the pairs that are told apart from all others of their name. */
export const twinPairs = (twins: Twins, evidence: TwinEvidence): ReadonlyArray<TwinPair> => {
  const pairing = new Pairing(twins, evidence)
  pairing.same()
  for (const keyOf of equal) pairing.onlyBy(keyOf)
  pairing.leaveOut(evidence.isNew)
  for (const keyOf of alike) pairing.onlyBy(keyOf)
  pairing.onlyByWords()
  return pairing.pairs
}

class Pairing {
  readonly pairs: Array<TwinPair> = []
  readonly #taken = new Set<Twin>()
  readonly #unmatched: ReadonlySet<Twin>
  readonly #told: (each: Twin) => Told
  readonly #twins: Twins
  readonly #evidence: TwinEvidence

  constructor(twins: Twins, evidence: TwinEvidence) {
    this.#twins = twins
    this.#evidence = evidence
    this.#unmatched = new Set([...twins.open, ...twins.free])
    const { ofActivity, ofRow } = evidence.traits
    const traitsOf = (each: Twin) => ("address" in each ? ofRow(each) : ofActivity(each)) ?? noTraits
    const showFirst = twins.open.every((row) => traitsOf(row).first !== null)
    const known = new Map(
      [...twins.rows, ...twins.activities].map((each): readonly [Twin, Told] => {
        const traits = traitsOf(each)
        const number = "address" in each ? evidence.numberOf(each) : comparableId(each.documentId) || null
        return [each, { ...traits, first: showFirst ? traits.first : null, words: each.keys.row, number }]
      })
    )
    this.#told = (each) => known.get(each) ?? { ...noTraits, words: "", number: null }
  }

  leaveOut(isLeftOut: (row: SoughtRow) => boolean): void {
    for (const row of this.#twins.open) if (isLeftOut(row)) this.#taken.add(row)
  }

  #left<Each extends Twin>(all: ReadonlyArray<Each>): ReadonlyArray<Each> {
    return all.filter((each) => !this.#taken.has(each))
  }

  #take(row: SoughtRow | undefined, activity: KnownActivity | undefined): void {
    if (row === undefined || activity === undefined || this.#evidence.haveOtherIds(row, activity)) return
    this.#taken.add(row).add(activity)
    this.pairs.push([row, activity])
  }

  #classes(keyOf: KeyOf, rows: ReadonlyArray<SoughtRow>, activities: ReadonlyArray<KnownActivity>) {
    const ofActivities = Map.groupBy(activities, (activity) => keyOf(this.#told(activity)))
    const ofRows = Map.groupBy(rows, (row) => keyOf(this.#told(row)))
    return [...ofRows].flatMap(([key, own]) => {
      const theirs = key === null ? undefined : ofActivities.get(key)
      return theirs === undefined ? [] : [{ rows: own, activities: theirs }]
    })
  }

  /** Pairs those that say the same in everything, in their order: which is which makes no difference. */
  same(): void {
    for (const { activities, rows } of this.#classes(byAll, this.#twins.open, this.#twins.free)) {
      if (rows.length >= activities.length) activities.forEach((activity, at) => this.#take(rows[at], activity))
    }
  }

  /** Pairs the only row and the only activity that share a key, among those that are left. */
  onlyBy(keyOf: KeyOf): void {
    const [open, free] = [this.#left(this.#twins.open), this.#left(this.#twins.free)]
    for (const { activities, rows } of this.#classes(keyOf, open, free)) {
      if (rows.length === 1 && activities.length === 1) this.#take(rows[0], activities[0])
    }
  }

  /**
   * Pairs those that alone have their words, or their words and their responsible, among all rows and activities of the
   * name. Where a list has been numbered again, a number tells nothing.
   */
  onlyByWords(): void {
    const words = (all: ReadonlyArray<Twin>) => new Set(all.map((each) => this.#told(each).words))
    const [ofRows, ofActivities] = [words(this.#twins.rows), words(this.#twins.activities)]
    if (ofActivities.size > 1 || ofRows.size > 1) {
      const isKept = [...ofActivities].every((each) => ofRows.has(each))
      const isPaired = this.pairs.every(([row, activity]) => this.#told(row).words === this.#told(activity).words)
      if (!isKept || !isPaired) return
    }
    for (const keyOf of [({ words }: Told) => words, (told: Told) => of(told, told.responsible)]) {
      for (const { activities, rows } of this.#classes(keyOf, this.#twins.rows, this.#twins.activities)) {
        const [row, ...otherRows] = rows
        const [activity, ...others] = activities
        const isOnly = otherRows.length + others.length === 0
        if (isOnly && this.#isLeft(row) && this.#isLeft(activity)) this.#take(row, activity)
      }
    }
  }

  #isLeft(each: Twin | undefined): boolean {
    return each !== undefined && this.#unmatched.has(each) && !this.#taken.has(each)
  }
}
