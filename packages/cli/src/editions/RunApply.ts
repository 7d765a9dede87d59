/**
 * `frist apply`: its argument, and what it prints. The recording itself is `@frist/editions/ProposalFile`.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { applyProposalFile, checkReviewDay } from "@frist/editions/ProposalFile"
import { EventLog } from "@frist/store/EventLog"
import type { MovedOn } from "@frist/store/Recording"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { refused, wrongUsage } from "../failures/Failure.ts"
import { refusedByPlan } from "../failures/RefusalSentence.ts"
import type { NameOf } from "../terminal/ActivityName.ts"
import { loggedNames } from "./LoggedNames.ts"
import { readProposals } from "./ProposalsOnDisk.ts"
import { canvas, printBelow } from "../Output.ts"
import { importText } from "../terminal/import/ImportText.ts"
import { readSession, type Session } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import type { ImportView } from "./EditionViews.ts"

/** Records the proposals in a file, and prints the outcome. */
export const runApply = Effect.fn(function* (path: string) {
  const session = yield* readSession
  const { errors, outcomes, plural } = session.phrase.text
  const { bytes, proposals: file } = yield* readProposals(path, session)
  const { heldOn, plan } = file
  if (heldOn > session.today) return yield* wrongUsage(errors.reviewAhead(heldOn))
  // Before the log is opened: opening may make a file.
  yield* Effect.mapError(checkReviewDay(file), () => refused(errors.otherReview(heldOn)))
  if (session.plan._tag === "Some" && session.plan.value !== plan) return yield* wrongUsage(errors.otherPlan(plan))
  const applied = applyProposalFile(file, { actor: session.actor, bytes }).pipe(
    Effect.catchTags({
      ReviewDayDiffers: () => Effect.fail(refused(errors.otherReview(heldOn))),
      MovedOn: (error) => Effect.flatMap(loggedNames(plan), (nameOf) => refused(account(error, nameOf, session))),
      Refused: ({ refusal }) =>
        Effect.flatMap(
          Effect.flatMap(EventLog, (log) => log.read(plan)),
          (events) => refusedByPlan(refusal, session.phrase, events)
        )
    })
  )
  const { before, corrected, events, repeated } = yield* withLog(session, file.basedOn === 0, applied)
  if (session.format === "json") {
    const view = "frist/import" as const
    const imported: ImportView = { view, version: 1, plan, heldOn, dryRun: false, repeated, events }
    return yield* Console.log(jsonText(imported, 2))
  }
  if (repeated) return yield* Console.log(outcomes.alreadyApplied)
  yield* Console.log(outcomes.applied(plural.events(events.length), heldOn))
  yield* printBelow(importText({ events, before, corrected, isRecorded: true }, session.phrase, canvas()))
})

const most = 5

/** Says what was recorded since the proposals were made. */
const account = ({ basedOn, head, since }: MovedOn, nameOf: NameOf, { phrase: { text } }: Session): string => {
  if (since.length === 0) return text.errors.otherLog(basedOn, head)
  const events = since
    .slice(0, most)
    .map(
      ({ activity, position, type }) =>
        `${position} ${eventName(text.event, type)}${activity === null ? "" : ` (${nameOf(activity)})`}`
    )
  return text.errors.movedOn([...events, ...(since.length > most ? ["…"] : [])].join(", "))
}

const eventName = (names: Readonly<Record<string, string>>, type: string): string => names[type] ?? type
