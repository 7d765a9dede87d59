/**
 * `frist report`: writes the report of a review to a new file, or prints it.
 */
import { isReportFormat, type ReportFormat } from "@frist/reports/ReportFile"
import { reportHistory } from "@frist/reports/ReportAssembly"
import { copyTexts } from "../texts/CopyTexts.ts"
import { rootText } from "@frist/evidence/checkpoints/Checkpoint"
import { EvidenceBroken } from "@frist/evidence/StoredEvent"
import { verifiedLog } from "@frist/store/evidence/VerifiedLog"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { evidenceFailure } from "../copy/CopyFailure.ts"
import { wrongUsage } from "../failures/Failure.ts"
import { frist } from "../RootCommand.ts"
import { type Session, sessionOf } from "../Session.ts"
import { nearestReview } from "../editions/ReviewDays.ts"
import { activityArgument, dayArgument } from "../arguments/ArgumentValues.ts"
import { chosenPlan } from "../arguments/ChosenPlan.ts"
import { withLog } from "../SessionLog.ts"
import { reportMaker } from "../Version.ts"
import { madeReport, type ReportRequest } from "./ReportRequest.ts"
import { writeNewFile } from "../files/NewFile.ts"

interface Input {
  readonly heldOn: string
  readonly out: Option.Option<string>
  readonly anchor: Option.Option<string>
  readonly findings: boolean
}

/** Writes the report of a review to a new file, or prints it. */
export const runReport = Effect.fn("runReport")(function* (input: Input) {
  const flags = yield* frist
  const session = yield* sessionOf(flags, "text")
  const { phrase } = session
  const { errors, outcomes } = phrase.text
  const out = Option.getOrUndefined(input.out)
  const format = formatOf(flags.format, out)
  if (format === undefined) return yield* wrongUsage(errors.noFormat(out ?? ""))
  if ((format === "docx" || format === "xlsx") && out === undefined) return yield* wrongUsage(errors.needsFile(format))
  const heldOn = yield* dayArgument(input.heldOn, phrase)
  if (heldOn > session.today) return yield* wrongUsage(errors.reportAhead(heldOn))
  const { checkpoint, events, id } = yield* withLog(session, false, verifiedPlan(session))
  const today = Option.isSome(flags.today) ? session.times.today : heldOn
  const history = reportHistory(events, { heldOn, today, knownAt: session.times.knownAt })
  const { knownAt = Infinity } = history.times
  const known = events.filter(({ recordedAt }) => recordedAt <= knownAt)
  if (known.length === 0) return yield* wrongUsage(errors.reportUnknown)
  const first = known.reduce<string>((least, { effectiveOn }) => (effectiveOn < least ? effectiveOn : least), "9999")
  if (heldOn < first) return yield* wrongUsage(errors.reportBefore(heldOn, first))
  const { reviews } = history.plan
  // Between reviews the report is of how things stand. A mistyped day must not pass for a review.
  const notice = reviews.includes(heldOn)
    ? Effect.void
    : Console.error(outcomes.notAReview(heldOn, nearestReview(heldOn, reviews) ?? null))
  const anchor = Option.isNone(input.anchor) ? undefined : yield* activityArgument(input.anchor.value, history, phrase)
  const request: ReportRequest = {
    plan: id,
    heldOn,
    today,
    knownAt: history.times.knownAt,
    anchor,
    findings: input.findings,
    language: phrase.language,
    format
  }
  const printed = { ...checkpoint, root: rootText(checkpoint.root) }
  const bytes = yield* Effect.promise(() => madeReport(request, { events, checkpoint: printed, software: reportMaker }))
  if (out === undefined) {
    yield* notice
    return yield* Console.log(new TextDecoder().decode(bytes).trimEnd())
  }
  yield* writeNewFile(out, bytes, session)
  yield* notice
  return yield* Console.log(outcomes.reported(out))
})

/** Returns the format of that name; for `text`, the default of views, the format of the file's extension. */
const formatOf = (asked: string, file: string | undefined): ReportFormat | undefined => {
  const name = asked === "text" ? (file === undefined ? "md" : file.replace(/^.*\./u, "").toLowerCase()) : asked
  return isReportFormat(name) ? name : undefined
}

/** Reads the chosen plan and the checkpoint at its last known event; refused if the log fails verification. */
const verifiedPlan = Effect.fnUntraced(function* (session: Session) {
  const { plan: id } = yield* chosenPlan(session)
  const texts = copyTexts[session.phrase.language]
  const read = yield* verifiedLog(id, session.times.knownAt).pipe(
    Effect.mapError((error) =>
      error instanceof EvidenceBroken ? evidenceFailure(error, texts.inLog(error.position), texts) : error
    )
  )
  return { ...read, id }
})
