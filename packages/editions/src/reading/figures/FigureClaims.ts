/**
 * Percentages that a text states next to their own figures: `från 11292 till 15711 … +39,1 %`, `57 av 82, 70 %`.
 */
import type { Figure } from "./FigureReading.ts"
import { pairIn } from "./Figures.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** A stated percentage, and the one that its figures give. */
interface Claim {
  readonly stated: Figure
  readonly given: number
}

/** Returns the claims of a line. A percentage claims nothing if it, or its figures, are hedged. */
export const claimsIn = (line: ReadonlyArray<Figure>, vocabulary: Vocabulary): ReadonlyArray<Claim> =>
  line.flatMap((stated, at): ReadonlyArray<Claim> => {
    if (stated.unit !== "%" || stated.qualifier !== null || stated.wished) return []
    const before = line.slice(0, at)
    const given = stated.change === null ? shareOf(before) : changeOf(before, stated, vocabulary)
    return given === null ? [] : [{ stated, given }]
  })

/** Whether the stated percentage is that of its figures, to its last digit, rounded either way. */
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
  // The change of another measure is not that of these figures.
  if (measure !== null && measure !== pair[0].measure && !general(vocabulary).test(measure)) return null
  const [from, to] = inOrder(pair)
  return from.value === 0 ? null : ((to.value - from.value) / Math.abs(from.value)) * 100
}

/** Orders two figures by their periods; without periods, as written. */
const inOrder = ([a, b]: readonly [Figure, Figure]): readonly [Figure, Figure] =>
  a.period?.earliest != null && b.period?.earliest != null && a.period.earliest > b.period.earliest ? [b, a] : [a, b]
