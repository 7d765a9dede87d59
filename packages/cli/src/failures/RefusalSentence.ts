/**
 * The refusal of a plan as a sentence, which names activities as views do.
 */
import type { Refusal } from "@frist/domain/Refusal"
import { refused } from "./Failure.ts"
import { namesIn, type NameOf } from "../terminal/ActivityName.ts"
import type { CommandTexts } from "../texts/CommandPhrases.ts"

/** Returns the failure of a command that the plan refuses; the names are those of the plan, if it is at hand. */
export const refusedByPlan = (
  refusal: Refusal,
  { refusals }: CommandTexts,
  plan: Parameters<typeof namesIn>[0] = { activities: new Map() }
) => {
  const sentence = refusals[refusal._tag] as (refusal: Refusal, nameOf: NameOf) => string
  return refused(sentence(refusal, namesIn(plan)))
}
