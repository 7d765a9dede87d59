/**
 * `frist bundle`: a ZIP file with the log and everything needed to verify it without Frist.
 */
import { jsonText } from "@frist/domain/InertText"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { board } from "@frist/projections/Board"
import { completed } from "@frist/projections/Completed"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { History } from "@frist/projections/History"
import { csvText } from "@frist/reports/writers/text/CsvRows"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { checkpointText, rootText } from "@frist/evidence/Checkpoint"
import { exportPlan } from "@frist/store/copy/LogExport"
import { EventLog } from "@frist/store/EventLog"
import { EvidenceBroken } from "@frist/evidence/StoredEvent"
import { hex } from "@frist/evidence/Bytes"
import { sha256 } from "@frist/evidence/Sha256"
import { logOrigin } from "@frist/evidence/LogVerifier"
import { copyTexts } from "../texts/CopyTexts.ts"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { chosenPlan } from "../ChosenPlan.ts"
import { evidenceFailure } from "../copy/CopyFailure.ts"
import { readSession, type Session } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import type { BundleView } from "../JsonViews.ts"
import { archived, type Files, keptName, logName, sumsName } from "@frist/evidence/bundle/BundleArchive"
import { editionLines } from "../copy/EditionWords.ts"
import { editionList } from "../editions/KeptEditionList.ts"
import { keptTexts } from "../texts/KeptTexts.ts"
import { writeNewFile } from "../files/NewFile.ts"
import { verifyPage } from "@frist/evidence/bundle/BundlePage"

const encoder = new TextEncoder()

/** Writes the bundle of the chosen plan to a new ZIP file. */
export const runBundle = Effect.fn("runBundle")(function* (file: string) {
  const session = yield* readSession
  const texts = evidenceTexts[session.phrase.language]
  const copies = copyTexts[session.phrase.language]
  const { copied, files, plan } = yield* withLog(
    session,
    false,
    Effect.gen(function* () {
      const { plan } = yield* chosenPlan(session)
      const log = yield* EventLog
      const lines: Array<Uint8Array> = []
      const copied = yield* exportPlan(plan, 1, (text) =>
        Effect.sync(() => void lines.push(encoder.encode(text)))
      ).pipe(
        Effect.mapError((error) =>
          error instanceof EvidenceBroken ? evidenceFailure(error, copies.inLog(error.position), copies) : error
        )
      )
      const { notes } = copied
      const events = yield* log.read(plan, { limit: copied.size })
      const { root, size } = copied
      const files: Files = {
        "verify.html": encoder.encode(verifyPage(session.phrase.language)),
        [logName]: Buffer.concat(lines),
        "checkpoint.txt": encoder.encode(checkpointText({ origin: logOrigin(plan, notes), root, size })),
        ...Object.fromEntries(notes.map((note, at) => [keptName(at + 1), encoder.encode(note)])),
        ...tablesOf(events, session),
        "editions.csv": encoder.encode(csvText(editionRows(yield* editionList(plan, events))))
      }
      return { copied, files, plan }
    })
  )
  const sums = Object.entries(files).map(([name, bytes]) => `${hex(sha256(bytes))}  ${name}\n`)
  yield* writeNewFile(file, archived({ ...files, [sumsName]: encoder.encode(sums.join("")) }), session)
  if (session.format === "json") {
    const { editions, root, size } = copied
    const shape: BundleView = {
      view: "frist/bundled",
      version: 1,
      plan,
      events: size,
      size,
      root: rootText(root),
      editions
    }
    return yield* Console.log(jsonText(shape))
  }
  const lines = [
    texts.bundled(session.phrase.text.plural.events(copied.size), plan, file),
    ...editionLines(copied.editions, keptTexts[session.phrase.language])
  ]
  return yield* Console.log(lines.join("\n"))
})

/** Returns the editions that were handed in, and whether their cells are in the log of the bundle. */
const editionRows = (editions: Effect.Success<ReturnType<typeof editionList>>): ReadonlyArray<object> =>
  editions.map(({ cells, document, erasures, heldOn, sha256: sum }) => ({
    heldOn,
    document,
    sha256: sum,
    cells,
    decisions: [...new Set(erasures.map(({ decision }) => decision))].join(", ")
  }))

/** Returns the views, the events and their source documents as CSV files. */
const tablesOf = (events: ReadonlyArray<RecordedEvent>, { times }: Session): Files => {
  const history = History.of(events, times)
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
    "sources.csv": sourcesOf(events)
  }
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, encoder.encode(csvText(rows))]))
}

const sourcesOf = (events: ReadonlyArray<RecordedEvent>): ReadonlyArray<object> => {
  const sources = new Map<string, { readonly document: string; readonly sha256: string; events: number }>()
  for (const { source } of events) {
    if (source === null) continue
    const { document, sha256: sum } = source
    const known = sources.get(`${sum} ${document}`)
    if (known === undefined) sources.set(`${sum} ${document}`, { document, sha256: sum, events: 1 })
    else known.events += 1
  }
  return [...sources.values()]
}
