/**
 * The findings of an import as text: at most ten by their consequence, and where the others are.
 */
import { sameFinding } from "@frist/domain/plan/Finding"
import type { Plan } from "@frist/domain/plan/Plan"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { consequenceRank } from "@frist/editions/changes/findings/Consequences"
import { rowRanges } from "@frist/editions/reading/RowRanges"
import type { NameOf } from "../ActivityName.ts"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { columnWords, findingCell } from "@frist/reports/words/ColumnWords"
import { excerpt, findingSentence } from "@frist/reports/words/Phrases"
import { severityStyle } from "../views/FindingsText.ts"
import { type Canvas, paragraph, styled, table } from "../TerminalTable.ts"
import { understoodDate } from "./UnderstoodDate.ts"

const order = { error: 0, warning: 1, info: 2 }

/** The events of an import, the plan before them, and whether they are recorded. */
interface Findings {
  readonly events: ReadonlyArray<Pick<NewEvent, "activity" | "event" | "source">>
  readonly before: Plan
  readonly isRecorded: boolean
}
interface Found {
  readonly event: Extract<NewEvent["event"], { _tag: "FindingRaised" }>
  readonly activity: NewEvent["activity"]
  readonly table: string
  readonly row: number | null
}

/** The most findings that are listed, ranges of rows of one, words, and columns that are not read. */
const most = { listed: 10, ranges: 8, words: 3, columns: 8 }

/**
 * Returns the gravest errors and warnings that the plan did not have, in the order of their consequence; warnings of one
 * kind share a line by column. The others, those of severity info, and those that the plan had are only counted; columns
 * that are not read are named.
 */
export const importFindingsText = (
  { before, events, isRecorded }: Findings,
  nameOf: NameOf,
  { text }: CommandPhrases,
  canvas: Canvas
): string => {
  const found = events.flatMap(({ activity, event, source }): ReadonlyArray<Found> =>
    event._tag === "FindingRaised" ? [{ activity, event, table: source?.table ?? "", row: source?.row ?? null }] : []
  )
  const fresh = found.filter((each) => !isKnown(each, before))
  const repeated = events.flatMap(({ event }) => (event._tag === "FindingsRepeated" ? event.positions : [])).length
  const groups = grouped(fresh.filter(({ event }) => event.severity !== "info"))
  const listed = groups.slice(0, most.listed)
  const others = groups.slice(most.listed).flat()
  const counts = {
    errors: others.filter(({ event }) => event.severity === "error").length,
    warnings: others.filter(({ event }) => event.severity === "warning").length,
    infos: fresh.filter(({ event }) => event.severity === "info").length
  }
  const known = found.length - fresh.length + repeated
  const unread = [...new Set(fresh.flatMap(({ event }) => (event.code === "UnknownColumn" ? [event.words] : [])))]
  const closing = [
    ...(counts.errors + counts.warnings + counts.infos === 0
      ? []
      : [text.moreFindings(counts, { isMore: listed.length > 0, isRecorded })]),
    ...(unread.length === 0
      ? []
      : [
          text.unreadColumns(
            unread.slice(0, most.columns).map((heading) => excerpt(heading, 40)),
            Math.max(0, unread.length - most.columns)
          )
        ]),
    ...(known === 0 ? [] : [text.stillOpen(text.plural.findings(known))])
  ]
  const rows = listed.map((alike) => {
    const { event } = alike[0]
    return [
      [
        { text: [tablesOf(alike), rowsOf(alike, text.rows)].filter(isWords).join(", ") || text.wholeDocument },
        { text: event.column === null ? "" : columnWords(event.column, text), style: "dim" as const }
      ],
      [
        { text: text.severity[event.severity], style: severityStyle[event.severity] },
        { text: findingSentence(text.findings, event.code) }
      ],
      [
        { text: wordsOf(alike, text) },
        ...onlyUnderstood(alike).map((date) => ({ text: text.onlyUnderstood(date), style: "dim" as const })),
        ...(alike.length === 1 && alike[0].activity !== null
          ? [{ text: nameOf(alike[0].activity), style: "dim" as const }]
          : [])
      ]
    ]
  })
  const columns = [
    { heading: text.heading.where, least: 16 },
    { heading: text.heading.finding, least: 24 },
    { heading: text.heading.words, least: 20 }
  ]
  return [
    ...(rows.length === 0 ? [] : [styled(text.report.section.findings, "bold", canvas), table(columns, rows, canvas)]),
    ...(closing.length === 0 ? [] : [closing.map((line) => paragraph(line, "plain", canvas)).join("\n")])
  ].join("\n\n")
}

/** Returns true if the plan had the finding before the edition. */
const isKnown = ({ activity, event }: Found, before: Plan): boolean =>
  (activity === null ? before.findings : (before.activities.get(activity)?.findings ?? [])).some(({ finding }) =>
    sameFinding(finding, event)
  )

/** Returns the date that was understood in the only words of a finding. */
const onlyUnderstood = ([{ event }, ...others]: Alike): ReadonlyArray<string> => {
  const date = others.length === 0 ? understoodDate(event.code, event.words) : null
  return date === null ? [] : [date]
}

type Alike = readonly [Found, ...ReadonlyArray<Found>]

/**
 * Groups warnings by code, table and column, and those about whole tables by code; the gravest code first. An error stays
 * single, since each is decided.
 */
const grouped = (found: ReadonlyArray<Found>): ReadonlyArray<Alike> => {
  const groups = new Map<string, [Found, ...Array<Found>]>()
  found.forEach((each, at) => {
    const { activity, event, row, table } = each
    const ofTable = row === null && activity === null
    const key =
      event.severity === "error"
        ? String(at)
        : JSON.stringify([event.code, ofTable ? null : table, event.column, ofTable])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  })
  return [...groups.values()].sort(
    ([{ event: a }], [{ event: b }]) =>
      order[a.severity] - order[b.severity] || consequenceRank(a.code) - consequenceRank(b.code)
  )
}

const isWords = (part: string): boolean => part !== ""

/** Names the tables, the first of many. */
const tablesOf = (alike: Alike): string => {
  const tables = [...new Set(alike.map(({ table }) => table).filter((table) => table !== ""))]
  return tables.length > most.words ? [...tables.slice(0, most.words), "…"].join(", ") : tables.join(", ")
}

/** Words the rows as ranges: `raderna 9–14, 16`. */
const rowsOf = (alike: Alike, words: (rows: string, many: boolean) => string): string => {
  const rows = new Set(alike.flatMap(({ row }) => (row === null ? [] : [row])))
  const ranges = rowRanges([...rows])
  const named = ranges.length > most.ranges ? [...ranges.slice(0, most.ranges), "…"] : ranges
  return rows.size === 0 ? "" : words(named.join(", "), rows.size > 1)
}

const wordsOf = (alike: Alike, text: CommandPhrases["text"]): string => {
  const words = [
    ...new Set(alike.map(({ event }) => findingCell({ ...event, column: null }, text, (each) => excerpt(each, 120))))
  ]
  return words.length > most.words ? [...words.slice(0, most.words), "…"].join("\n") : words.join("\n")
}
