/**
 * Editions that tests keep, and what a log holds of them.
 */
import type { PlanId } from "@frist/domain/Names"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import { note } from "../src/contract/ContractFixture.ts"
import type { EventLog, KeptEdition } from "../src/EventLog.ts"
import { contentHash } from "../src/KeptContent.ts"

/** Returns an edition whose text can be searched for; it is longer than a page of a database. */
export const editionOf = (letter: string, text = `hemlig-${letter}-`): KeptEdition => ({
  sha256: letter.repeat(64),
  document: `${letter}.csv`,
  content: new Uint8Array(Buffer.from(text.repeat(2000)))
})

/** Returns the decision that leaves this content of an edition. */
export const erasedEvent = ({ sha256 }: KeptEdition, content: Uint8Array | null = null): NewEvent => ({
  ...note(""),
  event: {
    _tag: "EditionErased",
    sha256,
    cells: content === null ? null : [{ table: 1, row: 2, column: 3 }],
    content: content === null ? null : contentHash(content),
    decision: "Dnr 2026/17"
  }
})

/** Returns the texts that a plan keeps, by the first letter of their documents. */
export const keptIn = (log: EventLog["Service"], plan: PlanId) =>
  Effect.flatMap(log.editions(plan), (listed) =>
    Effect.map(
      Effect.forEach(listed, ({ sha256 }) =>
        Effect.map(log.edition(plan, sha256), (content) => [sha256[0] ?? "", Buffer.from(content ?? []).toString()])
      ),
      Object.fromEntries<string>
    )
  )
