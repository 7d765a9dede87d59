/**
 * Taking a follow-up document in: read, held against the plan, and recorded, tried, or proposed.
 */
import type { Day } from "@frist/domain/Day"
import type * as Edition from "@frist/editions/Edition"
import * as Plan from "@frist/domain/Plan"
import { ActivityId, BatchId } from "@frist/domain/Names"
import { decideAll } from "@frist/domain/Proposal"
import type { Decisions, Match } from "@frist/editions/matching/RowMatch"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import { propose } from "@frist/editions/changes/EditionChanges"
import { readRowAddress, rowAddress } from "@frist/editions/reading/RowAddress"
import type { Phrases } from "@frist/reports/words/Phrases"
import { EventLog } from "@frist/store/EventLog"
import { recordProposals } from "@frist/store/Recording"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { hash } from "node:crypto"
import { planOf, readEdition, rowCounts, titleOf } from "./EditionFile.ts"
import { refused, wrongUsage } from "../Failure.ts"
import { printEdition } from "./ImportSummary.ts"
import { storable } from "../commands/Act.ts"
import { writeProposals } from "./ProposalsOnDisk.ts"
import { dayArgument, session, withLog, withLogIfAny } from "../Session.ts"
import type { Imported } from "../Shapes.ts"

/** What the command was given. */
export interface ImportInput {
  readonly file: string
  readonly heldOn: string
  readonly title: Option.Option<string>
  readonly match: ReadonlyArray<string>
  readonly dryRun: boolean
  readonly propose: Option.Option<string>
}

/** Ends with what a person is told; fails where rows were left out. */
export const importEdition = Effect.fn(function* (input: ImportInput) {
  const { dryRun, file, heldOn, match, propose: proposals, title } = input
  const own = yield* session
  const { plural, said } = own.phrase.text
  const day = yield* dayArgument(heldOn, own.phrase)
  const stores = !dryRun && Option.isNone(proposals)
  if (stores && day > own.today) return yield* wrongUsage(own.phrase.text.errors.reviewAhead(day))
  const matches = yield* decisions(match, own.phrase)
  if (Option.isSome(title)) yield* storable(title.value, own.phrase)
  const edition = yield* readEdition(file, own)
  const options = { title: Option.getOrElse(title, () => titleOf(edition.document)), matches }
  const read = Effect.gen(function* () {
    const log = yield* EventLog
    const plan = yield* planOf(own, edition)
    return { log, plan, before: Plan.at(yield* log.read(plan), { asOf: day }) }
  })
  const tried = Effect.gen(function* () {
    const { before, plan } = yield* read
    const { matches: found, proposals: proposed } = propose(edition, before, day, options)
    yield* taken(matches, found, { day, plan: before }, own.phrase)
    const { events } = decideAll(proposed, before, day)
    if (Option.isSome(proposals)) {
      const { document, sha256 } = edition
      const basedOn = before.log.length
      const draft = { plan, heldOn: day, document, sha256, basedOn, matches: found, proposals: proposed }
      yield* writeProposals(proposals.value, { format: "frist/proposals", version: 1, ...draft }, own)
    }
    return { plan, before, events, repeated: false }
  })
  const recorded = Effect.gen(function* () {
    const { before, log, plan } = yield* read
    const decided = match.length === 0 ? "" : `-${hash("sha256", JSON.stringify([...matches].sort()))}`
    const batch = BatchId.make(`edition-${edition.sha256}-${day}${decided}`)
    const appended = yield* recordProposals({ plan, actor: own.actor, effectiveOn: day, batch }, (standing) => {
      const proposed = propose(edition, standing, day, options)
      return Effect.as(taken(matches, proposed.matches, { day, plan: standing }, own.phrase), proposed.proposals)
    })
    const repeated = appended.repeated || appended.last < appended.first
    const limit = appended.last - appended.first + 1
    const records = repeated ? [] : yield* log.read(plan, { after: appended.first - 1, limit })
    return { plan, before, events: records.flatMap(newEvent), repeated }
  })
  const { before, events, plan, repeated } = yield* stores ? withLog(own, true, recorded) : withLogIfAny(own, tried)
  if (own.format === "json") {
    const imported: Imported = {
      view: "frist/import",
      version: 1,
      plan,
      heldOn: day,
      dryRun: !stores,
      repeated,
      events
    }
    yield* Console.log(JSON.stringify(imported, null, 2))
  } else if (repeated) {
    yield* Console.log(said.nothingNew)
  } else {
    const rows = said.tables(...rowCounts(edition))
    const count = plural.events(events.length)
    yield* Console.log(stores ? said.imported(rows, count, day) : said.wouldImport(rows, count, day))
    if (Option.isSome(proposals)) yield* Console.log(said.proposed(proposals.value))
    for (const remark of remarksOn(edition, day, before, title, own.phrase)) yield* Console.log(remark)
    yield* printEdition(events, before, own)
  }
  const left = new Set(
    events.flatMap(({ event, source }) =>
      event._tag === "FindingRaised" && event.severity === "error" ? [`${source?.table} ${source?.row}`] : []
    )
  )
  if (left.size > 0) return yield* refused(said.leftOut(left.size))
})

