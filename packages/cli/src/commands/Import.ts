/**
 * The command that takes a follow-up document in.
 */
import { BatchId, decideAll, type Edition, type NewEvent, Plan, PlanId, propose, slug } from "@frist/domain"
import { UnreadableDocument } from "@frist/documents"
import { EventLog } from "@frist/store/EventLog"
import { recordProposals } from "@frist/store/Recording"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { basename } from "node:path"
import { refused, wrongUsage } from "../Failure.ts"
import { printFindings } from "../ImportReport.ts"
import { readDocument } from "../ReadDocument.ts"
import type { Imported } from "../Shapes.ts"
import { dayArgument, documentFailure, session, type Session, withLog } from "../Session.ts"

export const importCommand = Command.make(
  "import",
  {
    file: Argument.String("FILE").pipe(Argument.withDescription("A follow-up document as CSV")),
    heldOn: Flag.String("held-on").pipe(
      Flag.withDescription("The day of the review it was presented at"),
      Flag.withMetavar("DATE")
    ),
    title: Flag.String("title").pipe(Flag.withDescription("The plan's title, if it is new"), Flag.optional),
    dryRun: Flag.Boolean("dry-run").pipe(
      Flag.withDescription("Show what would be recorded, and store nothing"),
      Flag.withDefault(false)
    )
  },
  Effect.fn(function* ({ dryRun, file, heldOn, title }) {
    const own = yield* session
    const { said } = own.phrase.text
    const day = yield* dayArgument(heldOn, own.phrase)
    const edition = yield* readEdition(file, own)
    const name = Option.getOrElse(title, () => titleOf(edition.document))
    const propositions = (plan: Plan.Plan) => propose(edition, plan, day, name)
    const outcome = yield* withLog(
      own,
      !dryRun,
      Effect.gen(function* () {
        const log = yield* EventLog
        const plan = yield* planFor(
          own,
          edition.document,
          (yield* log.plans).map((each) => each.plan)
        )
        const before = yield* log.read(plan)
        if (dryRun)
          return {
            plan,
            ...decideAll(propositions(Plan.at(before, { asOf: day })), Plan.at(before, { asOf: day }), day),
            repeated: false
          }
        const appended = yield* recordProposals(
          {
            plan,
            actor: own.actor,
            effectiveOn: day,
            batch: BatchId.make(`edition-${edition.sha256}-${day}`)
          },
          propositions
        )
        const after = yield* log.read(plan, { after: appended.first - 1 })
        const events = after.flatMap((record) =>
          record.event === null || record.position > appended.last ? [] : [{ ...record, event: record.event }]
        )
        return { plan, events, repeated: appended.repeated || appended.last < appended.first }
      })
    ).pipe(dryRun ? orEmpty(own, edition, propositions, day) : (self) => self)
    const rows = said.tables(...counts(edition))
    const events = own.phrase.text.plural.events(outcome.events.length)
    if (own.format === "json") {
      const { plan, repeated } = outcome
      const imported: Imported = {
        view: "frist/import",
        version: 1,
        plan,
        heldOn: day,
        dryRun,
        repeated,
        events: repeated ? [] : outcome.events.map(newEvent)
      }
      yield* Console.log(JSON.stringify(imported, null, 2))
    } else if (outcome.repeated) {
      yield* Console.log(said.nothingNew)
    } else {
      yield* Console.log(dryRun ? said.wouldImport(rows, events, day) : said.imported(rows, events, day))
      yield* printFindings(outcome.events, own)
    }
    const left = outcome.repeated
      ? 0
      : outcome.events.filter(({ event }) => event._tag === "FindingRaised" && event.severity === "error").length
    if (left > 0) return yield* refused(said.leftOut(left))
  })
).pipe(
  Command.withDescription("Take a follow-up document in: one batch of events, each naming its table and row"),
  Command.withExamples([
    { command: "frist import uppfoljning.csv --held-on 2023-12-15", description: "Record an edition" }
  ])
)

/** An event without what the log adds to it. */
const newEvent = ({ activity, effectiveOn, event, provenance, source }: NewEvent): NewEvent => ({
  activity,
  event,
  effectiveOn,
  provenance,
  source
})

/** A dry run needs no database: where there is none, the edition is held against an empty plan. */
const orEmpty =
  (
    own: Session,
    edition: Edition.Edition,
    propositions: (plan: Plan.Plan) => ReturnType<typeof propose>,
    day: Parameters<typeof decideAll>[2]
  ) =>
  <A, E extends { readonly _tag: string; readonly exitCode?: number }, R>(self: Effect.Effect<A, E, R>) =>
    Effect.catchIf(
      self,
      (error) => error.exitCode === 3,
      () =>
        Effect.map(planFor(own, edition.document, []), (plan) => ({
          plan,
          repeated: false,
          ...decideAll(propositions(Plan.initial), Plan.initial, day)
        }))
    )

const readEdition = Effect.fnUntraced(function* (file: string, { phrase }: Session) {
  const document = basename(file)
  const bytes = yield* readDocument(file).pipe(Effect.mapError((error) => documentFailure(error, phrase)))
  if (!/\.(?:csv|txt|tsv)$/iu.test(file)) {
    return yield* documentFailure(new UnreadableDocument({ document, problem: "unknownFormat", detail: "" }), phrase)
  }
  const { readCsv } = yield* Effect.promise(() => import("@frist/documents/CsvEdition"))
  const read = readCsv(document, bytes)
  return Result.isFailure(read) ? yield* documentFailure(read.failure, phrase) : read.success
})

const planFor = (own: Session, document: string, plans: ReadonlyArray<PlanId>) => {
  const { errors } = own.phrase.text
  if (Option.isSome(own.plan)) return Effect.succeed(own.plan.value)
  const only = plans[0]
  if (plans.length > 1) return Effect.fail(wrongUsage(errors.whichPlan(plans.join(", "))))
  return Effect.succeed(only ?? PlanId.make(slug(titleOf(document), 60) || "plan"))
}

/** A document's name without its ending and date: `landskrona-2023-12.csv` is of the plan `landskrona`. */
const titleOf = (document: string): string => {
  const name = document.replace(/\.[^.]*$/u, "").replace(/[-_ ]*\d{4}(?:[-_ ]\d{1,2}){0,2}$/u, "")
  return name === "" ? "Plan" : name
}

const counts = (edition: Edition.Edition): readonly [number, number, number] => {
  const rows = (kind: string) =>
    edition.tables.filter((table) => table.kind === kind).reduce((sum, table) => sum + table.rows.length, 0)
  return [rows("activities"), rows("completed"), rows("timeline")]
}
