/**
 * The moves of one activity's deadline.
 */
import { Day } from "@frist/domain/Day"
import type { Entry } from "@frist/domain/plan/Lens"
import { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import { Provenance, Source } from "@frist/domain/RecordedEvent"
import * as Schema from "effect/Schema"
import { type DaySpan, nothingWaited, sharesOf, spanOf } from "./SlipShares.ts"
import { instantText } from "../InstantText.ts"
import { Alike, type IsUnlike, slipOf, unlikeIn } from "./UnlikeDates.ts"
import type { Waits } from "./Waits.ts"

/**
 * A move of the deadline, or an approved baseline, which is not a move. `from` is the previous date in this view; the
 * event itself has the date that its author saw. `recordedAt` is an instant in ISO 8601.
 */
export const Move = Schema.Struct({
  activity: Schema.String,
  type: Schema.Literals(["moved", "approved"]),
  from: Schema.NullOr(PlannedDate),
  to: PlannedDate,
  alike: Alike,
  slip: Slip,
  /** The activities that it waited for by the end of the day of the move, as declared, also later. */
  waitsFor: Schema.Array(Schema.String),
  /** The share of the slip up to the latest date, at that time, of what it waited for. */
  inherited: Slip,
  /** The rest of the slip. */
  own: Slip,
  provenance: Provenance,
  effectiveOn: Day,
  recordedAt: Schema.String,
  actor: Schema.String,
  /** The reason of a move, or the decision behind a baseline. */
  reason: Schema.NullOr(Schema.String),
  /**
   * The sentences of the follow-up, or the words of a status cell that state no status, that were new in the document of
   * the move: quotations, never its reason.
   */
  quoted: Schema.Array(Schema.String),
  position: Schema.Int,
  correctedBy: Schema.NullOr(Schema.Int),
  /** The decision that removed its content: then it still counts, and its dates may be unknown. Null for none. */
  removed: Schema.NullOr(Schema.String),
  source: Schema.NullOr(Source)
})
export type Move = typeof Move.Type

/** What moves are read with: what activities wait for, and the new sentences of a follow-up by its position. */
interface MoveReading {
  readonly waits: Waits
  readonly newIn: (position: number) => ReadonlyArray<string>
}

/** The moves of an activity, for each that is not a baseline the latest date of what it waited for, and what they measure. */
export interface Moves {
  readonly moves: ReadonlyArray<Move>
  readonly waited: ReadonlyArray<DaySpan>
  readonly isUnlike: IsUnlike
  /** Whether the deadline and the baseline measure the same thing. */
  readonly isBaselineAlike: boolean
}

/** The moves in the entries of one activity, which begin with its registration. */
export const movesIn = (entries: ReadonlyArray<Entry>, { newIn, waits }: MoveReading): Moves => {
  const first = entries[0]
  if (first?.fact._tag !== "ActivityRegistered")
    return { moves: [], waited: [], isUnlike: () => false, isBaselineAlike: true }
  let [deadline, baseline] = [first.fact.deadline, first.fact.deadline]
  const isUnlike = unlikeIn(entries)
  let [isBaselineUnlike, movedOn]: [boolean, Day | null] = [false, null]
  const moves: Array<Move> = []
  const waited: Array<DaySpan> = []
  const quotedIn = quotations(entries, newIn)
  for (const { corrected, fact, record, removed } of entries) {
    if (record.activity === null || (fact._tag !== "DeadlineMoved" && fact._tag !== "BaselineApproved")) continue
    const isMove = fact._tag === "DeadlineMoved"
    const from = isMove ? deadline : baseline
    if (PlannedDate.same(from, fact.to)) continue
    const day = record.effectiveOn
    const wasUnlike = isMove ? isUnlike(movedOn === day ? { endOf: day } : { before: day }) : isBaselineUnlike
    const isToUnlike = isUnlike({ endOf: day }) && (isMove || PlannedDate.same(deadline, fact.to))
    if (isMove) [deadline, movedOn] = [fact.to, day]
    else [baseline, isBaselineUnlike] = [fact.to, isToUnlike]
    const alike = from === null || wasUnlike === isToUnlike
    const slip = slipOf(from, fact.to, alike)
    const waitsFor = isMove && from !== null ? waits.waitsFor(record.activity, record.effectiveOn) : []
    const latest = waitsFor.length === 0 ? nothingWaited : waits.latest(waitsFor, record.effectiveOn)
    if (isMove) waited.push(latest)
    const { inherited, own } =
      waitsFor.length === 0
        ? { inherited: { min: 0, max: 0 }, own: slip }
        : alike
          ? sharesOf(spanOf(from), [{ to: spanOf(fact.to), waited: latest }])
          : { inherited: slip, own: slip }
    moves.push({
      activity: record.activity,
      type: isMove ? "moved" : "approved",
      from,
      to: fact.to,
      alike,
      slip,
      waitsFor,
      inherited,
      own,
      provenance: record.provenance,
      effectiveOn: record.effectiveOn,
      recordedAt: instantText(record.recordedAt),
      actor: record.actor,
      reason: isMove ? fact.reason : fact.decision,
      quoted: isMove ? quotedIn(record) : [],
      position: record.position,
      correctedBy: corrected?.position ?? null,
      removed,
      source: record.source
    })
  }
  return { moves, waited, isUnlike, isBaselineAlike: isBaselineUnlike === isUnlike() }
}

type Cited = Pick<Entry["record"], "effectiveOn" | "source">

const citation = ({ effectiveOn, source }: Cited): string => `${effectiveOn} ${source?.sha256 ?? ""}`

/** Returns a function from a move to the sentences that were new in the same document on the same day. */
const quotations = (
  entries: ReadonlyArray<Entry>,
  newIn: MoveReading["newIn"]
): ((move: Cited) => ReadonlyArray<string>) => {
  let said: Map<string, { readonly cells: Array<string>; readonly notes: Array<number> }> | undefined
  return (move) => {
    if (move.source === null) return []
    if (said === undefined) {
      said = new Map()
      const known = new Set<string>()
      for (const { fact, record, removed } of entries) {
        const cell = removed === null ? unreadStatus(fact) : null
        if ((cell === null && fact._tag !== "FollowUpNoted") || record.source === null) continue
        const group = said.get(citation(record)) ?? { cells: [], notes: [] }
        said.set(citation(record), group)
        if (cell === null) group.notes.push(record.position)
        else if (!known.has(cell)) group.cells.push(cell)
        if (cell !== null) known.add(cell)
      }
    }
    const { cells = [], notes = [] } = said.get(citation(move)) ?? {}
    return [...notes.flatMap(newIn), ...cells]
  }
}

/** Returns the words of a status cell that state no status; null of any other fact. */
const unreadStatus = (fact: Entry["fact"]): string | null =>
  fact._tag === "FindingRaised" && fact.code === "StatusUnreadable" && /\p{L}/u.test(fact.words)
    ? fact.words.replace(/\s+/gu, " ").trim()
    : null
