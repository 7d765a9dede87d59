/**
 * What a bundle holds beside its log: tables and a page, which follow from the log, the version and the arguments of
 * `frist bundle`. The same give the same bytes, in Node and in the page of a bundle.
 */
import { Day } from "@frist/domain/Day"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { upcast } from "@frist/domain/Upcasting"
import { commandName, type Files, pageName } from "@frist/evidence/bundle/BundleArchive"
import { verifyPage } from "@frist/evidence/bundle/BundlePage"
import { readEditionLine, readEventLine, readStartLine } from "@frist/evidence/CopyFormat"
import { board } from "@frist/projections/Board"
import { completed } from "@frist/projections/Completed"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { History, type ViewTimes } from "@frist/projections/History"
import { csvText } from "@frist/reports/writers/text/CsvRows"
import { type Listed, listedEditions } from "../editions/ListedEditions.ts"
import { reportMaker } from "../Version.ts"

/** The arguments of `frist bundle` that decide what its files say. */
interface BundleRequest {
  readonly plan: string
  readonly times: ViewTimes
  readonly language: "en" | "sv"
}

/** Writes the command that makes the bundle again. */
const commandText = ({ language, plan, times: { asOf, knownAt, today } }: BundleRequest): string =>
  [
    `frist bundle --plan ${plan}`,
    ...(asOf === undefined ? [] : [`--as-of ${asOf}`]),
    `--today ${today}`,
    ...(knownAt === undefined ? [] : [`--known-at ${new Date(knownAt).toISOString()}`]),
    `--lang ${language} ${plan}.zip`
  ].join(" ")

const written =
  /^(\S+ \S+)\n(frist bundle --plan (\S+)(?: --as-of (\S+))? --today (\S+)(?: --known-at (\S+))? --lang (sv|en) \S+)\n$/u

/** What a bundle says about how it was made. */
interface BundleMark {
  readonly program: string
  readonly command: string
  readonly request: BundleRequest
}

/** Reads the file that says how a bundle was made; `undefined` for any other text. */
export const readBundleMark = (text: string): BundleMark | undefined => {
  const [, program = "", command = "", plan = "", as, on = "", known, language] = written.exec(text) ?? []
  const [asOf, today] = [as === undefined ? undefined : Day.parse(as), Day.parse(on)]
  const knownAt = known === undefined ? undefined : Date.parse(known)
  if (today === undefined || (as !== undefined && asOf === undefined) || Number.isNaN(knownAt)) return undefined
  const request: BundleRequest = {
    plan,
    times: { ...(asOf === undefined ? {} : { asOf }), knownAt, today },
    language: language === "en" ? "en" : "sv"
  }
  return commandText(request) === command ? { program, command, request } : undefined
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** A log as a bundle has it: its events, and the documents whose cells are there. */
interface BundledLog {
  readonly events: ReadonlyArray<RecordedEvent>
  readonly stored: ReadonlySet<string>
}

/** Reads the log of a bundle, which must hold. */
export const bundledLog = (log: Uint8Array): BundledLog => {
  const [first = "", ...lines] = decoder.decode(log).split("\n")
  const start = readStartLine(first)
  const events: Array<RecordedEvent> = []
  const stored = new Set<string>()
  for (const line of lines) {
    const row = start && readEventLine(start.plan, line)
    if (row !== undefined) {
      const event: unknown = row.bytes === null ? null : upcast(JSON.parse(decoder.decode(row.bytes)))
      events.push({ ...row.record, event } as RecordedEvent)
    } else {
      const edition = readEditionLine(line)
      if (edition !== undefined) stored.add(edition.sha256)
    }
  }
  return { events, stored }
}

/** Makes the files of a bundle that follow from its log. `script` is that of its page. */
export const madeFiles = (log: Uint8Array, request: BundleRequest, script: string): Files => {
  const { events, stored } = bundledLog(log)
  const history = History.of(events, request.times)
  const tables: Readonly<Record<string, ReadonlyArray<object>>> = {
    "board.csv": board(history).activities,
    "completed.csv": completed(history).activities,
    "slips.csv": deadlineHistory(history).activities.flatMap(({ area, goal, moves }) =>
      moves.map((move) => ({ area, goal, ...move }))
    ),
    "events.csv": events.map(({ event, recordedAt, ...record }) => ({
      ...record,
      recordedAt: new Date(recordedAt).toISOString(),
      event: event === null ? null : JSON.stringify(event)
    })),
    "sources.csv": sourcesOf(events),
    "editions.csv": listedEditions(events, stored).map(editionRow)
  }
  return {
    [pageName]: encoder.encode(verifyPage(request.language, script)),
    [commandName]: encoder.encode(`${reportMaker}\n${commandText(request)}\n`),
    ...Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, encoder.encode(csvText(rows))]))
  }
}

/** An edition that was handed in, and whether its cells are in the log of the bundle. */
const editionRow = ({ cells, document, erasures, heldOn, sha256 }: Listed): object => ({
  heldOn,
  document,
  sha256,
  cells,
  decisions: [...new Set(erasures.map(({ decision }) => decision))].join(", ")
})

const sourcesOf = (events: ReadonlyArray<RecordedEvent>): ReadonlyArray<object> => {
  const sources = new Map<string, { readonly document: string; readonly sha256: string; events: number }>()
  for (const { source } of events) {
    if (source === null) continue
    const { document, sha256 } = source
    const known = sources.get(`${sha256} ${document}`)
    if (known === undefined) sources.set(`${sha256} ${document}`, { document, sha256, events: 1 })
    else known.events += 1
  }
  return [...sources.values()]
}
