/**
 * Rows that were reworded between two reviews, and targets that were lowered.
 */
import { isCeiling } from "@frist/domain/measures/MeasureComparison"
import type { Activity } from "@frist/domain/plan/Activity"
import * as Schema from "effect/Schema"
import { ShownActivity, shownActivity } from "../View.ts"

const { actions, area, goal, responsible } = ShownActivity.fields

const RowTexts = Schema.Struct({ area, goal, actions, responsible })
type RowTexts = typeof RowTexts.Type

/** An activity whose texts differ, with all of them before and after. */
export const RewordedSince = Schema.Struct({ ...ShownActivity.fields, before: RowTexts, after: RowTexts })
export type RewordedSince = typeof RewordedSince.Type

const TargetText = Schema.Struct({ value: Schema.Finite, words: Schema.String })

/**
 * A target that asks for less than before, of the same measure and unit: a lower value, or a higher one where the figure
 * must stay below it.
 */
export const LoweredTarget = Schema.Struct({
  ...ShownActivity.fields,
  measure: Schema.String,
  unit: Schema.NullOr(Schema.String),
  ceiling: Schema.Boolean,
  before: TargetText,
  after: TargetText
})
export type LoweredTarget = typeof LoweredTarget.Type

const textsOf = ({ actions, area, goal, responsible }: Activity): RowTexts => ({ area, goal, actions, responsible })

/** Returns the row if its texts differ from those before. A new row is not reworded. */
export const rewordedSince = (now: Activity, was: Activity | undefined): ReadonlyArray<RewordedSince> => {
  if (was === undefined) return []
  const [before, after] = [textsOf(was), textsOf(now)]
  const isSame = (["area", "goal", "actions", "responsible"] as const).every((text) => before[text] === after[text])
  return isSame ? [] : [{ ...shownActivity(now), before, after }]
}

/** Returns the targets that ask for less than before. A target without a number is not compared. */
export const loweredTargets = (now: Activity, was: Activity | undefined): ReadonlyArray<LoweredTarget> =>
  now.targets.flatMap((target): ReadonlyArray<LoweredTarget> => {
    const before = was?.targets.find(({ measure, unit }) => measure === target.measure && unit === target.unit)
    if (before === undefined || before.value === null || target.value === null) return []
    const ceiling = isCeiling(target)
    const isLowered = ceiling ? target.value > before.value : target.value < before.value
    if (!isLowered || ceiling !== isCeiling(before)) return []
    return [
      {
        ...shownActivity(now),
        measure: target.measure,
        unit: target.unit,
        ceiling,
        before: { value: before.value, words: before.words },
        after: { value: target.value, words: target.words }
      }
    ]
  })
