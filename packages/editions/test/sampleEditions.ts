/**
 * The sample plan's editions, and their logs without a store.
 */
import type { Edition } from "../src/Edition.ts"
import { Day } from "@frist/domain/Day"
import { type Basis, basisOf, type Proposal } from "@frist/domain/decisions/Proposal"
import { decideAll } from "@frist/domain/decisions/BatchDecision"
import { propose } from "../src/changes/EditionChanges.ts"
import { RecordedEvent } from "@frist/domain/RecordedEvent"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { readFileSync } from "node:fs"
import { keepIn, readAgainIn } from "./keptInTests.ts"
import { readCsv } from "../src/formats/csv/CsvEdition.ts"

export const day = (text: string): Day => Day.make(text)
export const heldOn = ["2023-12-15", "2024-06-17", "2024-12-16"] as const

export const bytesOf = (held: string): Uint8Array =>
  readFileSync(new URL(`../../../examples/plan/${held}.csv`, import.meta.url))

export const read = (bytes: Uint8Array | string, document = "plan.csv") =>
  readCsv(document, typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes)

export const editionOf = (held: string): Edition => Result.getOrThrow(read(bytesOf(held), `${held}.csv`))

export type Log = ReadonlyArray<RecordedEvent>

const recorded = Schema.decodeUnknownSync(RecordedEvent)

/** Returns the log after these proposals, effective and recorded on one day. */
export const recordedOn = (held: string, before: Log, proposals: (basis: Basis) => ReadonlyArray<Proposal>): Log => {
  const basis = basisOf(before, day(held))
  const { events, refused } = decideAll(proposals(basis), basis, day(held))
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
  return [
    ...before,
    ...events.map((event, i) =>
      recorded({
        ...event,
        plan: "plan",
        position: before.length + i + 1,
        type: event.event._tag,
        recordedAt: Date.parse(`${held}T12:00:00Z`),
        actor: "Strategen",
        batch: `b-${held}`
      })
    )
  ]
}

export const imported = (held: string, before: Log = []): Log => {
  const edition = editionOf(held)
  let decided: ReturnType<typeof propose>["decided"] = new Map()
  const after = recordedOn(held, before, (basis) => {
    const proposed = propose(edition, basis, day(held), {
      title: "Digital strategi",
      readAgain: readAgainIn(before)
    })
    decided = proposed.decided
    return proposed.proposals
  })
  keepIn(after.slice(before.length), edition, decided)
  return after
}
