/**
 * Imports the files of `fixtures/cases` one after another into an empty plan, and shows the views that their table
 * speaks of.
 */
import { Actor, PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { type Board, board } from "@frist/projections/Board"
import { type Completed, completed } from "@frist/projections/Completed"
import { type DeadlineHistory, deadlineHistory } from "@frist/projections/DeadlineHistory"
import { type FindingList, findingList } from "@frist/projections/FindingList"
import { History } from "@frist/projections/History"
import { EventLog } from "@frist/store/EventLog"
import { layer } from "@frist/store/memory/MemoryEventLog"
import * as Effect from "effect/Effect"
import { hash } from "node:crypto"
import { readFileSync } from "node:fs"
import { day } from "../../../domain/test/given.ts"
import { type EditionOutcome, importEdition } from "../../src/EditionImport.ts"
import { readEdition } from "../../src/EditionReader.ts"

/** A document, and the day of its review. A text is the content of a CSV file, without a byte order mark. */
export interface Held {
  readonly document: string
  readonly bytes: Uint8Array
  readonly on: string
}

/** A file of the cases, held on a day. */
export const file = (document: string, on: string): Held => ({
  document,
  bytes: readFileSync(new URL(`../fixtures/cases/${document}`, import.meta.url)),
  on
})

/** A CSV file of these lines, held on a day. */
export const csv = (on: string, ...lines: ReadonlyArray<string>): Held => ({
  document: "plan.csv",
  bytes: new TextEncoder().encode(`${lines.join("\n")}\n`),
  on
})

/** The log after the editions, the outcome of the last one, and the views on the day of its review. */
interface Views {
  readonly log: ReadonlyArray<RecordedEvent>
  readonly outcomes: ReadonlyArray<EditionOutcome>
  readonly ongoing: Board["activities"]
  readonly closed: Completed["activities"]
  readonly slips: DeadlineHistory["activities"]
  readonly found: FindingList["findings"]
}

const plan = PlanId.make("x")
const actor = Actor.make("Strategen")

/** Imports the editions in turn, each as a document of its own even where the bytes are the same. */
export const views = (...editions: ReadonlyArray<Held>) =>
  Effect.gen(function* () {
    const outcomes: Array<EditionOutcome> = []
    for (const { bytes, document, on } of editions) {
      const edition = yield* readEdition(document, bytes)
      const sha256 = hash("sha256", `${edition.sha256} ${on}`)
      outcomes.push(yield* importEdition({ plan, actor, edition: { ...edition, sha256 }, heldOn: day(on) }))
    }
    const log = yield* (yield* EventLog).read(plan)
    const history = History.of(log, {
      today: day(
        editions
          .map(({ on }) => on)
          .toSorted()
          .at(-1) ?? "2024-01-01"
      )
    })
    const shown: Views = {
      log,
      outcomes,
      ongoing: board(history).activities,
      closed: completed(history).activities,
      slips: deadlineHistory(history).activities,
      found: findingList(history).findings
    }
    return shown
  }).pipe(Effect.provide(layer))

type Shown = Views["ongoing"][number]

/** Says deadline and status of rows: `2024-06-30 InProgress`. The deadline is as read, or its words in quotes. */
export const brief = (rows: ReadonlyArray<Pick<Shown, "deadline" | "status">>): ReadonlyArray<string> =>
  rows.map(({ deadline, status }) => `${read(deadline)} ${status._tag}`)

/** Returns a date as read, its words in quotes where it is not, and a dash where there is none. */
export const read = (date: Shown["deadline"]): string =>
  date === null ? "-" : (date.edtf ?? JSON.stringify(date.words))

/** Says what moved: `2024-06-28 → 2024-12-31: 186`, with the net slip in days. */
export const moves = (rows: Views["slips"]): ReadonlyArray<string> =>
  rows.flatMap(({ deadline, original, tally }) =>
    tally.count === 0
      ? []
      : [`${read(original)} → ${read(deadline)}: ${[...new Set([tally.net.min, tally.net.max])].join("–")}`]
  )

/** Returns the codes of findings, once each. */
export const codes = (found: Views["found"]): ReadonlyArray<string> => [...new Set(found.map(({ code }) => code))]
