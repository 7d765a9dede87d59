/**
 * Cells of the report's tables: a text, and the value that it states.
 */
import { Day } from "@frist/domain/Day"
import type { PlannedDate, Slip } from "@frist/domain/PlannedDate"
import type { Status } from "@frist/domain/Status"
import type { BoardRow } from "@frist/projections/Board"
import type { UnstatedCell } from "@frist/projections/View"
import { excerpt, latenessWords, slipWords, type Spoken } from "./words/Spoken.ts"
import { spanWords } from "./words/SpanWords.ts"
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

const ordered = (slip: Slip): Pick<ReportCell, "order" | "slip"> => {
  const days = slip.min ?? slip.max
  return days === null ? {} : { order: days, slip: { min: slip.min, max: slip.max } }
}

/** Returns a slip in words, with its number of days where it is one number. */
export const slipCell = (slip: Slip, spoken: Spoken): ReportCell => ({
  text: slipWords(slip, spoken),
  ...(slip.min !== null && slip.min === slip.max ? { number: slip.min } : {}),
  ...ordered(slip)
})

/** Returns a slip in months or years and in days, sorted by days: `6 månader, 184 dagar`. */
export const spanCell = (slip: Slip, spoken: Spoken): ReportCell => {
  const [days, span] = [slipCell(slip, spoken), spanWords(slip, spoken)]
  const isLater = slip.min !== null && slip.min >= 0
  return span === null || !isLater || days.text === span ? days : { ...days, text: `${span}, ${days.text}` }
}

/** Returns a lateness in words, with its tone. */
export const latenessCell = (against: BoardRow["lateness"]["original"], spoken: Spoken): ReportCell => {
  const tone = against.passed === "certainly" ? "late" : against.passed === "possibly" ? "perhaps" : null
  return { ...tonedCell(latenessWords(against, spoken), tone), ...ordered(against.days) }
}

/** Words of a document that in themselves mean that an activity is done. */
const saysDone =
  /klar|done|färdig|avslut|slutför|genomför|utför|åtgärd|complet|finish|implement|ferdig|fullf|færdig|afslut|valmis/iu

/**
 * Returns a status in words. A closed one has the words that the document closed it with. `cell` holds the words of a
 * status cell that state no status.
 */
export const statusCell = (status: Status, spoken: Spoken, cell: UnstatedCell | null = null): ReportCell => {
  const { text } = spoken
  const word = text.status[status._tag]
  const inWords = (words: string): ReportCell => ({ text: words, status: status._tag })
  switch (status._tag) {
    case "Completed": {
      const words = status.on?.words.trim() ?? ""
      return inWords(words === "" ? word : saysDone.test(words) ? words : `${word} ${words}`)
    }
    case "Discontinued":
      return inWords(status.reason.trim() === "" ? word : `${word}: ${status.reason}`)
    case "NotStated":
      return inWords(cell === null ? word : unstatedWords(cell, spoken))
    case "InProgress":
    case "Delayed":
      return inWords(word)
  }
}

/** Returns the words of a status cell that state no status: their own where they are known, else named unreadable. */
export const unstatedWords = ({ code, words }: UnstatedCell, { text }: Pick<Spoken, "text">): string => {
  const shown = excerpt(words.replace(/\s+/gu, " ").trim(), 60)
  return code === "StatusNotBegun" ? shown : text.unreadable(shown)
}
