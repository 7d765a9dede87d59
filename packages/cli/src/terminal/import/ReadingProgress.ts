/**
 * The progress of reading a log, on one line of a terminal.
 */
import * as Effect from "effect/Effect"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { evidenceTexts } from "../../texts/EvidenceTexts.ts"

/** Shows progress on a terminal: `show` the number of events, `clear` the line at the end. */
export const readingProgress = ({ language, text }: CommandPhrases) => {
  const { reading } = evidenceTexts[language]
  return {
    show: (events: number): Effect.Effect<void> =>
      Effect.sync(() => {
        if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${reading(text.plural.events(events))}`)
      }),
    clear: Effect.sync(() => {
      if (process.stderr.isTTY) process.stderr.write("\r\u001b[K")
    })
  }
}
