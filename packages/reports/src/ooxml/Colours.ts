/**
 * The colours of what is printed, as on the page: each is the second sign of something that is said in words.
 */
import type { ReportCell, StatusTag, Tone } from "../Report.ts"

interface Shade {
  readonly fill: string
  readonly ink: string
}

export const statusShades: Readonly<Record<StatusTag, Shade>> = {
  NotStated: { fill: "ECEFF1", ink: "1B2733" },
  InProgress: { fill: "FFF0CC", ink: "6B4000" },
  Delayed: { fill: "FADFDF", ink: "A3161E" },
  Completed: { fill: "DCEFE3", ink: "1F6B3A" },
  Discontinued: { fill: "ECEFF1", ink: "1B2733" }
}

export const toneInks: Readonly<Record<Tone, string>> = {
  late: "A3161E",
  perhaps: "7A4A00",
  good: "1F6B3A",
  quiet: "4A5763"
}

export const fresh = "FFF3B8"
export const ink = "1B2733"
export const soft = "4A5763"
export const accent = "0B5A8A"
export const line = "B9C2C9"
export const faint = "E9EDF0"

export const inkOf = ({ status, tone }: ReportCell): string | null =>
  status !== undefined ? statusShades[status].ink : tone !== undefined ? toneInks[tone] : null
