/**
 * Searches the kept cells of a plan for words.
 */
import type { PlanId } from "@frist/domain/Names"
import { cellsWith } from "@frist/editions/keeping/CellErasure"
import { readKept } from "@frist/editions/keeping/KeptFormat"
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { EditionsView } from "./EditionViews.ts"

type Found = NonNullable<EditionsView["found"]>[number]

/** The most cells that are listed. */
const most = 1000

/** Returns the kept cells that hold any of some words, one document after another. */
export const keptCellsWith = Effect.fnUntraced(function* (plan: PlanId, sought: ReadonlyArray<string>) {
  const log = yield* EventLog
  const found: Array<Found> = []
  for (const { document, sha256 } of yield* log.editions(plan)) {
    const content = yield* log.edition(plan, sha256)
    const read = content === undefined ? undefined : readKept(content)
    if (read === undefined || Result.isFailure(read)) continue
    const places = new Set<string>()
    for (const words of sought) {
      for (const cell of cellsWith(read.success.kept, words)) {
        const key = JSON.stringify(cell.place)
        if (places.has(key) || found.length === most) continue
        places.add(key)
        found.push({ document, ...cell })
      }
    }
  }
  return found as ReadonlyArray<Found>
})
