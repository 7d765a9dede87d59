/**
 * The rule about what a unit must have before something else, and is due after it.
 */
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { Rule, RuleRemark, SeenRow } from "../Rule.ts"
import { unitsIn } from "./Units.ts"
import { bySubject, rowPlace, type UnitClaim, stepOf, textOf, unitsOf, unlike } from "./UnitSteps.ts"

interface Dates {
  /** The part that the dates are of; null for the row's own. */
  readonly part: string | null
  readonly first: PlannedDate | null
  /** The new date, null for a part: a row's new date is not each part's. */
  readonly forecast: PlannedDate | null
}

type Dated = UnitClaim<Dates>

const dated = (on: SeenRow, vocabulary: Vocabulary): ReadonlyArray<Dated> => {
  const step = stepOf(textOf(on), vocabulary)
  const { deadline, newDeadline, parts } = on.reading
  const own = parts.filter((part) => part.deadline !== null)
  return own.length > 0
    ? own.flatMap((part) => {
        const said = stepOf(part.name, vocabulary) ?? step
        const what = { part: part.name, first: part.deadline, forecast: null }
        return said === null ? [] : unitsIn(part.name, vocabulary).map((unit) => ({ on, unit, step: said, what }))
      })
    : step === null
      ? []
      : unitsOf(on, vocabulary).map((unit) => {
          return { on, unit, step, what: { part: null, first: deadline, forecast: newDeadline } }
        })
}

/** The first and the last day that a date can mean. */
type Bounds = readonly [earliest: string | null, latest: string | null]

/** Returns the bounds of a date. A day that does not exist is of its month, whichever day was meant. */
const boundsOf = ({ earliest, latest, words }: PlannedDate): Bounds => {
  const [, month] = earliest === null && latest === null ? (/(?<!\d)(\d{4}-\d\d)-\d\d(?!\d)/u.exec(words) ?? []) : []
  return month === undefined ? [earliest, latest] : [`${month}-01`, `${month}-31`]
}

const after = (a: PlannedDate | null, b: PlannedDate | null): boolean => {
  const [earliest, latest] = [a === null ? null : boundsOf(a)[0], b === null ? null : boundsOf(b)[1]]
  return earliest !== null && latest !== null && earliest > latest
}

/** Returns a remark on dates that come after those of what needs them. */
const late = ({ on, unit, what }: Dated, other: Dated): RuleRemark | undefined => {
  const pairs = [
    ["deadline", what.first, other.what.first],
    ["newDeadline", what.forecast, other.what.forecast]
  ] as const
  const [column, due, needed] = pairs.find(([, due, needed]) => after(due, needed)) ?? []
  return column === undefined
    ? undefined
    : { on, column, words: `${unit.words} ${due?.words ?? ""} > ${needed?.words ?? ""} (${rowPlace(other.on)})` }
}

/** Returns one remark for each part and the row that needs it, of the first unit that is late. */
const remarksOn = (
  all: ReadonlyArray<Dated>,
  needing: (said: Dated) => ReadonlyArray<Dated>
): ReadonlyArray<RuleRemark> => {
  const known = new Map<SeenRow, Set<string>>()
  return all.flatMap((said) => {
    const own = known.get(said.on) ?? new Set()
    for (const other of needing(said)) {
      const remark = late(said, other)
      if (remark === undefined) continue
      const key = JSON.stringify([said.what.part, rowPlace(other.on)])
      if (own.has(key)) return []
      known.set(said.on, own.add(key))
      return [remark]
    }
    return []
  })
}

const wordsOf = oncePer(({ units }: Vocabulary) =>
  units.prerequisites.map(({ by, needed }) => ({
    needed: new RegExp(anyOf([needed]), "iu"),
    by: new RegExp(anyOf([by]), "iu")
  }))
)

const speaks = (pattern: RegExp, { on }: Dated): boolean => pattern.test(`${on.reading.area ?? ""}\n${textOf(on)}`)

/** The most rows of one unit that are compared, to bound the time. */
const mostCompared = 20

/** Reports what a unit is due to have only after what needs it, as the vocabulary says. */
const neededFirst = (all: ReadonlyArray<Dated>, vocabulary: Vocabulary): ReadonlyArray<RuleRemark> =>
  wordsOf(vocabulary).flatMap(({ by, needed }) => {
    const begun = all.filter(({ step }) => step === "activation")
    const needing = Map.groupBy(
      begun.filter((said) => speaks(by, said) && !speaks(needed, said)),
      ({ unit }) => unit.key
    )
    return needing.size === 0
      ? []
      : remarksOn(
          begun.filter((said) => needing.has(said.unit.key) && speaks(needed, said) && !speaks(by, said)),
          ({ unit }) => needing.get(unit.key)?.slice(0, mostCompared) ?? []
        )
  })

/** Reports a unit whose identification is due after the activation that needs it, or that is due to have anything else too late. */
export const prerequisiteLate: Rule = {
  code: "PrerequisiteLate",
  look: ({ rows, vocabulary }) => {
    const all = rows.flatMap((row) => dated(row, vocabulary))
    const identified = all.filter(({ step }) => step === "identification")
    return unlike([...remarksOn(identified, bySubject(all, "activation", vocabulary)), ...neededFirst(all, vocabulary)])
  }
}
