/**
 * What a column that was not taken may hold, by its words and its cells. A suggestion is put to a person; nothing is read
 * by it.
 */
import type { HeadingRole } from "../../vocabulary/headings/HeadingLanguage.ts"
import type { TakenColumn } from "../../Edition.ts"
import type { EditionColumn } from "../../EditionColumn.ts"
import type { ColumnContent } from "./ColumnContent.ts"
import type { HeadingColumn } from "./Headings.ts"
import type { HeadingSense } from "./HeadingSense.ts"

/** What is taken already. */
interface Taken {
  readonly has: (column: HeadingColumn) => boolean
}

/** The share of cells that makes a column one of dates. */
const mostly = 0.6

/** The share of known statuses that makes a column of a few words one of statuses. */
const some = 0.2

/** Returns the column that a person may want; null if nothing speaks for any. */
export const suggestedFor = (
  sense: HeadingSense | null,
  { dates, distinct, filled, ids, longTexts, statuses }: ColumnContent,
  taken: Taken,
  rolesAmong: () => ReadonlySet<HeadingRole>
): EditionColumn | null => {
  const free = (...columns: ReadonlyArray<EditionColumn>): EditionColumn | null =>
    columns.find((column) => !taken.has(column)) ?? null
  const areStatuses = statuses >= mostly || (statuses >= some && distinct * 3 <= filled)
  switch (sense?.meaning) {
    case "revised":
    case "revisedBeside":
      return "newDeadline"
    case "due":
    case "time":
    case "date":
    case "original":
    case "current":
      return free("deadline", "newDeadline")
    case "delivery":
    case "timeIfDated":
    case "completion":
    case "completed":
    case "completedIfDated":
      if (dates >= mostly || filled === 0) return free("deadline", "completedOn")
      return areStatuses ? free("status") : null
    case "status":
      return free("status")
  }
  if (filled === 0) return null
  if (dates >= mostly) return dateOf(rolesAmong(), free)
  if (areStatuses) return free("status")
  if (longTexts >= mostly) return taken.has("goal") || taken.has("actions") ? free("followUp") : "actions"
  return ids >= 0.9 && filled > 1 ? free("id") : null
}

/** Returns the responsible for a column of units (*Förvaltning*) where no other column says who that is. */
export const unitSuggested = (taken: Taken, roles: ReadonlySet<HeadingRole>): EditionColumn | null =>
  roles.has("unit") && !taken.has("responsible") ? "responsible" : null

const ofRevision: ReadonlyArray<HeadingRole> = ["revised", "revision", "forecast", "updated"]
const ofDeadline: ReadonlyArray<HeadingRole> = ["due", "time", "end", "planned", "original", "agreed"]
const ofCompletion: ReadonlyArray<HeadingRole> = ["done", "actual"]

/** Returns which date a column may hold by the words of its heading that are known. Several may hold revised deadlines. */
const dateOf = (
  roles: ReadonlySet<HeadingRole>,
  free: (...columns: ReadonlyArray<EditionColumn>) => EditionColumn | null
): EditionColumn => {
  const saysAny = (all: ReadonlyArray<HeadingRole>) => all.some((role) => roles.has(role))
  if (saysAny(ofRevision)) return "newDeadline"
  if (saysAny(ofDeadline)) return free("deadline") ?? "newDeadline"
  if (saysAny(ofCompletion)) return free("completedOn", "deadline") ?? "newDeadline"
  return free("deadline", "newDeadline", "completedOn") ?? "newDeadline"
}

/** Returns the flag of `frist import` that would take a column as suggested: `--column "Klart=completedOn"`. */
export const decisionFor = ({ heading, suggested }: Pick<TakenColumn, "heading" | "suggested">): string => {
  const words = heading.replace(/\s+/gu, " ").trim().slice(0, 200).toWellFormed()
  const quote = words.includes('"') ? "'" : '"'
  return `--column ${quote}${words}=${suggested ?? "none"}${quote}`
}
