/**
 * Measures whether the time of an import grows with the document: ten times the rows should take about ten times as long,
 * read, proposed and decided. Also the same document again, whose rows are all known, and once more in other words, whose
 * rows are all found by likeness. Prints first what whole imports into a SQLite file took, each in a process of its own,
 * with their memory.
 */
import type { Edition } from "@frist/editions/Edition"
import { type Basis, basisOf } from "@frist/domain/decisions/Proposal"
import { decideAll } from "@frist/domain/decisions/BatchDecision"
import { RecordedEvent } from "@frist/domain/RecordedEvent"
import { propose } from "@frist/editions/changes/EditionChanges"
import { Actor, BatchId, PlanId, Position } from "@frist/domain/Names"
import { readCsv } from "@frist/editions/formats/csv/CsvEdition"
import * as Result from "effect/Result"
import { execFileSync } from "node:child_process"
import { type Benchmark, paired, type Row } from "./paired.ts"
import { day, document } from "./plan.ts"

const editionOf = (bytes: Uint8Array): Edition => Result.getOrThrow(readCsv("plan.csv", bytes))
const nothingRecorded: Basis = basisOf([], day)

const decided = (edition: Edition, basis: Basis) =>
  decideAll(propose(edition, basis, day, { title: "Plan" }).proposals, basis, day)

const later = (edition: Edition): Basis =>
  basisOf(
    decided(edition, nothingRecorded).events.map((event, at) =>
      RecordedEvent.of({
        ...event,
        plan: PlanId.make("bench"),
        position: Position.make(at + 1),
        type: event.event._tag,
        recordedAt: 0,
        actor: Actor.make("bench"),
        batch: BatchId.make("bench")
      })
    ),
    day
  )

/** Returns the document with every goal in slightly other words. */
const reworded = (edition: Edition): Edition => ({
  ...edition,
  tables: edition.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: { ...row.cells, goal: `${row.cells.goal} framöver` } }))
  }))
})

const sizes = [100, 1000, 10_000] as const

/** What `imported.ts` prints. */
interface Imported {
  readonly milliseconds: number
  readonly events: number
  readonly megabytes: number
}

/** The whole imports that are measured: the rows of the document, and whether it is imported again in other words. */
const wholes = [
  ...[100, 1000, 10_000, 100_000].map((size) => [size, "first"] as const),
  ...[100, 1000, 10_000].map((size) => [size, "reworded"] as const)
]

/** Prints one line of a table. */
const print = (...cells: ReadonlyArray<string>) =>
  process.stdout.write(`${cells.map((cell) => cell.padStart(14)).join("")}\n`)

/** Prints for each whole import its time, its time a row against that of the smallest, and its memory. */
const printWholes = (folder: string): void => {
  print("rows", "import", "seconds", "ms a row", "of 100 rows", "events", "most memory")
  const least = new Map<string, number>()
  for (const [size, mode] of wholes) {
    const script = new URL("imported.ts", import.meta.url).pathname
    const told = execFileSync(process.execPath, [script, folder, String(size), mode], { encoding: "utf8" })
    const { events, megabytes, milliseconds } = JSON.parse(told) as Imported
    const each = milliseconds / size
    if (!least.has(mode)) least.set(mode, each)
    const ratio = each / (least.get(mode) ?? each)
    print(
      String(size),
      mode,
      (milliseconds / 1000).toFixed(2),
      each.toFixed(3),
      ratio.toFixed(2),
      String(events),
      `${Math.round(megabytes)} MB`
    )
  }
  process.stdout.write("\n")
}

export const benchmark: Benchmark = async (folder) => {
  printWholes(folder)
  const rows: Array<Row> = []
  const [small, ...larger] = sizes.map((size) => {
    const bytes = document(size)
    const edition = editionOf(bytes)
    return { size, bytes, edition, other: reworded(edition), basis: later(edition) }
  })
  if (small === undefined) return rows
  const steps = {
    read: ({ bytes }: typeof small) => void editionOf(bytes),
    "proposed and decided": ({ edition }: typeof small) => void decided(edition, nothingRecorded),
    "again, all known": ({ basis, edition }: typeof small) => void decided(edition, basis),
    "again, in other words": ({ basis, other }: typeof small) => void decided(other, basis)
  }
  for (const [name, step] of Object.entries(steps)) {
    for (const document of larger) {
      const times = document.size / small.size
      const repeated = () => Array.from({ length: times }, () => step(small)).length === 0 || undefined
      rows.push(
        ...(await paired(
          document.size > 1000 ? 3 : 9,
          [`${times} × ${small.size} rows`, repeated],
          [`${document.size} rows ${name}`, () => step(document)]
        ))
      )
    }
  }
  return rows
}
