/**
 * What tells rows and activities of the same words apart: their dates, the responsible, and their state.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import type { Plan } from "@frist/domain/plan/Plan"
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { Status } from "@frist/domain/Status"
import type { Traits, TraitsOf } from "../../matching/Twins.ts"
import type { AddressedRow } from "./EditionRows.ts"
import type { RegisteredActivity } from "../WholeLog.ts"

/** Returns a key that dates share that say the same; null where there is none. */
export const dateKey = (date: PlannedDate | null): string | null => {
  if (date === null) return null
  const { earliest, edtf, latest, words } = date
  if (edtf === null) return `words ${comparable(words)}`
  return edtf.startsWith("{") ? edtf : `${earliest ?? ""}/${latest ?? ""}${PlannedDate.isVague(date) ? "~" : ""}`
}

/** Returns the traits of the rows of an edition and of the activities of a plan; of those of later days, as registered. */
export const traitsOf = (
  rows: ReadonlyArray<AddressedRow>,
  { activities }: Plan,
  registrations: ReadonlyArray<RegisteredActivity>
): TraitsOf => {
  const rowOf = new Map(rows.map((row) => [row.sought, row]))
  const later = new Map(registrations.map((each) => [each.id, each]))
  return {
    ofRow: (sought) => {
      const row = rowOf.get(sought)
      return row && rowTraits(row)
    },
    ofActivity: ({ id }) => {
      const activity = activities.get(id)
      if (activity !== undefined) return activityTraits(activity)
      const registered = later.get(id)
      return registered && registeredTraits(registered)
    }
  }
}

const rowTraits = ({ reading, table }: AddressedRow): Traits => {
  const { deadline, moves, newDeadline, note, responsible, status } = reading
  return {
    // The only date of a table may be a later one than the first.
    first: table.headings.newDeadline === null ? null : dateKey(deadline),
    current: dateKey(newDeadline ?? moves.at(-1)?.date ?? deadline),
    responsible: wordsOf(responsible),
    state: stateOf(status, note)
  }
}

const activityTraits = ({ cell, deadline, original, responsible, status }: Activity): Traits => ({
  first: dateKey(original),
  current: dateKey(deadline ?? original),
  responsible: wordsOf(responsible),
  state: stateOf(status, cell)
})

const registeredTraits = ({ deadline, responsible }: RegisteredActivity): Traits => ({
  first: dateKey(deadline),
  current: dateKey(deadline),
  responsible: wordsOf(responsible),
  state: ""
})

const wordsOf = (text: string | null): string | null => (text === null ? null : comparable(text))

const stateOf = (status: Status, note: string | null): string =>
  JSON.stringify([status._tag, status._tag === "Completed" ? dateKey(status.on) : null, wordsOf(note)])
