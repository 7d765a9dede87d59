/**
 * Cells of the report's tables: a text, and the value that it states.
 */
import { Day } from "@frist/domain/Day"
import type { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import type { Status } from "@frist/domain/Status"
import type { BoardRow } from "@frist/projections/Board"
import { latenessWords, slipWords, type Spoken } from "./words/Spoken.ts"
import type { ReportCell, Tone } from "./Report.ts"

/** A cell without text. */
export const blankCell: ReportCell = { text: "" }

/** Returns a cell of a text; of null, without text. */
export const textCell = (text: string | null): ReportCell => ({ text: text ?? "" })

/** Returns a cell with a tone, or without one. */
export const tonedCell = (text: string, tone: Tone | null): ReportCell => (tone === null ? { text } : { text, tone })

/** Returns a date in its own words, with its day where the words are exactly that day. */
export const dateCell = (date: PlannedDate | null): ReportCell => {
  if (date === null) return blankCell
  const { earliest, latest, words } = date
  const last = latest ?? earliest
  const order = last === null ? {} : { order: Day.toNumber(last) }
  return earliest !== null && earliest === latest && words.trim() === earliest
    ? { text: words, day: earliest, ...order }
    : { text: words, ...order }
}

/** Returns a cell of a whole number. */
export const countCell = (n: number, { number }: Spoken): ReportCell => ({ text: number(n), number: n })

const ordered = ({ max, min }: Slip): Pick<ReportCell, "order"> => {
  const days = min ?? max
  return days === null ? {} : { order: days }
}

/** Returns a slip in words, with its number of days where it is one number. */
export const slipCell = (slip: Slip, spoken: Spoken): ReportCell => ({
  text: slipWords(slip, spoken),
  ...(slip.min !== null && slip.min === slip.max ? { number: slip.min } : {}),
  ...ordered(slip)
})

/** Returns a lateness in words, with its tone. */
export const latenessCell = (against: BoardRow["lateness"]["original"], spoken: Spoken): ReportCell => {
  const tone = against.passed === "certainly" ? "late" : against.passed === "possibly" ? "perhaps" : null
  return { ...tonedCell(latenessWords(against, spoken), tone), ...ordered(against.days) }
}

/** Words of a document that in themselves mean that an activity is done. */
const saysDone = /klar|done|färdig|avslut/iu

/** Returns a status in words. A closed one has the words that the document closed it with. */
export const statusCell = (status: Status, { text }: Spoken): ReportCell => {
  const word = text.status[status._tag]
  const cell = (words: string): ReportCell => ({ text: words, status: status._tag })
  switch (status._tag) {
    case "Completed": {
      const words = status.on?.words.trim() ?? ""
      return cell(words === "" ? word : saysDone.test(words) ? words : `${word} ${words}`)
    }
    case "Discontinued":
      return cell(status.reason.trim() === "" ? word : `${word}: ${status.reason}`)
    case "NotStated":
    case "InProgress":
    case "Delayed":
      return cell(word)
  }
}
