/**
 * The effects of an edition on later editions that are already recorded. Each is compared again with the plan before
 * it, and proposes, on its own day, what it would have proposed if the older edition had come first.
 */
import type { Day } from "@frist/domain/Day"
import { lens } from "@frist/domain/Lens"
import { indexOf } from "@frist/domain/LogIndex"
import type { Position } from "@frist/domain/Names"
import { type Plan, planAt } from "@frist/domain/Plan"
import type { RecordedEvent, Source } from "@frist/domain/RecordedEvent"
import type { ActivityIds } from "../matching/ActivityIds.ts"
import type { Cells } from "../Edition.ts"
import { type Basis, type Proposal } from "@frist/domain/Proposal"
import { provisionalRecords, decideAll } from "@frist/domain/BatchDecision"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { reconsider } from "./Reconsideration.ts"

/** A recorded edition: its day, its document, and the position of its review. */
interface Later {
  readonly heldOn: Day
  readonly position: Position
  readonly source: Source
}

/** The older edition: its day, its headings and its proposals to the plan of `basis`. `ids` gives activities their ids. */
interface OlderEdition {
  readonly proposals: ReadonlyArray<Proposal>
  readonly basis: Basis
  readonly heldOn: Day
  readonly ids: ActivityIds
  readonly headings: Cells
  readonly vocabulary: Vocabulary
}

type Log = ReadonlyArray<RecordedEvent>

/** Returns the proposals, each effective on a later edition's day, that follow from `proposals` of `heldOn`. */
export const laterEditions = ({
  basis,
  headings,
  heldOn,
  ids,
  proposals,
  vocabulary
}: OlderEdition): ReadonlyArray<Proposal> => {
  const editions = editionsAfter(basis.log, heldOn)
  if (editions.length === 0) return []
  const { events } = decideAll(proposals, basis, heldOn)
  const touched = new Set(events.flatMap(({ activity }) => activity ?? []))
  const reason = `${proposals.find(({ source }) => source !== null)?.source?.document ?? ""} (${heldOn})`
  let log: Log = [...basis.log, ...provisionalRecords(events, basis.log)]
  return editions.flatMap((edition) => {
    if (touched.size === 0) return []
    const asOf = edition.heldOn
    const consequences = reconsider(
      {
        ...edition,
        log: basis.log,
        was: before(basis.log, edition),
        now: before(log, edition),
        after: planAt(basis.log, { asOf }),
        end: planAt(log, { asOf })
      },
      touched,
      { ids, headings, reason, vocabulary }
    )
    const { events, refused } = decideAll(consequences, { ...basis, index: indexOf(log), log }, heldOn)
    for (const { activity } of events) if (activity !== null) touched.add(activity)
    log = [...log, ...provisionalRecords(events, log)]
    const not = new Set(refused.map(({ proposal }) => proposal))
    return consequences.filter((each) => !not.has(each))
  })
}

const editionsAfter = (log: Log, heldOn: Day): ReadonlyArray<Later> =>
  lens(log).flatMap(({ fact, record: { effectiveOn, position, source } }) =>
    fact._tag === "ReviewHeld" && source !== null && effectiveOn > heldOn
      ? [{ heldOn: effectiveOn, position, source }]
      : []
  )

/** Returns the plan as it was before an edition. */
const before = (log: Log, { heldOn, position }: Later): Plan =>
  planAt(
    log.filter(
      (record) =>
        record.effectiveOn !== heldOn ||
        record.position < position ||
        record.type === "Corrected" ||
        record.type === "Redacted"
    ),
    { asOf: heldOn }
  )
