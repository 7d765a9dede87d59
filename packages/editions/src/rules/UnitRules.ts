/**
 * Rules about units: rows of one subject that contradict each other about a unit.
 */
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { Rule, RuleRemark, SeenEdition, SeenRow } from "./Rule.ts"
import { cellSentences } from "./Sentences.ts"
import { anyOf, oncePer } from "../vocabulary/Patterns.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { subjectOf, topicsOf, type Unit, unitsIn } from "./Units.ts"

const patternsOf = oncePer(({ units }: Vocabulary) => ({
  identification: new RegExp(anyOf(units.identification), "iu"),
  activation: new RegExp(`(?<!\\p{L})${anyOf(units.activation)}`, "iu"),
  notBegun: new RegExp(anyOf(units.notBegun), "iu"),
  begun: new RegExp(`(?<!\\p{L})${anyOf(units.begun)}(?!\\p{L})`, "iu"),
  begunNot: new RegExp(`(?<!\\p{L})${anyOf(units.begunNot)}(?!\\p{L})`, "iu")
}))

type Step = "identification" | "activation"

/** A statement of a row about one unit. */
interface Said<A> {
  readonly on: SeenRow
  readonly unit: Unit
  readonly step: Step
  readonly what: A
}

const textOf = ({ reading }: SeenRow): string => `${reading.goal ?? ""}\n${reading.actions ?? ""}`

const stepOf = (text: string, vocabulary: Vocabulary): Step | null => {
  const patterns = patternsOf(vocabulary)
  const [identifies, activates] = [patterns.identification.test(text), patterns.activation.test(text)]
  return identifies === activates ? null : identifies ? "identification" : "activation"
}

/** Returns the units of a row's goal, or of its actions where the goal names none. */
const unitsOf = ({ reading }: SeenRow, vocabulary: Vocabulary): ReadonlyArray<Unit> => {
  const units = unitsIn(reading.goal ?? "", vocabulary)
  return units.length > 0 ? units : unitsIn(reading.actions ?? "", vocabulary)
}

const placeOf = ({ row, table }: SeenRow): string => `${table.name} ${row.number}`

/** The most rows of one subject and unit that are compared, to bound the time. */
const mostCompared = 20

/** Indexes statements by subject, unit and step. Rows without an area have no subject. */
const bySubject = <A>(all: ReadonlyArray<Said<A>>, step: Step, vocabulary: Vocabulary) => {
  const found = new Map<string, Array<Said<A>>>()
  const subject = once((row) => subjectOf(row, vocabulary))
  const topics = once((row) => topicsOf(row, vocabulary))
  const keyOf = ({ on, unit }: Pick<Said<A>, "on" | "unit">) => JSON.stringify([subject(on), unit.key])
  for (const said of all) {
    if (subject(said.on) === null || said.step !== step) continue
    const others = found.get(keyOf(said)) ?? []
    if (others.length === 0) found.set(keyOf(said), others)
    if (others.length < mostCompared && others.at(-1)?.on !== said.on) others.push(said)
  }
  return (said: Pick<Said<A>, "on" | "unit">): ReadonlyArray<Said<A>> =>
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

interface Dates {
  readonly first: PlannedDate | null
  /** The new date, null for a part: a row's new date is not each part's. */
  readonly forecast: PlannedDate | null
}

const dated = (on: SeenRow, vocabulary: Vocabulary): ReadonlyArray<Said<Dates>> => {
  const step = stepOf(textOf(on), vocabulary)
  const { deadline, newDeadline, parts } = on.reading
  const own = parts.filter((part) => part.deadline !== null)
  return own.length > 0
    ? own.flatMap((part) => {
        const said = stepOf(part.name, vocabulary) ?? step
        return said === null
          ? []
          : unitsIn(part.name, vocabulary).map((unit) => ({
              on,
              unit,
              step: said,
              what: { first: part.deadline, forecast: null }
            }))
      })
    : step === null
      ? []
      : unitsOf(on, vocabulary).map((unit) => ({ on, unit, step, what: { first: deadline, forecast: newDeadline } }))
}

const after = (a: PlannedDate | null, b: PlannedDate | null): boolean =>
  a?.earliest != null && b?.latest != null && a.earliest > b.latest

/** Reports a unit whose identification is due after the activation that needs it. */
export const prerequisiteLate: Rule = {
  code: "PrerequisiteLate",
  look: ({ rows, vocabulary }) => {
    const all = rows.flatMap((row) => dated(row, vocabulary))
    const needing = bySubject(all, "activation", vocabulary)
    return unlike(
      all
        .filter(({ step }) => step === "identification")
        .flatMap((said) => {
          const { on, unit, what } = said
          for (const other of needing(said)) {
            const pairs = [
              ["deadline", what.first, other.what.first],
              ["newDeadline", what.forecast, other.what.forecast]
            ] as const
            for (const [column, due, needed] of pairs) {
              if (after(due, needed)) {
                const words = `${unit.words} ${due?.words ?? ""} > ${needed?.words ?? ""} (${placeOf(other.on)})`
                return [{ on, column, words }]
              }
            }
          }
          return []
        })
    )
  }
}

interface Claim {
  readonly done: boolean
  readonly words: string
}

const claims = (on: SeenRow, vocabulary: Vocabulary): ReadonlyArray<Said<Claim>> => {
  const { begun, begunNot, identification, notBegun } = patternsOf(vocabulary)
  const { reading, row } = on
  const own = reading.status._tag === "Completed" ? (stepOf(textOf(on), vocabulary) ?? "activation") : null
  const whole =
    own === null
      ? []
      : unitsOf(on, vocabulary).map((unit) => ({
          on,
          unit,
          step: own,
          what: { done: true, words: row.cells.status ?? "" }
        }))
  const noted = cellSentences(reading.note ?? "").flatMap((words) => {
    const done = notBegun.test(words) ? false : begun.test(words) && !begunNot.test(words) ? true : null
    const step: Step = identification.test(words) ? "identification" : "activation"
    return done === null ? [] : unitsIn(words, vocabulary).map((unit) => ({ on, unit, step, what: { done, words } }))
  })
  return [...whole, ...noted]
}

/** Reports a row that says a unit has not begun, while another row of the subject has it done. */
export const unitContradicted: Rule = {
  code: "UnitContradicted",
  look: ({ rows, vocabulary }: SeenEdition) => {
    const all = rows.flatMap((row) => claims(row, vocabulary))
    const done = all.filter(({ what }) => what.done)
    const doneBy = {
      identification: bySubject(done, "identification", vocabulary),
      activation: bySubject(done, "activation", vocabulary)
    }
    return unlike(
      all
        .filter(({ what }) => !what.done)
        .flatMap((said) => {
          const other = doneBy[said.step](said)[0]
          if (other === undefined) return []
          const words = `${said.what.words} ≠ ${other.what.words} (${placeOf(other.on)})`
          return [{ on: said.on, column: "followUp" as const, words }]
        })
    )
  }
}

/** Keeps one of equal remarks on a row: one sentence may name two units. */
const unlike = (remarks: ReadonlyArray<RuleRemark>): ReadonlyArray<RuleRemark> => {
  const seen = new Map<SeenRow, Set<string>>()
  return remarks.filter(({ column, on, words }) => {
    const known = seen.get(on) ?? new Set()
    const key = JSON.stringify([column, words])
    const isNew = !known.has(key)
    seen.set(on, known.add(key))
    return isNew
  })
}
