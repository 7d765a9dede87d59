/**
 * Erases a kept edition, or cells of it, on a decision: the decision is recorded, and then carried out.
 */
import type { Day } from "@frist/domain/Day"
import { CellPlace } from "@frist/domain/Event"
import { keptEditionsIn } from "@frist/domain/plan/KeptEditions"
import type { Actor, PlanId } from "@frist/domain/Names"
import { type Appended, type Conflict, EventLog, EventLogError } from "@frist/store/EventLog"
import { contentHash } from "@frist/store/KeptContent"
import { LogAdministration } from "@frist/store/LogAdministration"
import { record } from "@frist/store/Recording"
import type { Refused } from "@frist/store/Refused"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { hash } from "node:crypto"
import { tablesIn } from "../formats/grid/GridTables.ts"
import { packedGrids } from "../formats/grid/PackedGrids.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { cellsIn, missingPlace, type PlacedCell, samePlace, withoutCells } from "./CellErasure.ts"
import { withoutErasedRows } from "./EditionKeeping.ts"
import { readKept, writeKept } from "./KeptFormat.ts"

/** A place has no cell with words in what is kept. */
export class CellNotKept extends Schema.TaggedError<CellNotKept>()("CellNotKept", { place: CellPlace }) {
  override get message() {
    const { column, row, table } = this.place
    return `Nothing is kept at ${table}:${row}:${column}. Give table, row and column, each counted from 1.`
  }
}

/** The decision is recorded, and its cells are still there, or in the files of the database. Repeat it to erase them. */
export class CellsNotErased extends Schema.TaggedError<CellsNotErased>()("CellsNotErased", { cause: EventLogError }) {
  override get message() {
    return `The decision is recorded, and was not carried out: ${this.cause.message}`
  }
}

/** What to erase: a document by its SHA-256, and places of its cells; null for all of them. */
interface ErasureRequest {
  readonly plan: PlanId
  readonly actor: Actor
  readonly on: Day
  readonly sha256: string
  readonly cells: ReadonlyArray<CellPlace> | null
  readonly decision: string
  readonly vocabulary?: Vocabulary | undefined
}

/** What was recorded, and the cells left that share a line with those that were erased. */
interface Erased {
  readonly appended: Appended
  readonly alike: ReadonlyArray<PlacedCell>
}

/** Erases a kept edition, or cells of it. Repeating it carries out what was decided and not carried out. */
export const eraseKeptCells = Effect.fn("EditionErasure.eraseKeptCells")(function* (
  request: ErasureRequest
): Effect.fn.Return<
  Erased,
  CellNotKept | CellsNotErased | Conflict | EventLogError | Refused,
  EventLog | LogAdministration
> {
  const { actor, cells, decision, on, plan, sha256 } = request
  const { alike, content } = cells === null ? { alike: [], content: null } : yield* leftOf({ ...request, cells })
  const appended = yield* record(
    { plan, actor, effectiveOn: on },
    { _tag: "EraseEdition", sha256, cells, content: content === null ? null : contentHash(content), decision }
  )
  yield* Effect.mapError(
    (yield* LogAdministration).eraseEdition(plan, sha256, content),
    (cause) => new CellsNotErased({ cause })
  )
  return { appended, alike }
})

/** Returns what an erasure leaves of the kept content. The same cells leave the same bytes. */
const leftOf = Effect.fnUntraced(function* ({
  cells,
  plan,
  sha256,
  vocabulary
}: ErasureRequest & { readonly cells: ReadonlyArray<CellPlace> }) {
  const log = yield* EventLog
  const content = yield* log.edition(plan, sha256)
  if (content === undefined) return { content: new Uint8Array(), alike: [] }
  // A decision that was not carried out is carried out too.
  const decided =
    keptEditionsIn(yield* log.read(plan))
      .get(sha256)
      ?.erasures.flatMap((each) => each.cells ?? []) ?? []
  const all = [...decided, ...cells.filter((each) => !decided.some((earlier) => samePlace(each, earlier)))]
  const read = readKept(content)
  if (Result.isFailure(read)) return yield* new EventLogError({ reason: "corrupt", detail: read.failure })
  const { kept, salt } = read.success
  const place = missingPlace(kept, cells)
  if (place !== undefined) return yield* new CellNotKept({ place })
  if (all.every((each) => kept.erased.some((erased) => samePlace(each, erased)))) return { content, alike: [] }
  const tablesOf = (grids: typeof kept.grids) =>
    tablesIn(grids, { vocabulary, columns: kept.columns, sheets: kept.sheets ?? undefined }).map(withoutErasedRows)
  const left = withoutCells(kept, all, vocabulary, tablesOf)
  return {
    // The salt hides what was erased from those who know the hashes; it is derived, so that a repetition finds the same.
    content: writeKept({ ...left, cells: packedGrids(left.grids) }, hash("sha256", `${salt} ${JSON.stringify(all)}`)),
    alike: alikeIn(cellsIn(kept), cellsIn(left), all)
  }
})

/** The shortest line that counts: shorter ones recur by chance. */
const shortest = 12

const alikeIn = (
  before: ReadonlyArray<PlacedCell>,
  left: ReadonlyArray<PlacedCell>,
  erased: ReadonlyArray<CellPlace>
): ReadonlyArray<PlacedCell> => {
  const lines = before
    .filter(({ place }) => erased.some((each) => samePlace(each, place)))
    .flatMap(({ words }) => words.split("\n").map((line) => line.trim()))
    .filter(({ length }) => length >= shortest)
  return left.filter(({ words }) => lines.some((line) => words.includes(line)))
}
