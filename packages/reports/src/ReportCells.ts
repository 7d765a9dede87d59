/**
 * Cells of the report's tables: words as they were written, and beside them what they are.
 */
import { Day } from "@frist/domain/Day"
import type { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import type { Status } from "@frist/domain/Status"
import type { BoardRow } from "@frist/projections/Board"
import { latenessWords, slipWords, type Spoken } from "./words/Spoken.ts"
import type { ReportCell, Tone } from "./Report.ts"

export const blankCell: ReportCell = { text: "" }

export const textCell = (text: string | null): ReportCell => ({ text: text ?? "" })

export const tonedCell = (text: string, tone: Tone | null): ReportCell => (tone === null ? { text } : { text, tone })

/** A date in its words; its day where the words are that day. */
export const dateCell = (date: PlannedDate | null): ReportCell => {
  if (date === null) return blankCell
  const { earliest, latest, words } = date
  const last = latest ?? earliest
  const order = last === null ? {} : { order: Day.toNumber(last) }
  return earliest !== null && earliest === latest && words.trim() === earliest
    ? { text: words, day: earliest, ...order }
    : { text: words, ...order }
}

export const countCell = (n: number, { number }: Spoken): ReportCell => ({ text: number(n), number: n })

const ordered = ({ max, min }: Slip): Pick<ReportCell, "order"> => {
  const days = min ?? max
  return days === null ? {} : { order: days }
}

/** A slip in words; a number where it is one. */
export const slipCell = (slip: Slip, spoken: Spoken): ReportCell => ({
  text: slipWords(slip, spoken),
  ...(slip.min !== null && slip.min === slip.max ? { number: slip.min } : {}),
  ...ordered(slip)
})

/** How late something is, and how that is to be seen. */
export const latenessCell = (against: BoardRow["lateness"]["original"], spoken: Spoken): ReportCell => {
  const tone = against.passed === "certainly" ? "late" : against.passed === "possibly" ? "perhaps" : null
  return { ...tonedCell(latenessWords(against, spoken), tone), ...ordered(against.days) }
}

/** A status in its words: for what is closed, those that the document closed it with. */
export const statusCell = (status: Status, { text }: Spoken): ReportCell => {
  const word = text.status[status._tag]
  const cell = (words: string): ReportCell => ({ text: words, status: status._tag })
  switch (status._tag) {
    case "Completed": {
      const words = status.on?.words.trim() ?? ""
      return cell(words === "" ? word : /klar|done|färdig|avslut/iu.test(words) ? words : `${word} ${words}`)
    }
    case "Discontinued":
      return cell(status.reason.trim() === "" ? word : `${word}: ${status.reason}`)
    case "NotStated":
    case "InProgress":
    case "Delayed":
      return cell(word)
  }
}
