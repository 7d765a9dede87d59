/**
 * Rules about status: done while work goes on, in progress though late, a deadline written after the fact.
 */
import { optionsOf } from "../../reading/status/CheckBoxes.ts"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { certainlyPast, isDateRead, lastKnownDates } from "./DueDates.ts"
import { ofEachRow } from "../Rule.ts"
import { cellSentences } from "../Sentences.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

/** Reports a deadline that is now the day of completion, while the plan has another. */
export const deadlineFollowsCompletion = ofEachRow("DeadlineFollowsCompletion", ({ before, reading }) => {
  const { deadline, status } = reading
  const baseline = before?.baseline ?? null
  return status._tag === "Completed" &&
    deadline !== null &&
    deadline.edtf !== null &&
    PlannedDate.same(deadline, status.on) &&
    baseline !== null &&
    baseline.edtf !== null &&
    !PlannedDate.same(deadline, baseline)
    ? [{ column: "deadline", words: `${deadline.words} ≠ ${baseline.words}` }]
    : []
})

/** Reports a completion on a day after the review. */
export const completionAhead = ofEachRow("CompletionAhead", ({ reading: { status } }, { heldOn }) =>
  status._tag === "Completed" && status.on?.earliest != null && status.on.earliest > heldOn
    ? [{ column: "status", words: status.on.words }]
    : []
)

const patternsOf = oncePer(({ rows }: Vocabulary) => ({
  goesOn: new RegExp(`(?<!\\p{L})${anyOf(rows.workGoesOn)}(?!\\p{L})`, "iu"),
  not: new RegExp(`(?<!\\p{L})${anyOf(rows.workGoesOnNot)}(?!\\p{L})`, "iu")
}))

/** Reports a completed row in which a sentence says that work goes on or remains. */
export const workGoesOn = ofEachRow("WorkGoesOn", ({ reading, row }, { vocabulary }) => {
  if (reading.status._tag !== "Completed") return []
  const { goesOn, not } = patternsOf(vocabulary)
  return (["status", "followUp"] as const).flatMap((column) =>
    cellSentences(column === "status" ? saidIn(row.cells.status ?? "") : (row.cells[column] ?? ""))
      .filter((sentence) => goesOn.test(sentence) && !not.test(sentence))
      .map((words) => ({ column, words }))
  )
})

/** Returns what a status cell says: of a form with check boxes, the options that are ticked. */
const saidIn = (cell: string): string => {
  const options = optionsOf(cell)
  if (options === null || options === "unclear") return cell
  return options.flatMap(({ isTicked, words }) => (isTicked ? [words] : [])).join(" ")
}

/** Reports a row in progress whose last date has certainly passed; every part's, where there are several. */
export const inProgressThoughLate = ofEachRow("InProgressThoughLate", (seen, { heldOn }) => {
  if (seen.reading.status._tag !== "InProgress" || !isDateRead(seen.table)) return []
  const late = lastKnownDates(seen).map(({ date }) => ({ date, days: certainlyPast(date, heldOn) }))
  const least = late.reduce<(typeof late)[number] | undefined>(
    (least, each) => (least === undefined || (each.days ?? -1) < (least.days ?? -1) ? each : least),
    undefined
  )
  return least === undefined || least.days === null
    ? []
    : [
        {
          column: "status",
          words: `${seen.row.cells.status ?? ""}: ${least.date.words}`
        }
      ]
})
