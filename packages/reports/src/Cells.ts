/**
 * Cells of the report's tables: words as they were written, and beside them what they are.
 */
import { Day } from "@frist/domain/Day"
import type { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import type { Status } from "@frist/domain/Status"
import type { BoardRow } from "@frist/projections/Board"
import { latenessWords, slipWords, type Spoken } from "./words/Spoken.ts"
import type { Cell, Tone } from "./Report.ts"

export const blank: Cell = { text: "" }

export const said = (text: string | null): Cell => ({ text: text ?? "" })

export const toned = (text: string, tone: Tone | null): Cell => (tone === null ? { text } : { text, tone })

/** A date in its words; its day where the words are that day. */
export const dated = (date: PlannedDate | null): Cell => {
  if (date === null) return blank
  const { earliest, latest, words } = date
  const last = latest ?? earliest
  const order = last === null ? {} : { order: Day.toNumber(last) }
  return earliest !== null && earliest === latest && words.trim() === earliest
    ? { text: words, day: earliest, ...order }
    : { text: words, ...order }
}

export const counted = (n: number, { number }: Spoken): Cell => ({ text: number(n), number: n })

const ordered = ({ max, min }: Slip): Pick<Cell, "order"> => {
  const days = min ?? max
  return days === null ? {} : { order: days }
}

/** A slip in words; a number where it is one. */
export const slipped = (slip: Slip, spoken: Spoken): Cell => ({
  text: slipWords(slip, spoken),
  ...(slip.min !== null && slip.min === slip.max ? { number: slip.min } : {}),
  ...ordered(slip)
})

/** How late something is, and how that is to be seen. */
export const lateness = (against: BoardRow["lateness"]["original"], spoken: Spoken): Cell => {
  const tone = against.passed === "certainly" ? "late" : against.passed === "possibly" ? "perhaps" : null
  return { ...toned(latenessWords(against, spoken), tone), ...ordered(against.days) }
}

/** A status in its words: for what is closed, those that the document closed it with. */
export const stated = (status: Status, { text }: Spoken): Cell => {
  const word = text.status[status._tag]
  const cell = (words: string): Cell => ({ text: words, status: status._tag })
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
