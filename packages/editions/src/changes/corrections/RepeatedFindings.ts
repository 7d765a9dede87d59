/**
 * The findings that a recorded edition repeated by their positions, compared with those that it would raise now.
 */
import { type Fact } from "@frist/domain/Event"
import { lens } from "@frist/domain/plan/Lens"
import type { ActivityId, Position } from "@frist/domain/Names"
import type { Proposal } from "@frist/domain/decisions/Proposal"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { RecordedEdition, Wanted } from "./RecordedEdition.ts"
import { comparing } from "../../Irregularity.ts"

/** The findings that an edition repeated. */
interface Repeats {
  /** Whether a finding that is wanted is among them. */
  readonly has: (wanted: Wanted) => boolean
  /** Returns proposals by which the edition no longer repeats those that compare a row and are not wanted. */
  readonly without: (wanted: ReadonlyArray<Wanted>, reason: string) => ReadonlyArray<Proposal>
}

const identity = (activity: ActivityId | null, fact: Fact): string =>
  fact._tag === "FindingRaised"
    ? JSON.stringify([activity, fact.code, fact.column, fact.words])
    : JSON.stringify([activity, fact._tag])

/** Returns what an edition repeated, by the events `own` that it recorded. `includes` is whether a fact is compared. */
export const repeatedBy = (
  { heldOn, source }: RecordedEdition,
  log: ReadonlyArray<RecordedEvent>,
  own: ReadonlySet<RecordedEvent>,
  includes: (fact: Fact, activity: ActivityId | null) => boolean
): Repeats => {
  const entries = lens(log, { asOf: heldOn })
  const raised = new Map<Position, { readonly fact: Fact; readonly activity: ActivityId | null }>()
  for (const { fact, record } of entries) {
    if (fact._tag === "FindingRaised" && comparing.has(fact.code))
      raised.set(record.position, { fact, activity: record.activity })
  }
  const repeats = entries.flatMap(({ fact, record }) =>
    fact._tag === "FindingsRepeated" && own.has(record) ? [{ fact, position: record.position }] : []
  )
  const keyOf = (position: Position): string | undefined => {
    const found = raised.get(position)
    return found === undefined || !includes(found.fact, found.activity)
      ? undefined
      : identity(found.activity, found.fact)
  }
  const repeated = new Set(repeats.flatMap(({ fact }) => fact.positions.flatMap((each) => keyOf(each) ?? [])))
  return {
    has: ({ event, fact }) => repeated.has(identity(event.activity, fact)),
    without: (wanted, reason) => {
      const said = new Set(wanted.map(({ event, fact }) => identity(event.activity, fact)))
      return repeats.flatMap(({ fact, position }): ReadonlyArray<Proposal> => {
        const positions = fact.positions.filter((each) => {
          const key = keyOf(each)
          return key === undefined || said.has(key)
        })
        if (positions.length === fact.positions.length) return []
        return [
          {
            command: {
              _tag: "Correct",
              position,
              replacement: positions.length === 0 ? null : { ...fact, positions },
              reason
            },
            provenance: "inferred",
            source: { ...source, table: null, row: null, column: null },
            effectiveOn: heldOn
          }
        ]
      })
    }
  }
}
