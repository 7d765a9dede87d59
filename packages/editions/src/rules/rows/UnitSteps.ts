/**
 * What rows say of units, by subject, unit and step: rows of one subject are compared with each other.
 */
import type { RuleRemark, SeenRow } from "../Rule.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { subjectOf, topicsOf, type Unit, unitsIn } from "./Units.ts"

/** The words by which rows speak of units, as patterns. */
export const unitPatterns = oncePer(({ units }: Vocabulary) => ({
  identification: new RegExp(anyOf(units.identification), "iu"),
  activation: new RegExp(`(?<!\\p{L})${anyOf(units.activation)}`, "iu"),
  notBegun: new RegExp(anyOf(units.notBegun), "iu"),
  begun: new RegExp(`(?<!\\p{L})${anyOf(units.begun)}(?!\\p{L})`, "iu"),
  begunNot: new RegExp(`(?<!\\p{L})${anyOf(units.begunNot)}(?!\\p{L})`, "iu")
}))

/** A step of a unit. */
export type Step = "identification" | "activation"

/** A statement of a row about one unit. */
export interface UnitClaim<A> {
  readonly on: SeenRow
  readonly unit: Unit
  readonly step: Step
  readonly what: A
}

/** Returns the texts of a row that name what it does. */
export const textOf = ({ reading }: SeenRow): string => `${reading.goal ?? ""}\n${reading.actions ?? ""}`

/** Returns the one step that a text speaks of; null if it speaks of none or both. */
export const stepOf = (text: string, vocabulary: Vocabulary): Step | null => {
  const patterns = unitPatterns(vocabulary)
  const [identifies, activates] = [patterns.identification.test(text), patterns.activation.test(text)]
  return identifies === activates ? null : identifies ? "identification" : "activation"
}

/** Returns the units of a row's goal, or of its actions where the goal names none. */
export const unitsOf = ({ reading }: SeenRow, vocabulary: Vocabulary): ReadonlyArray<Unit> => {
  const units = unitsIn(reading.goal ?? "", vocabulary)
  return units.length > 0 ? units : unitsIn(reading.actions ?? "", vocabulary)
}

/** Returns the place of a row in its document. */
export const rowPlace = ({ row, table }: SeenRow): string => `${table.name} ${row.number}`

/** The most rows of one subject and unit that are compared, to bound the time. */
const mostCompared = 20

/** Indexes statements by subject, unit and step. Rows without an area have no subject. */
export const bySubject = <A>(all: ReadonlyArray<UnitClaim<A>>, step: Step, vocabulary: Vocabulary) => {
  const found = new Map<string, Array<UnitClaim<A>>>()
  const subject = once((row) => subjectOf(row, vocabulary))
  const topics = once((row) => topicsOf(row, vocabulary))
  const keyOf = ({ on, unit }: Pick<UnitClaim<A>, "on" | "unit">) => JSON.stringify([subject(on), unit.key])
  for (const said of all) {
    if (subject(said.on) === null || said.step !== step) continue
    const others = found.get(keyOf(said)) ?? []
    if (others.length === 0) found.set(keyOf(said), others)
    if (others.length < mostCompared && others.at(-1)?.on !== said.on) others.push(said)
  }
  return (said: Pick<UnitClaim<A>, "on" | "unit">): ReadonlyArray<UnitClaim<A>> =>
    (found.get(keyOf(said)) ?? []).filter(
      (other) => other.on !== said.on && [...topics(other.on)].some((topic) => topics(said.on).has(topic))
    )
}

/** Computes something once for each row. */
const once = <A>(of: (row: SeenRow) => A): ((row: SeenRow) => A) => {
  const known = new Map<SeenRow, { readonly is: A }>()
  return (row) => {
    const found = known.get(row) ?? { is: of(row) }
    known.set(row, found)
    return found.is
  }
}

/** Keeps one of equal remarks on a row: one sentence may name two units. */
export const unlike = (remarks: ReadonlyArray<RuleRemark>): ReadonlyArray<RuleRemark> => {
  const seen = new Map<SeenRow, Set<string>>()
  return remarks.filter(({ column, on, words }) => {
    const known = seen.get(on) ?? new Set()
    const key = JSON.stringify([column, words])
    const isNew = !known.has(key)
    seen.set(on, known.add(key))
    return isNew
  })
}