/** What a person decided of rows: `klara:12=grona-korset`. */
const decisions = Effect.fnUntraced(function* (given: ReadonlyArray<string>, { text }: Phrases) {
  const decided = new Map<string, ActivityId | "new">()
  for (const words of given) {
    const at = words.indexOf("=")
    const address = readRowAddress(words.slice(0, at))
    const to = words.slice(at + 1).trim()
    const activity = to === "new" || to === "ny" ? ("new" as const) : Option.getOrUndefined(asActivity(to))
    if (at === -1 || address === undefined || activity === undefined) {
      return yield* wrongUsage(text.errors.notAMatch(words))
    }
    decided.set(rowAddress(address), activity)
  }
  return decided
})

interface Standing {
  readonly plan: Plan.Plan
  readonly day: Day
}

/**
 * Every decision was taken: its row is in the document, and its activity in the plan and not another row's. A row that is
 * new is in no earlier edition word for word; what this one registered is new when it is taken in again.
 */
const taken = (
  decided: Decisions,
  found: ReadonlyArray<Match>,
  { day, plan }: Standing,
  { text: { errors } }: Phrases
) => {
  for (const [address, activity] of decided) {
    const match = found.find(({ row }) => row === address)
    if (match === undefined) return Effect.fail(wrongUsage(errors.noSuchRow(address)))
    if (activity !== "new" && match.activity !== activity) {
      return Effect.fail(refused(errors.matchNotTaken(address, activity)))
    }
    const known = match.activity === null ? undefined : plan.activities.get(match.activity)
    if (activity === "new" && known !== undefined && known.registeredOn !== day) {
      return Effect.fail(refused(errors.matchNotNew(address, known.id)))
    }
  }
  return Effect.void
}

const asActivity = Schema.decodeOption(ActivityId)

/** What a person may not have meant: another day for a file that is known, an older edition, a title that is not used. */
const remarksOn = (
  { sha256 }: Edition.Edition,
  day: Day,
  { log, title }: Plan.Plan,
  wanted: Option.Option<string>,
  { text: { said } }: Phrases
): ReadonlyArray<string> => {
  const other = log.find(
    (record) => record.source?.sha256 === sha256 && record.type === "ReviewHeld" && record.effectiveOn !== day
  )
  const later = log
    .filter(({ effectiveOn, type }) => type === "ReviewHeld" && effectiveOn > day)
    .map((record) => record.effectiveOn)
  return [
    ...(other === undefined ? [] : [said.otherDay(other.effectiveOn)]),
    ...(later.length === 0 ? [] : [said.backDated(later.sort().at(-1) ?? day)]),
    ...(title !== null && Option.isSome(wanted) && wanted.value !== title ? [said.titleKept(title)] : [])
  ]
}

/** An event without what the log adds to it; none where its content was removed. */
export const newEvent = (record: Omit<NewEvent, "event"> & { readonly event: NewEvent["event"] | null }) => {
  const { activity, effectiveOn, event, provenance, source } = record
  return event === null ? [] : [{ activity, event, effectiveOn, provenance, source }]
}
