/**
 * Rules about units: rows of one subject that contradict each other about a unit, and units that a row has a date for and
 * its follow-up does not mention.
 */
import { isClosed } from "@frist/domain/Status"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { closedParts, partKey } from "../ClosedParts.ts"
import type { Rule, RuleRemark, SeenEdition, SeenRow } from "../Rule.ts"
import { cellSentences } from "../Sentences.ts"
import { unitsIn } from "./Units.ts"
import {
  bySubject,
  rowPlace,
  type UnitClaim,
  type Step,
  stepOf,
  textOf,
  unitPatterns,
  unitsOf,
  unlike
} from "./UnitSteps.ts"

interface Claim {
  readonly done: boolean
  readonly words: string
}

const claims = (on: SeenRow, vocabulary: Vocabulary): ReadonlyArray<UnitClaim<Claim>> => {
  const { begun, begunNot, identification, notBegun } = unitPatterns(vocabulary)
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
          const words = `${said.what.words} ≠ ${other.what.words} (${rowPlace(other.on)})`
          return [{ on: said.on, column: "followUp" as const, words }]
        })
    )
  }
}

/** A row whose cell has dates for several units, and the units of each date and of the follow-up. */
interface UnitsDue {
  readonly on: SeenRow
  readonly due: ReadonlyArray<{ readonly name: string; readonly units: ReadonlySet<string> }>
  readonly noted: ReadonlySet<string>
}

/** Returns the open rows that have dates for several units, and a follow-up that names units. */
const unitsDue = ({ plan, rows, vocabulary }: SeenEdition): ReadonlyArray<UnitsDue> => {
  const done = closedParts(plan)
  const keys = (text: string) => new Set(unitsIn(text, vocabulary).map(({ key }) => key))
  return rows.flatMap((on) => {
    const { note, parts, status } = on.reading
    if (parts.length < 2 || note === null || isClosed(status)) return []
    const due = parts
      .filter((part) => !isClosed(part.status) && !done.has(partKey(on.activity, part.name)))
      .map(({ name }) => ({ name, units: keys(name) }))
      .filter(({ units }) => units.size > 0)
    const noted = keys(note)
    return due.length < 2 || noted.size === 0 ? [] : [{ on, due, noted }]
  })
}

/** Reports units that a row has dates for, while its follow-up names others and not these. */
export const unitNotReported: Rule = {
  code: "UnitNotReported",
  look: (edition) =>
    unitsDue(edition).flatMap(({ due, noted, on }): ReadonlyArray<RuleRemark> => {
      const silent = due.filter(({ units }) => [...units].every((unit) => !noted.has(unit)))
      return silent.length === 0 ? [] : [{ on, column: "followUp", words: silent.map(({ name }) => name).join(", ") }]
    })
}

/** Reports units that a follow-up says are done, while its row has dates for others and not for these. */
export const unitNotDue: Rule = {
  code: "UnitNotDue",
  look: (edition) =>
    unitsDue(edition).flatMap(({ on }): ReadonlyArray<RuleRemark> => {
      const { vocabulary } = edition
      const named = [...on.reading.parts.map(({ name }) => name), on.reading.goal ?? "", on.reading.actions ?? ""]
      const due = new Set(named.flatMap((text) => unitsIn(text, vocabulary)).map(({ key }) => key))
      const others = claims(on, vocabulary).filter(({ unit, what }) => what.done && !due.has(unit.key))
      return others.length === 0
        ? []
        : [{ on, column: "followUp", words: others.map(({ unit }) => unit.words).join(", ") }]
    })
}
