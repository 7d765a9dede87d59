/**
 * The parts that a name means, when a later edition writes several units as one part, or one part as several.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import type { ActivityId } from "@frist/domain/Names"
import type { Activity } from "@frist/domain/plan/Activity"
import { unitsIn } from "../../rules/rows/Units.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** The known parts that a name means, none for a new one, and the known part that the new one was in; null for none. */
export interface NamedPart {
  readonly activities: ReadonlyArray<ActivityId>
  readonly within: ActivityId | null
}

type KnownPart = Pick<Activity, "goal" | "id">

/**
 * Returns what each of a row's names means: the part of that name; else the only parts of its units, where nothing else
 * names them; else a new part. Each known part is meant once.
 */
export const partsMeant = (
  names: ReadonlyArray<string>,
  parts: ReadonlyArray<KnownPart>,
  vocabulary: Vocabulary
): ReadonlyArray<NamedPart> => {
  const left = [...parts]
  const same = names.map((name) => {
    const at = left.findIndex(({ goal }) => comparable(goal ?? "") === comparable(name))
    return at < 0 ? undefined : left.splice(at, 1)[0]
  })
  const unitsOf = (name: string | null) => unitKeys(name ?? "", vocabulary)
  const unnamed = left.map(({ goal, id }) => ({ id, units: unitsOf(goal) }))
  const ofUnit = onlyOne(
    unnamed.flatMap(({ id, units: [unit, ...others] }) =>
      unit === undefined || others.length > 0 ? [] : [[unit, id] as const]
    )
  )
  const sought = names.map((name, i) => (same[i] === undefined ? unitsOf(name) : []))
  const nameOf = onlyOne(sought.flatMap((units, i) => units.map((unit) => [unit, i] as const)))
  return sought.map((units, i): NamedPart => {
    const known = same[i]
    if (known !== undefined) return { activities: [known.id], within: null }
    const each = units.flatMap((unit) => (nameOf.get(unit) === i ? (ofUnit.get(unit) ?? []) : []))
    if (units.length > 0 && each.length === units.length) return { activities: each, within: null }
    const whole = unnamed.find((other) => isPartOf(units, other.units))
    return { activities: [], within: whole?.id ?? null }
  })
}

/** Returns the value of each key that has only one. */
const onlyOne = <A>(pairs: ReadonlyArray<readonly [string, A]>): ReadonlyMap<string, A> =>
  new Map(
    Array.from(Map.groupBy(pairs, ([key]) => key)).flatMap(([key, own]) => {
      const [only, ...others] = own.map(([, value]) => value)
      return only === undefined || others.length > 0 ? [] : [[key, only] as const]
    })
  )

/** Whether a name holds some of the units of another, and not all. */
const isPartOf = (units: ReadonlyArray<string>, others: ReadonlyArray<string>): boolean =>
  units.length > 0 && units.length < others.length && units.every((unit) => others.includes(unit))

const separators = oncePer(
  ({ units }: Vocabulary) => new RegExp(`(?<!\\s)(?:\\s*[,;/&+]\\s*|\\s+${anyOf(units.pairs)}\\s+)`, "iu")
)

/** Returns the units of a name: those of a known kind, or else its pieces between commas and words such as `och`. */
const unitKeys = (name: string, vocabulary: Vocabulary): ReadonlyArray<string> => {
  const known = unitsIn(name, vocabulary).map(({ key }) => key)
  const pieces = known.length > 0 ? known : name.split(separators(vocabulary)).map(comparable)
  return [...new Set(pieces.filter((piece) => piece !== ""))]
}
