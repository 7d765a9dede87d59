/**
 * Keeping the cells of an edition with its plan, and reading kept editions again.
 */
import { keptEditionsIn } from "@frist/domain/plan/KeptEditions"
import type { Day } from "@frist/domain/Day"
import type { ActivityId, PlanId } from "@frist/domain/Names"
import type { Basis, Proposal } from "@frist/domain/decisions/Proposal"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { EventLog, type EventLogError, type KeptEdition } from "@frist/store/EventLog"
import { contentHash } from "@frist/store/KeptContent"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { randomBytes } from "node:crypto"
import { recordedEditions, type EditionAgain, type ReadAgain } from "../changes/corrections/LaterEditions.ts"
import type { RecordedEdition } from "../changes/corrections/RecordedEdition.ts"
import type { Edition, EditionTable } from "../Edition.ts"
import { tablesIn } from "../formats/grid/GridTables.ts"
import type { ReadingOptions } from "../ReadingOptions.ts"
import { erasedText, type KeptCells } from "./KeptCells.ts"
import { readKept, writeKept } from "./KeptFormat.ts"

type Matches = ReadonlyMap<string, ActivityId | null>

/** What is to be kept of an edition, and the proposal that says so on the log. */
export interface Keeping {
  readonly edition: KeptEdition
  readonly proposal: Proposal
}

/**
 * Returns what is to be kept of an edition whose rows were matched so; `undefined` where just that is kept, or where a
 * decision has erased cells of it.
 */
export const keepingOf = Effect.fnUntraced(function* (
  plan: PlanId,
  edition: Edition,
  matches: Matches,
  recorded: Basis["log"]
): Effect.fn.Return<Keeping | undefined, EventLogError, EventLog> {
  const { document, sha256 } = edition
  const known = keptEditionsIn(recorded).get(sha256)
  if (known !== undefined) {
    if (known.erasures.length > 0) return undefined
    const content = yield* (yield* EventLog).edition(plan, sha256)
    const read = content === undefined ? undefined : readKept(content)
    if (read !== undefined && Result.isSuccess(read) && isSameReading(read.success.kept, edition, matches)) {
      return undefined
    }
  }
  const { columns = new Map(), sheets = null } = edition.readBy ?? {}
  const content = writeKept({ cells: edition.cells, columns, sheets, matches, erased: [] }, newSalt())
  return {
    edition: { sha256, document, content },
    proposal: {
      command: { _tag: "KeepEdition", sha256, content: contentHash(content) },
      provenance: "stated",
      source: { document, sha256, table: null, row: null, column: null }
    }
  }
})

/** Returns 32 random bytes in hex. */
const newSalt = (): string => randomBytes(32).toString("hex")

const said = (all: ReadonlyMap<string, unknown>): string =>
  JSON.stringify([...all].sort(([a], [b]) => (a < b ? -1 : 1)))

const isSameReading = (kept: KeptCells, { readBy }: Edition, matches: Matches): boolean => {
  const { columns = new Map(), sheets = null } = readBy ?? {}
  return (
    said(kept.matches) === said(matches) &&
    said(kept.columns) === said(columns) &&
    JSON.stringify(kept.sheets) === JSON.stringify(sheets)
  )
}

/** How kept cells are read again: `columns` are added to the decisions that they were read by. */
export type AgainOptions = Pick<ReadingOptions, "columns" | "vocabulary">

/** Reads the cells of a document again; `undefined` if they are not in the format. */
export const readEditionAgain = (
  { document, sha256 }: Omit<KeptEdition, "content">,
  content: Uint8Array,
  { columns = new Map(), vocabulary }: AgainOptions
): EditionAgain | undefined => {
  const read = readKept(content)
  if (Result.isFailure(read)) return undefined
  const { erased, grids, matches, sheets, ...kept } = read.success.kept
  const readBy = { columns: new Map([...kept.columns, ...columns]), sheets: sheets ?? undefined }
  const tables = tablesIn(grids, { vocabulary, ...readBy })
  return {
    edition: {
      document,
      sha256,
      readBy,
      tables: erased.length === 0 ? tables : tables.map(withoutErasedRows),
      texts: grids.flatMap(({ before }) => before)
    },
    decided: matches,
    isWhole: erased.length === 0
  }
}

/** Leaves out what erased cells were in: they say nothing, and are not missing from the document. */
export const withoutErasedRows = (table: EditionTable): EditionTable => ({
  ...table,
  rows: table.rows.filter((row) => !JSON.stringify(row).includes(erasedText)),
  remarks: table.remarks.filter(({ words }) => !words.includes(erasedText))
})

/** Returns how the kept editions among some recorded ones are read again. Each is unpacked when it is asked for. */
export const readingAgain = Effect.fnUntraced(function* (
  plan: PlanId,
  editions: ReadonlyArray<RecordedEdition>,
  options: AgainOptions
): Effect.fn.Return<ReadAgain, EventLogError, EventLog> {
  const log = yield* EventLog
  const contents = new Map<string, Uint8Array>()
  for (const { source } of editions) {
    if (contents.has(source.sha256)) continue
    const content = yield* log.edition(plan, source.sha256)
    if (content !== undefined) contents.set(source.sha256, content)
  }
  const documents = new Map(editions.map(({ source }) => [source.sha256, source.document]))
  return (sha256) => {
    const content = contents.get(sha256)
    return content && readEditionAgain({ sha256, document: documents.get(sha256) ?? "" }, content, options)
  }
})

/** Returns the editions that a log has recorded of later days than one, and this edition itself if it is among them. */
export const editionsFrom = (
  log: ReadonlyArray<RecordedEvent>,
  heldOn: Day,
  sha256: string
): ReadonlyArray<RecordedEdition> =>
  recordedEditions(log).filter(
    (edition) => edition.heldOn > heldOn || (edition.heldOn === heldOn && edition.source.sha256 === sha256)
  )
