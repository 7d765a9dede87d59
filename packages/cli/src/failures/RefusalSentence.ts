/**
 * The refusal of a plan as a sentence, which names activities as views do.
 */
import type { Refusal } from "@frist/domain/Refusal"
import { refused } from "./Failure.ts"
import type { NameOf } from "../terminal/ActivityName.ts"
import type { CommandTexts } from "../texts/CommandPhrases.ts"

/** Returns the failure of a command that the plan refuses; `nameOf` has the names of its activities. */
export const refusedByPlan = (refusal: Refusal, { refusals }: CommandTexts, nameOf: NameOf) => {
  const sentence = refusals[refusal._tag] as (refusal: Refusal, nameOf: NameOf) => string
  return refused(sentence(refusal, nameOf))
}
