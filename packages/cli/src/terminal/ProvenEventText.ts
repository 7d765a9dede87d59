/**
 * The event that a proof is of, as text for a terminal: what it records, of which activity and day, by whom and from where.
 */
import type { EventProof } from "@frist/evidence/Proof"
import { instantWords } from "@frist/reports/words/Phrases"
import { eventIn } from "@frist/store/EventDecoder"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { eventWords } from "./EventWords.ts"
import { type Canvas, sectionedTable } from "./TerminalTable.ts"

/** Returns the event as a table. Content of a newer version, which has no words here, is shown as it is stored. */
export const provenEventText = ({ event, recorded }: EventProof, phrase: CommandPhrases, canvas: Canvas): string => {
  const { text } = phrase
  const { activity, actor, content, effectiveOn, position, source, type } = event
  const kinds: Readonly<Record<string, string>> = text.event
  const known = content === null ? undefined : eventIn(content)
  const words =
    content === null ? text.contentRemoved : known === undefined ? content : eventWords(known, (id) => id, phrase)
  const rows = [
    [text.heading.activity, activity ?? text.wholePlan],
    [text.heading.saidOn, effectiveOn],
    [text.heading.what, words],
    [text.heading.by, `${actor}\n${instantWords(recorded)}`],
    [text.heading.source, source === null ? "" : text.sourceRow(source.document, source.table, source.row)]
  ].filter(([, value]) => value !== "")
  const columns = [
    { heading: `${text.heading.event} ${position}`, least: 12 },
    { heading: Object.hasOwn(kinds, type) ? (kinds[type] ?? type) : type, least: 24 }
  ]
  return sectionedTable(columns, [{ heading: [], rows }], canvas)
}
