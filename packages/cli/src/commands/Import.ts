/**
 * The command that takes a follow-up document in.
 */
import { BatchId, decideAll, type NewEvent, Plan, propose } from "@frist/domain"
import { EventLog } from "@frist/store/EventLog"
import { recordProposals } from "@frist/store/Recording"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { planOf, readEdition, rowCounts, titleOf } from "../EditionFile.ts"
import { refused } from "../Failure.ts"
import { printEdition } from "../ImportReport.ts"
import { writeProposals } from "../ProposalsOnDisk.ts"
import { dayArgument, session, withLog, withLogIfAny } from "../Session.ts"
import type { Imported } from "../Shapes.ts"

export const importCommand = Command.make(
  "import",
  {
    file: Argument.String("FILE").pipe(Argument.withDescription("A follow-up document: DOCX, XLSX or CSV")),
    heldOn: Flag.String("held-on").pipe(
      Flag.withDescription("The day of the review it was presented at"),
      Flag.withMetavar("DATE")
    ),
    title: Flag.String("title").pipe(Flag.withDescription("The plan's title, if it is new"), Flag.optional),
    dryRun: Flag.Boolean("dry-run").pipe(
      Flag.withDescription("Show what would be recorded, and store nothing"),
      Flag.withDefault(false)
    ),
    propose: Flag.String("propose").pipe(
      Flag.withDescription("Write what would be recorded to a new file, to be edited and applied; store nothing"),
      Flag.withMetavar("FILE"),
      Flag.optional
    )
  },
  Effect.fn(function* ({ dryRun, file, heldOn, propose: proposals, title }) {
    const own = yield* session
    const { plural, said } = own.phrase.text
    const day = yield* dayArgument(heldOn, own.phrase)
    const edition = yield* readEdition(file, own)
    const stores = !dryRun && Option.isNone(proposals)
    const name = Option.getOrElse(title, () => titleOf(edition.document))
    const read = Effect.gen(function* () {
      const log = yield* EventLog
      const plan = yield* planOf(own, edition)
      return { log, plan, before: Plan.at(yield* log.read(plan), { asOf: day }) }
    })
    const tried = Effect.gen(function* () {
      const { before, plan } = yield* read
      const proposed = propose(edition, before, day, { title: name }).proposals
      const { events } = decideAll(proposed, before, day)
      if (Option.isSome(proposals)) {
        const { document, sha256 } = edition
        const basedOn = before.log.length
        const draft = { plan, heldOn: day, document, sha256, basedOn, proposals: proposed }
        yield* writeProposals(proposals.value, { format: "frist/proposals", version: 1, ...draft }, own)
      }
      return { plan, before, events, repeated: false }
    })
    const recorded = Effect.gen(function* () {
      const { before, log, plan } = yield* read
      const batch = BatchId.make(`edition-${edition.sha256}-${day}`)
      const appended = yield* recordProposals({ plan, actor: own.actor, effectiveOn: day, batch }, (standing) =>
        Effect.succeed(propose(edition, standing, day, { title: name }).proposals)
      )
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
      yield* printEdition(events, before, own)
    }
    const left = events.filter(({ event }) => event._tag === "FindingRaised" && event.severity === "error").length
    if (left > 0) return yield* refused(said.leftOut(left))
  })
).pipe(
  Command.withDescription("Take a follow-up document in: one batch of events, each naming its table and row"),
  Command.withExamples([
    { command: "frist import uppfoljning.docx --held-on 2023-12-15", description: "Record an edition" },
    {
      command: "frist import uppfoljning.docx --held-on 2023-12-15 --propose forslag.json",
      description: "Write what would be recorded to a file; record it with frist apply forslag.json"
    }
  ])
)

/** An event without what the log adds to it; none where its content was removed. */
export const newEvent = (record: Omit<NewEvent, "event"> & { readonly event: NewEvent["event"] | null }) => {
  const { activity, effectiveOn, event, provenance, source } = record
  return event === null ? [] : [{ activity, event, effectiveOn, provenance, source }]
}
