/**
 * Which rows of an edition have a match yet, and which activities none: what each step of matching adds to.
 */
import type { ActivityId } from "@frist/domain/Names"
import type { Candidate, KnownActivity, RowChoices, RowMatch, SoughtRow } from "./RowMatch.ts"

/** The most activities of its name that a doubtful row lists. */
export const mostNamed = 10

/** The matches so far. A row or an activity has one at most, and the first stays. */
export class Matching {
  readonly matches = new Map<SoughtRow, RowMatch>()
  /** The activities without a row. */
  readonly free: Map<ActivityId, KnownActivity>
  readonly rows: ReadonlyArray<SoughtRow>
  readonly known: ReadonlyArray<KnownActivity>
  readonly choices: RowChoices
  readonly #wereInDoubt: ReadonlySet<SoughtRow>

  constructor(
    rows: ReadonlyArray<SoughtRow>,
    known: ReadonlyArray<KnownActivity>,
    choices: RowChoices,
    wereInDoubt: ReadonlySet<SoughtRow>
  ) {
    this.rows = rows
    this.known = known
    this.choices = choices
    this.#wereInDoubt = wereInDoubt
    this.free = new Map(known.map((activity) => [activity.id, activity]))
  }

  /** Whether a row was in doubt before, and nobody has chosen since. */
  isInDoubt(row: SoughtRow): boolean {
    return this.#wereInDoubt.has(row) && !this.choices.has(row.address)
  }

  /** Whether a person has said that a row is new. */
  isNew(row: SoughtRow): boolean {
    return this.choices.get(row.address) === "new"
  }

  /** The rows without a match. */
  open(): ReadonlyArray<SoughtRow> {
    return this.rows.filter((row) => !this.matches.has(row))
  }

  /** The rows without a match that nobody has called new. */
  unchosen(): ReadonlyArray<SoughtRow> {
    return this.open().filter((row) => !this.isNew(row))
  }

  /** The activities without a row, as a list. */
  left(): ReadonlyArray<KnownActivity> {
    return [...this.free.values()]
  }

  /** The activity of an id, if it has no row yet and is of the row's kind. */
  fitting(row: SoughtRow, id: string): KnownActivity | undefined {
    const activity = this.free.get(id as ActivityId)
    return activity?.kind === row.kind ? activity : undefined
  }

  /** Matches a row to an activity; a row that was in doubt stays so, with the activity as its candidate. */
  settle(row: SoughtRow, activity: ActivityId, how: RowMatch["how"], score = 1): void {
    this.free.delete(activity)
    const own = this.isInDoubt(row) ? ({ activity: null, how: "doubtful" } as const) : { activity, how }
    this.matches.set(row, { row: row.address, score, ...own, candidates: [{ activity, score }] })
  }

  /** Leaves a row to a person: it may be any of these activities, which no other row gets. */
  doubt(row: SoughtRow, candidates: ReadonlyArray<KnownActivity>): void {
    const own = candidates.slice(0, mostNamed).map(({ id }) => ({ activity: id, score: 1 }))
    for (const { id } of candidates) this.free.delete(id)
    this.matches.set(row, { row: row.address, activity: null, score: 1, how: "doubtful", candidates: own })
  }

  /** Ends with a row that no step has matched: new, unless there are candidates or another reason to ask. */
  leave(row: SoughtRow, candidates: ReadonlyArray<Candidate>): void {
    const chosen = this.choices.get(row.address)
    // A choice of an activity that is missing, or belongs to another row, settles nothing.
    const isDoubtful = candidates.length > 0 || this.isInDoubt(row) || (chosen !== undefined && chosen !== "new")
    const how = isDoubtful ? "doubtful" : "new"
    this.matches.set(row, { row: row.address, activity: null, score: candidates[0]?.score ?? 0, how, candidates })
  }
}
