/**
 * Recording proposals from a file: all of them as one batch, or none.
 */
import * as Plan from "@frist/domain/Plan"
import { BatchId } from "@frist/domain/Names"
import { EventLog } from "@frist/store/EventLog"
import { applyProposals, MovedOn } from "@frist/store/Recording"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { hash } from "node:crypto"
import { refused, wrongUsage } from "../Failure.ts"
import { printEdition } from "./ImportSummary.ts"
import { readProposals } from "./ProposalsOnDisk.ts"
import { session, type Session, withLog } from "../Session.ts"
import type { Imported } from "../Shapes.ts"
import { newEvent } from "./ImportUseCase.ts"

/** Records the proposals in a file, and tells what came of it. */
export const applyFile = Effect.fn(function* (file: string) {
  const own = yield* session
  const { errors, said, plural } = own.phrase.text
  const { bytes, proposals: given } = yield* readProposals(file, own)
  const { heldOn, plan, proposals } = given
  if (heldOn > own.today) return yield* wrongUsage(errors.reviewAhead(heldOn))
  const other = proposals.find(({ command }) => command._tag === "HoldReview" && command.heldOn !== heldOn)
  if (other !== undefined) return yield* refused(errors.otherReview(heldOn))
  if (own.plan._tag === "Some" && own.plan.value !== plan) return yield* wrongUsage(errors.otherPlan(plan))
  const outcome = yield* withLog(
    own,
    given.basedOn === 0,
    Effect.gen(function* () {
      const log = yield* EventLog
      const before = Plan.at(yield* log.read(plan), { asOf: heldOn })
      const batch = BatchId.make(`proposals-${hash("sha256", bytes)}`)
      const context = { plan, actor: own.actor, effectiveOn: heldOn, batch }
      const appended = yield* applyProposals(context, proposals, given.basedOn)
      const repeated = appended.repeated || appended.last < appended.first
      const limit = appended.last - appended.first + 1
      const records = repeated ? [] : yield* log.read(plan, { after: appended.first - 1, limit })
      return { before, events: records.flatMap(newEvent), repeated }
    })
  ).pipe(Effect.mapError((error) => (error instanceof MovedOn ? refused(account(error, own)) : error)))
  const { before, events, repeated } = outcome
  if (own.format === "json") {
    const view = "frist/import" as const
    const imported: Imported = { view, version: 1, plan, heldOn, dryRun: false, repeated, events }
    return yield* Console.log(JSON.stringify(imported, null, 2))
  }
  if (repeated) return yield* Console.log(said.alreadyApplied)
  yield* Console.log(said.applied(plural.events(events.length), heldOn))
  yield* printEdition(events, before, own)
})

const most = 5

/** What was recorded since the proposals were made. */
const account = ({ basedOn, head, since }: MovedOn, { phrase: { text } }: Session): string => {
  if (since.length === 0) return text.errors.otherLog(basedOn, head)
  const told = since
    .slice(0, most)
    .map(
      ({ activity, position, type }) =>
        `${position} ${eventName(text.event, type)}${activity === null ? "" : ` (${activity})`}`
    )
  return text.errors.movedOn([...told, ...(since.length > most ? ["…"] : [])].join(", "))
}

const eventName = (names: Readonly<Record<string, string>>, type: string): string => names[type] ?? type
