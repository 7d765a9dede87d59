/**
 * Percentages that a text states beside the figures they come from: `från 11292 till 15711 … +39,1 %`, `57 av 82, 70 %`.
 */
import type { Figure } from "./FigureReading.ts"
import { pairIn } from "./Figures.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** A stated percentage, and what its own figures give. */
interface Claim {
  readonly stated: Figure
  readonly given: number
}

/** The claims of a line. A percentage that is hedged, or whose figures are, claims nothing exact. */
export const claimsIn = (line: ReadonlyArray<Figure>, vocabulary: Vocabulary): ReadonlyArray<Claim> =>
  line.flatMap((stated, at): ReadonlyArray<Claim> => {
    if (stated.unit !== "%" || stated.qualifier !== null || stated.wished) return []
    const before = line.slice(0, at)
    const given = stated.change === null ? shareOf(before) : changeOf(before, stated, vocabulary)
    return given === null ? [] : [{ stated, given }]
  })

/** Whether the stated percentage is what its figures give, to the last digit stated, rounded either way. */
export const holds = ({ given, stated }: Claim): boolean =>
  Math.abs(given - (stated.change === "decrease" ? -Math.abs(stated.value) : stated.value)) < 10 ** -stated.decimals

const shareOf = (before: ReadonlyArray<Figure>): number | null => {
  const part = before.at(-2)
  return part?.whole == null || part.whole === 0 || part.qualifier !== null || before.at(-1)?.value !== part.whole
    ? null
    : (part.value / part.whole) * 100
}

const general = oncePer(({ figures }: Vocabulary) => new RegExp(`^${anyOf(figures.generalMeasures)}`, "u"))

const changeOf = (before: ReadonlyArray<Figure>, { measure }: Figure, vocabulary: Vocabulary): number | null => {
  const pair = pairIn(before)
  if (pair === null || pair.some(({ qualifier, unit, wished }) => qualifier !== null || unit === "%" || wished))
    return null
  // Another thing's change is not these figures'.
  if (measure !== null && measure !== pair[0].measure && !general(vocabulary).test(measure)) return null
  const [from, to] = inOrder(pair)
  return from.value === 0 ? null : ((to.value - from.value) / Math.abs(from.value)) * 100
}

/** The earlier of two figures and the later; where no periods tell, in the order in which they stand. */
const inOrder = ([a, b]: readonly [Figure, Figure]): readonly [Figure, Figure] =>
  a.period?.earliest != null && b.period?.earliest != null && a.period.earliest > b.period.earliest ? [b, a] : [a, b]
