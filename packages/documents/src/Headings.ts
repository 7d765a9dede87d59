/**
 * The words by which tables and columns are known, in Swedish and English, whatever their order, case and accents.
 */
import type { Edition } from "@frist/domain"
import { slug } from "@frist/domain"

type Column = Edition.Column | "table"

const columnWords: Readonly<Record<Column, string>> = {
  table: "tabell|table|lista|list|flik|sheet",
  id: "id|nr|aktivitets-id|activity-id|lopnummer",
  area: "omrade|area|insatsomrade|fokusomrade|namn|name|milstolpe|milestone",
  goal: "mal|goal|goals|objective|malsattning",
  actions: "atgard|atgarder|aktivitet|aktiviteter|action|actions|activity",
  deadline: "tid|tidsplan|tidpunkt|deadline|due|due-date|slutdatum|klart-senast|datum|date",
  responsible: "ansvarig|ansvariga|ansvar|responsible|owner",
  status: "status|lage",
  followUp: "uppfoljning|uppfoljningstext|kommentar|kommentarer|follow-up|followup|comment|comments|note|notes",
  newDeadline: "ny-tid|nytt-datum|ny-tidsplan|nytt-slutdatum|new-deadline|new-date|new-time|revised-deadline|forecast"
}

const columnOf = new Map<string, Column>(
  Object.entries(columnWords).flatMap(([column, words]) => words.split("|").map((word) => [word, column as Column]))
)

const kinds: ReadonlyArray<readonly [RegExp, Edition.TableKind]> = [
  [/^(?:tidslinje|milstolpar|timeline|milestones)/, "timeline"],
  [/^(?:klara|klart|avslutade|fardiga|genomforda|completed|done|finished)/, "completed"],
  [/^(?:aktivitet|pagaende|ej-klara|handlingsplan|activit|ongoing|board)/, "activities"]
]

/** The column a heading names, or `undefined`. */
export const columnNamed = (heading: string): Column | undefined => columnOf.get(slug(heading))

/** The kind of table a name speaks of; null where it says nothing we know. */
export const kindNamed = (name: string): Edition.TableKind | null =>
  kinds.find(([pattern]) => pattern.test(slug(name)))?.[1] ?? null
