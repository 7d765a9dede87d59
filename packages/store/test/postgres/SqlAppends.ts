/**
 * Rows as a writer may append them in SQL, without the adapter: right in all that is not said otherwise.
 */
import { contentDigest, headerHash } from "@frist/evidence/Leaf"
import { Day } from "@frist/domain/Day"
import { Actor, BatchId, PlanId } from "@frist/domain/Names"

interface SqlRow {
  readonly activities?: string
  readonly actor?: string
  readonly batch?: string
  /** The type as the header spells it, in JSON without its quotes. */
  readonly type?: string
  readonly header?: string
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const bytea = (bytes: Uint8Array): string => `'\\x${Buffer.from(bytes).toString("hex")}'::bytea`

/** The call that appends one row of one event, with the hash of what its writer says. */
export const appending = (
  plan: string,
  after: number,
  content: string,
  { activities = "[]", actor = "x", batch = "id", type = "FollowUpNoted", header }: SqlRow = {}
): string => {
  const bytes = Buffer.from(content)
  const salt = Buffer.alloc(32, 1)
  const said = headerHash(
    {
      plan: plan as PlanId,
      activity: null,
      type: JSON.parse(`"${type}"`),
      effectiveOn: Day.make("2024-01-01"),
      actor: actor as Actor,
      batch: batch as BatchId,
      provenance: "stated",
      source: null
    },
    contentDigest(salt, bytes)
  )
  return `select verdict from frist.append(array[${quoted(plan)}], array[${quoted(batch)}], array[${quoted(actor)}], array[${after}], array[0], '{}',
    array[1], array[1], array[${quoted(activities)}], array['[["2024-01-01","stated"]]'],
    array[${quoted(header ?? `[[${bytes.length},null,"${type}",0]]`)}], array[${bytea(bytes)}], array[${bytea(salt)}], array[${bytea(said)}])`
}
