/**
 * Rules of units: rows of one subject that cannot both be right about the same clinic.
 */
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { Remark, Rule, SeenEdition, SeenRow } from "./Rule.ts"
import { sentencesIn } from "./Sentences.ts"
import { subjectOf, topicsOf, type Unit, unitsIn } from "./Units.ts"

const identification = /identifier|kartlägg|(?<!\p{L})pek(?:a|ar|at|ade) ut(?!\p{L})|utpek/iu
const activation =
  /(?<!\p{L})(?:aktiver|implementer|införa|införs|införd|infört|öppn|öppen|driftsätt|uppstart|starta)/iu

type Step = "identification" | "activation"

/** What a row says of one unit. */
interface Said<A> {
  readonly on: SeenRow
  readonly unit: Unit
  readonly step: Step
  readonly what: A
}

const textOf = ({ reading }: SeenRow): string => `${reading.goal ?? ""}\n${reading.actions ?? ""}`

const stepOf = (text: string): Step | null =>
  identification.test(text)
    ? activation.test(text)
      ? null
      : "identification"
    : activation.test(text)
      ? "activation"
      : null

/** The units that a row is about: those of its goal, or where it names none those of its actions. */
const unitsOf = ({ reading }: SeenRow): ReadonlyArray<Unit> => {
  const units = unitsIn(reading.goal ?? "")
  return units.length > 0 ? units : unitsIn(reading.actions ?? "")
}

const placeOf = ({ row, table }: SeenRow): string => `${table.name} ${row.number}`

/** Rows of one subject and unit are compared with this many others at most: more is no plan, and time is bounded. */
const mostCompared = 20

/** What is said of the same subject, unit and step, by what it was said of; rows without an area have no subject. */
const bySubject = <A>(all: ReadonlyArray<Said<A>>, step: Step) => {
  const found = new Map<string, Array<Said<A>>>()
  const subject = once(subjectOf)
  const topics = once(topicsOf)
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

/** What is worked out of a row, worked out once. */
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

const dated = (on: SeenRow): ReadonlyArray<Said<Dates>> => {
  const step = stepOf(textOf(on))
  const { deadline, newDeadline, parts } = on.reading
  const own = parts.filter((part) => part.deadline !== null)
  return own.length > 0
    ? own.flatMap((part) => {
        const said = stepOf(part.name) ?? step
        return said === null
          ? []
          : unitsIn(part.name).map((unit) => ({ on, unit, step: said, what: { first: part.deadline, forecast: null } }))
      })
    : step === null
      ? []
      : unitsOf(on).map((unit) => ({ on, unit, step, what: { first: deadline, forecast: newDeadline } }))
}

const after = (a: PlannedDate | null, b: PlannedDate | null): boolean =>
  a?.earliest != null && b?.latest != null && a.earliest > b.latest

/** Patients are to be identified at a clinic only after the day on which it is to begin. */
export const prerequisiteLate: Rule = {
  code: "PrerequisiteLate",
  look: ({ rows }) => {
    const all = rows.flatMap(dated)
    const needing = bySubject(all, "activation")
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

const notBegun =
  /(?:planeras|planerades|tänker|beräknas|väntas|ska)(?: att)? (?:starta|börja|komma i ?gång|införas|aktiveras)|(?<!\p{L})(?:ej|inte|aldrig)(?: \p{L}{1,20}){0,2} (?:kommit i ?gång|igångsatt|starta|börjat|påbörja|gjort|gjord|genomför|identifiera|infört|införd|aktivera|pekat ut)/iu
const negated = /(?<!\p{L})(?:ej|inte|aldrig|inga|ingen|inget|utom|planera[sdt]|återstår|kvarstår)(?!\p{L})/iu
const begun =
  /(?<!\p{L})(?:är i ?gång|kommit i ?gång|är (?:gjord|genomförd|klar|färdig|implementera[dt]|införd|infört|aktivera[dt])|har (?:\p{L}{1,20} ){0,2}(?:gjorts|genomförts|skett|identifierat|identifierats|pekat ut|införts|aktiverats|startat|börjat))(?!\p{L})/iu

interface Claim {
  readonly done: boolean
  readonly words: string
}

const claims = (on: SeenRow): ReadonlyArray<Said<Claim>> => {
  const { reading, row } = on
  const own = reading.status._tag === "Completed" ? (stepOf(textOf(on)) ?? "activation") : null
  const whole =
    own === null
      ? []
      : unitsOf(on).map((unit) => ({ on, unit, step: own, what: { done: true, words: row.cells.status ?? "" } }))
  const told = sentencesIn(reading.note ?? "").flatMap((words) => {
    const done = notBegun.test(words) ? false : begun.test(words) && !negated.test(words) ? true : null
    const step: Step = identification.test(words) ? "identification" : "activation"
    return done === null ? [] : unitsIn(words).map((unit) => ({ on, unit, step, what: { done, words } }))
  })
  return [...whole, ...told]
}

/** One row says that a clinic has not begun, while another of the same subject has it done. */
export const unitContradicted: Rule = {
  code: "UnitContradicted",
  look: ({ rows }: SeenEdition) => {
    const all = rows.flatMap(claims)
    const done = all.filter(({ what }) => what.done)
    const doneBy = { identification: bySubject(done, "identification"), activation: bySubject(done, "activation") }
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

/** The same remark on the same row once: one sentence may name two units of one row. */
const unlike = (remarks: ReadonlyArray<Remark>): ReadonlyArray<Remark> => {
  const seen = new Map<SeenRow, Set<string>>()
  return remarks.filter(({ column, on, words }) => {
    const known = seen.get(on) ?? new Set()
    const key = JSON.stringify([column, words])
    const isNew = !known.has(key)
    seen.set(on, known.add(key))
    return isNew
  })
}
