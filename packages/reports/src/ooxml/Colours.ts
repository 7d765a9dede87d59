/**
 * The colours of Office documents, as on the page. Colour is never the only sign of anything.
 */
import type { ReportCell, StatusTag, Tone } from "../Report.ts"

interface Shade {
  readonly fill: string
  readonly ink: string
}

/** The fill and the text colour of each status, as hexadecimal RGB. */
export const statusShades: Readonly<Record<StatusTag, Shade>> = {
  NotStated: { fill: "ECEFF1", ink: "1B2733" },
  InProgress: { fill: "FFF0CC", ink: "6B4000" },
  Delayed: { fill: "FADFDF", ink: "A3161E" },
  Completed: { fill: "DCEFE3", ink: "1F6B3A" },
  Discontinued: { fill: "ECEFF1", ink: "1B2733" }
}

/** The text colour of each tone. What Frist computed to be late has another colour than what is reported late. */
const toneInks: Readonly<Record<Tone, string>> = {
  late: "5B3A8C",
  perhaps: "7A4A00",
  good: "1F6B3A",
  quiet: "4A5763"
}

/** The fill of new text. */
export const fresh = "FFF3B8"
/** The colour of ordinary text. */
export const ink = "1B2733"
/** The colour of secondary text. */
export const soft = "4A5763"
/** The colour of subtitles. */
export const accent = "0B5A8A"
/** The colour of rules. */
export const line = "B9C2C9"
/** The fill of heading rows. */
export const faint = "E9EDF0"

/** Returns the text colour of a cell, or null for the ordinary one. */
export const inkOf = ({ status, tone }: ReportCell): string | null =>
  status !== undefined ? statusShades[status].ink : tone !== undefined ? toneInks[tone] : null
