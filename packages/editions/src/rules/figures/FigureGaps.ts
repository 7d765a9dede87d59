/**
 * Rules about what figures leave open: the day of a figure, and the outcome of a target.
 */
import { targetMatcher } from "@frist/domain/measures/MeasureComparison"
import { periodsIn, saysNothing } from "../../reading/figures/Periods.ts"
import { mostTargets, ofFigures } from "./FigureRules.ts"

/** Whether words name a day or a period, whichever of their figures it is of. */
const isDated = (words: string): boolean => periodsIn(words).some(({ token }) => !saysNothing(token))

/** Reports the figures of a row that are of no day and no period: a later one cannot be compared with them. */
export const figureWithoutDay = ofFigures("FigureWithoutDay", ({ read }) => {
  const undated = read.filter(({ measurement }) => measurement.period === null && !isDated(measurement.words))
  const [first] = undated
  return first === undefined
    ? []
    : [
        {
          column: first.column,
          words: [...new Set(undated.map(({ measurement }) => measurement.words))].join(" … ")
        }
      ]
})

/** Reports the targets of a completed row of which no figure says whether they were reached. */
export const targetWithoutOutcome = ofFigures("TargetWithoutOutcome", ({ measurements, on, targets }) => {
  if (on.reading.status._tag !== "Completed") return []
  const first = targets.slice(0, mostTargets)
  const speaks = targetMatcher(first, measurements)
  const silent = first.filter((target) => !measurements.some((each) => speaks(target, each)))
  return silent.length === 0
    ? []
    : [{ column: "goal", words: [...new Set(silent.map(({ words }) => words))].join(" … ") }]
})
