/**
 * The findings of an import as text: the place, the finding and the words.
 */
import { sameFinding } from "@frist/domain/Finding"
import type { Plan } from "@frist/domain/Plan"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { excerpt, findingSentence } from "@frist/reports/words/Phrases"
import { severityStyle } from "./FindingsText.ts"
import { type Canvas, paragraph, styled, table } from "./TerminalTable.ts"

const order = { error: 0, warning: 1, info: 2 }

type ProposedEvent = Pick<NewEvent, "activity" | "event" | "source">
interface Found {
  readonly event: Extract<NewEvent["event"], { _tag: "FindingRaised" }>
  readonly activity: NewEvent["activity"]
  readonly table: string
  readonly row: number | null
}

/**
 * Returns the findings, errors first, then in the order of the document. Findings of severity info share a row by kind.
 * Findings that the plan already had are only counted. Returns an empty string if there are none.
 */
export const importFindingsText = (
  events: ReadonlyArray<ProposedEvent>,
  before: Plan,
  { text }: CommandPhrases,
  canvas: Canvas
): string => {
  const found = events
    .flatMap(({ activity, event, source }): ReadonlyArray<Found> =>
      event._tag === "FindingRaised" ? [{ activity, event, table: source?.table ?? "", row: source?.row ?? null }] : []
    )
    .sort((a, b) => order[a.event.severity] - order[b.event.severity])
  if (found.length === 0) return ""
  const fresh = found.filter((each) => !isKnown(each, before))
  const known = found.length - fresh.length
  const standing = known === 0 ? [] : [paragraph(text.stillOpen(text.plural.findings(known)), "plain", canvas)]
  if (fresh.length === 0) return standing.join("")
  const rows = grouped(fresh).map((alike) => {
    const { event } = alike[0]
    return [
      [
        {
          text: [alike[0].table || text.wholeDocument, rowsOf(alike, text.rows)]
            .filter((part) => part !== "")
            .join(", ")
        },
        { text: event.column ?? "", style: "dim" as const }
      ],
      [
        { text: text.severity[event.severity], style: severityStyle[event.severity] },
        { text: findingSentence(text.findings, event.code) }
      ],
      [
        { text: wordsOf(alike) },
        ...(alike.length === 1 ? [{ text: alike[0].activity ?? "", style: "dim" as const }] : [])
      ]
    ]
  })
  const columns = [
    { heading: text.heading.where, least: 16 },
    { heading: text.heading.finding, least: 24 },
    { heading: text.heading.words, least: 20 }
  ]
  return [styled(text.report.section.findings, "bold", canvas), table(columns, rows, canvas), ...standing].join("\n\n")
}

/** Returns true if the plan had the finding before the edition. */
const isKnown = ({ activity, event }: Found, before: Plan): boolean =>
  (activity === null ? before.findings : (before.activities.get(activity)?.findings ?? [])).some(({ finding }) =>
    sameFinding(finding, event)
  )

type Alike = readonly [Found, ...ReadonlyArray<Found>]

/** Groups findings of severity info by code, table and column; others stay single. */
const grouped = (found: ReadonlyArray<Found>): ReadonlyArray<Alike> => {
  const groups = new Map<string, [Found, ...Array<Found>]>()
  found.forEach((each, at) => {
    const { event, table } = each
    const key = event.severity === "info" ? JSON.stringify([event.code, table, event.column]) : String(at)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  })
  return [...groups.values()]
}

/** Words the rows as ranges: `rad 9–14, 16`. */
const rowsOf = (alike: Alike, words: (rows: string, many: boolean) => string): string => {
  const rows = [...new Set(alike.flatMap(({ row }) => (row === null ? [] : [row])))].sort((a, b) => a - b)
  const runs: Array<[number, number]> = []
  for (const row of rows) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === row - 1) run[1] = row
    else runs.push([row, row])
  }
  return rows.length === 0
    ? ""
    : words(runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", "), rows.length > 1)
}

const most = 3
const wordsOf = (alike: Alike): string => {
  const words = [...new Set(alike.map(({ event }) => excerpt(event.words, 120)))]
  return words.length > most ? [...words.slice(0, most), "…"].join("\n") : words.join("\n")
}
