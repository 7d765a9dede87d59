/**
 * Measures every pattern that ships on the texts that cost it most, and prints as JSON those that are not linear. Run in
 * a process of its own: it watches the constructor of patterns before the packages are loaded.
 */
import { madePatterns } from "./MadePatterns.ts"
import { patternsIn, type ShippedPattern, sources } from "./ShippedPatterns.ts"
import { textOf, worstTexts } from "./WorstTexts.ts"
import type { Repetition } from "./MatchedTexts.ts"
import { exercise } from "./Exercise.ts"

/** The length at which texts are compared, and that of the worst of them. */
const [short, long] = [400, 100_000]
/** The processor time that a linear pattern stays far below, in milliseconds. A quadratic one needs minutes. */
const most = { short: 100, long: 1500 }

/** A pattern that is not linear. */
export interface Costly {
  readonly place: string
  readonly pattern: string
  readonly text: Repetition
  readonly characters: number
  readonly milliseconds: number
}

const millisecondsOf = (pattern: RegExp, text: string): number => {
  const before = process.cpuUsage()
  pattern.lastIndex = 0
  if (pattern.global) for (const _ of text.matchAll(pattern));
  else pattern.test(text)
  return process.cpuUsage(before).user / 1000
}

const costOf = ({ pattern, place }: ShippedPattern, draws: number): Costly | undefined => {
  const costs = worstTexts(pattern, draws).map((text) => ({ text, cost: 0 }))
  const costly = (text: Repetition, characters: number, milliseconds: number): Costly => ({
    place,
    pattern: String(pattern),
    text,
    characters,
    milliseconds
  })
  for (const each of costs) {
    each.cost = millisecondsOf(pattern, textOf(each.text, short))
    if (each.cost > most.short) return costly(each.text, short, each.cost)
  }
  // What costs most at one length may cost little at another: the ranks of the first half are looked at again.
  const ranked = costs.toSorted((a, b) => b.cost - a.cost).slice(0, 40)
  for (const each of ranked) each.cost = millisecondsOf(pattern, textOf(each.text, 8 * short))
  const worst = ranked.toSorted((a, b) => b.cost - a.cost).slice(0, 4)
  // Twice as long, again and again: a pattern that is not linear is found before it takes minutes.
  for (const { text } of worst) {
    for (let characters = 2 * short; characters < 2 * long; characters *= 2) {
      const cost = millisecondsOf(pattern, textOf(text, Math.min(characters, long)))
      if (cost > most.long) return costly(text, Math.min(characters, long), cost)
    }
  }
  return undefined
}

const draws = Number(process.argv[2] ?? 8)
const found = sources().map(patternsIn)
const missing = await exercise(new Set(found.flatMap(({ made }) => made)), madePatterns)
const all = [
  ...found.flatMap(({ literals }) => literals),
  ...[...madePatterns].flatMap(([place, made]) => [...made.values()].map((pattern) => ({ pattern, place })))
]
const each = new Map(all.map((one) => [String(one.pattern), one]))
const costly = [...each.values()].flatMap((one) => costOf(one, draws) ?? [])
process.stdout.write(JSON.stringify({ patterns: each.size, missing, costly }))
