/**
 * The status of a row that has a cell for the day of its completion.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import type { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import type { Status } from "@frist/domain/Status"
import type { FindingCode } from "../Irregularity.ts"
import { type DateEvidence, readDateCell } from "./DateCells.ts"
import type { StatedStatus } from "./RowStatus.ts"

/** What is known beside the words: whether the status cell is filled, and the day of the review. */
interface CompletionContext {
  readonly evidence: DateEvidence
  readonly heldOn: Day | undefined
  readonly hasStatus: boolean
}

/** A status, the oddities of its cell and of the date's cell, and the column that states it. */
interface CompletedStatus {
  readonly status: Status
  readonly codes: ReadonlyArray<FindingCode>
  readonly ofDate: ReadonlyArray<FindingCode>
  readonly from: "completedOn" | "status"
}

/** Whether a status says no more than its word. */
const isOneWord = (words: string): boolean => !comparable(words).includes(" ")

/**
 * Returns the status that a row states in its status cell and in `words`, its cell for the day of completion. The date
 * completes a row only where the status says so or is empty, and never a row on a day that had not come at the review.
 */
export const completion = (
  { codes, contradictions, status }: Pick<StatedStatus, "codes" | "contradictions" | "status">,
  words: string | null,
  { evidence, hasStatus, heldOn }: CompletionContext
): CompletedStatus => {
  const stated = { status, codes, ofDate: [], from: "status" } as const
  if (words === null) return stated
  const { codes: oddities, date } = readDateCell(words, evidence)
  if (date.edtf === null) return { ...stated, ofDate: oddities.length === 0 ? ["DateIsProse"] : oddities }
  if (heldOn === undefined || date.latest === null || date.latest > heldOn) {
    return { ...stated, ofDate: [...oddities, "CompletedOnAhead"] }
  }
  if (status._tag === "Completed") {
    if (status.on?.edtf == null) {
      const undated: ReadonlySet<string> = new Set(["CompletedWithoutDate", "CompletedWithoutStatus"])
      return {
        status: { _tag: "Completed", on: date },
        codes: isOneWord(status.on?.words ?? "") ? codes.filter((code) => !undated.has(code)) : codes,
        ofDate: oddities,
        from: hasStatus ? "status" : "completedOn"
      }
    }
    return PlannedDate.same(status.on, date) ? stated : { ...stated, ofDate: [...oddities, "CompletedOnAgainstStatus"] }
  }
  if (hasStatus || contradictions.length > 0) return { ...stated, ofDate: [...oddities, "CompletedOnAgainstStatus"] }
  return {
    status: { _tag: "Completed", on: date },
    codes,
    ofDate: [...oddities, "CompletedByDate"],
    from: "completedOn"
  }
}
