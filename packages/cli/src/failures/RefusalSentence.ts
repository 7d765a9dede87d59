/**
 * The refusal of a plan as a sentence, which names activities, days and documents as views do.
 */
import { planAt } from "@frist/domain/plan/Plan"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { Refusal } from "@frist/domain/Refusal"
import { dayWords } from "@frist/reports/words/DateWords"
import { refused } from "./Failure.ts"
import { namesIn } from "../terminal/ActivityName.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import type { RefusedNames } from "../texts/sv/svRefusals.ts"

/** Returns the failure of a command that the plan refuses; `log` has what is known of the plan. */
export const refusedByPlan = (refusal: Refusal, phrase: CommandPhrases, log: ReadonlyArray<RecordedEvent>) => {
  const sentence = phrase.text.refusals[refusal._tag] as (refusal: Refusal, names: RefusedNames) => string
  const name = namesIn(planAt(log))
  return refused(
    sentence(refusal, {
      name,
      day: (day) => dayWords(day, phrase),
      place: (position) => {
        const event = log.find((each) => each.position === position)
        if (event === undefined) return ""
        const about = event.activity === null ? [] : [name(event.activity)]
        return ` (${[...about, dayWords(event.effectiveOn, phrase)].join(", ")})`
      },
      document: (sha256) => log.find(({ source }) => source?.sha256 === sha256)?.source?.document ?? sha256.slice(0, 12)
    })
  )
}
