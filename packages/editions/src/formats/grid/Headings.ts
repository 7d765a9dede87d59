/**
 * The words by which tables and columns are known, in Swedish and English, whatever their order, case and accents.
 */
import type * as Edition from "../../Edition.ts"
import { slug } from "@frist/domain/Names"

type Column = Edition.Column | "table"

const columnWords: Readonly<Record<Column, string>> = {
  table: "tabell|table|lista|list|flik|sheet",
  id: "id|nr|aktivitets-id|activity-id|lopnummer",
  area: "omrade|area|insatsomrade|fokusomrade|namn|name|milstolpe|milestone",
  goal: "mal|goal|goals|objective|malsattning",
  actions: "atgard|atgarder|aktivitet|aktiviteter|action|actions|activity",
  deadline: "tid|tidsplan|tidplan|tidpunkt|deadline|due|due-date|slutdatum|klart-senast|datum|date",
  responsible: "ansvarig|ansvariga|ansvar|responsible|owner",
  status: "status|lage",
  followUp: "uppfoljning|uppfoljningstext|kommentar|kommentarer|follow-up|followup|comment|comments|note|notes",
  newDeadline: "ny-tid|nytt-datum|ny-tidsplan|nytt-slutdatum|new-deadline|new-date|new-time|revised-deadline|forecast"
}

const columnOf = new Map<string, Column>(
  Object.entries(columnWords).flatMap(([column, words]) => words.split("|").map((word) => [word, column as Column]))
)

const variants = (letter: string): ReadonlyArray<string> => [...({ a: "aåä", o: "oö" }[letter] ?? letter)]

const kinds: ReadonlyArray<readonly [RegExp, Edition.TableKind]> = [
  [/^(?:tidslinje|milstolpar|timeline|milestones)/, "timeline"],
  [/^(?:klara|klart|avslutade|fardiga|genomforda|completed|done|finished)/, "completed"],
  [/^(?:aktivitet|pagaende|ej-klara|handlingsplan|activit|ongoing|board)/, "activities"]
]

/** The column a heading names, or `undefined`. */
export const columnNamed = (heading: string): Column | undefined => columnOf.get(slug(heading))

const beginnings = new Set(
  [...columnOf.keys()].flatMap((word) =>
    variants(word.charAt(0)).flatMap((first) => variants(word.charAt(1)).map((second) => first + second))
  )
)

/** True of most texts that are no heading, by their first letters and digits: each cell of a file is asked. */
const isOther = (text: string): boolean =>
  beginnings.has(text.slice(0, 2).toLowerCase())
    ? /^[^(]*\d/u.test(text)
    : isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(1))

/** A digit, a letter from A to Z, å, ä or ö. */
const isPlain = (code: number): boolean => {
  const lower = code | 0x20
  const isLetter = (lower >= 0x61 && lower <= 0x7a) || lower === 0xe4 || lower === 0xe5 || lower === 0xf6
  return (code >= 0x30 && code <= 0x39) || (isLetter && code < 0x100)
}

/** As `columnNamed`, of headings set in narrow columns and explained in brackets: `Upp-\nföljning`, `Tid (månad)`. */
export const columnShown = (heading: string): Column | undefined => {
  if (heading.length > 80 || isOther(heading)) return undefined
  const words = heading.replace(/\u00AD/gu, "").replace(/\([^()]*\)/gu, " ")
  return columnNamed(words) ?? columnNamed(words.replace(/-\s*\n?\s*/gu, "").replace(/\n/gu, " "))
}

/** The kind of table a title speaks of somewhere in its words; null where it speaks of none or of several. A milestone trend is no timeline. */
export const kindSpokenOf = (title: string): Edition.TableKind | null => {
  const found = kindNamed(title)
  if (found !== null || title.length > 100) return found
  const words = slug(title, 200)
  const spoken = new Set<Edition.TableKind>()
  if (/(?:^|-)(?:tidslinje|milstolp(?!etrend)|timeline|milestone(?!-trend))/u.test(words)) spoken.add("timeline")
  if (/(?:^|-)(?:ej|inte|icke|ongoing|pagaende)-?(?:klara|avslutade|fardiga)?/u.test(words)) spoken.add("activities")
  else if (/(?:^|-)(?:klara|avslutade|fardiga|genomforda|completed|finished)(?:-|$)/u.test(words))
    spoken.add("completed")
  else if (/(?:^|-)(?:aktivitet|handlingsplan|activit)/u.test(words)) spoken.add("activities")
  const [only] = spoken
  return spoken.size === 1 ? (only ?? null) : null
}

/** The kind of table a name speaks of; null where it says nothing we know. */
export const kindNamed = (name: string): Edition.TableKind | null =>
  kinds.find(([pattern]) => pattern.test(slug(name)))?.[1] ?? null
