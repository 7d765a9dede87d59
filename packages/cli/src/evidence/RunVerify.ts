/**
 * `frist verify`: verifies a log, on its own and against printed checkpoints.
 */
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { originOf, rootText } from "@frist/evidence/checkpoints/Checkpoint"
import { readVerifierKey, type VerifierKey } from "@frist/evidence/checkpoints/Note"
import { checkpointSignedBy } from "@frist/evidence/checkpoints/NoteSignature"
import { type KeptVerification, verifyKept } from "@frist/store/evidence/KeptVerification"
import { verifyPlan } from "@frist/store/evidence/PlanVerification"
import type { CheckpointMatch } from "@frist/evidence/checkpoints/CheckpointMatch"
import { type BrokenEvent, logOrigin, type LogVerification } from "@frist/evidence/LogVerifier"
import type { PlanId } from "@frist/domain/Names"
import { EventLog } from "@frist/store/EventLog"
import { EvidenceLog } from "@frist/store/EvidenceLog"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { chosenPlan } from "../arguments/ChosenPlan.ts"
import { notExamined, refused, wrongUsage } from "../failures/Failure.ts"
import { print } from "../Output.ts"
import { readSession } from "../Session.ts"
import { examination } from "../database/RunDoctor.ts"
import { withExaminedLog } from "../SessionLog.ts"
import type { VerificationView } from "../JsonViews.ts"
import { nameOf } from "../files/UnreadableFile.ts"
import { readingProgress } from "../terminal/import/ReadingProgress.ts"
import { checkpointsOf } from "./CheckpointFiles.ts"
import { type ComparedReport, comparedReports } from "./ReportComparison.ts"
import { verificationText } from "./VerificationText.ts"
import { keptTexts } from "../texts/KeptTexts.ts"
import { verifyBundleFile } from "./BundleFile.ts"
import { verifyProof } from "./ProofFile.ts"

interface Input {
  readonly against: ReadonlyArray<string>
  readonly signedBy: Option.Option<string>
  readonly proof: Option.Option<string>
  readonly bundle: Option.Option<string>
}

/** Verifies the chosen plan, a proof or a bundle; refused if something fails verification. */
export const runVerify = Effect.fn("runVerify")(function* (input: Input) {
  const session = yield* readSession
  const texts = evidenceTexts[session.phrase.language]
  const given = (yield* Effect.forEach(input.against, (file) => checkpointsOf(file, session))).flat()
  const words = Option.getOrUndefined(input.signedBy)
  const key = words === undefined ? undefined : readVerifierKey(words)
  if (words !== undefined && key === undefined) return yield* wrongUsage(texts.notAKey(words))
  if (Option.isSome(input.bundle)) {
    if (Option.isSome(input.proof)) return yield* wrongUsage(texts.oneAtATime)
    return yield* verifyBundleFile(input.bundle.value, { given, signer: words ?? "" }, session)
  }
  if (Option.isSome(input.proof)) return yield* verifyProof(input.proof.value, { given, key }, session)
  const { clear, show } = readingProgress(session.phrase)
  const {
    broken,
    kept: cells,
    plans,
    remains,
    reports,
    triggers,
    verified
  } = yield* withExaminedLog(session, (database) =>
    Effect.gen(function* () {
      const { plan } = yield* chosenPlan(session)
      const verified = yield* verifyPlan(
        plan,
        given.map(({ note }) => note),
        show
      ).pipe(Effect.ensuring(clear))
      const kept = yield* verifyKept(plan, verified.editions)
      // A text is compared only with a log that holds, as far as its own checkpoint.
      const own = verified.checkpoints.filter((each) => !each.kept)
      const comparable = given.filter((_, at) => own[at]?.fault === undefined)
      const reports = verified.broken.length > 0 ? [] : yield* comparedReports(plan, comparable)
      const broken = yield* Effect.forEach(verified.broken, (each, at) => named(plan, each, at))
      const seen = yield* Effect.flatten(Effect.promise(() => examination(database)))
      const triggers = seen.flatMap(({ code, detail }) => (code === "triggersBroken" ? detail.split(", ") : []))
      const remaining = seen.flatMap(({ code }) =>
        code === "fileNotRewritten" || code === "rowsNotRewritten" ? [code] : []
      )
      return { broken, verified, kept, reports, triggers, remains: remaining[0] ?? null, plans: yield* plansByOrigin }
    })
  )
  const { checkpoints: held, plan } = verified
  const kept = held.filter((each) => each.kept).length
  const shape = shapeOf(
    { ...verified, broken, remains, triggers },
    cells,
    held.map((each, at) => ({
      ...shown(each, each.kept ? null : nameOf(given[at - kept]?.file ?? ""), key),
      belongsTo: each.fault === "origin" && !each.kept ? (plans.get(each.checkpoint?.origin ?? "") ?? null) : null
    })),
    reports
  )
  yield* print(
    session,
    shape,
    (view, phrase) => verificationText(view, phrase, texts, keptTexts[phrase.language]),
    (view) => view.checkpoints
  )
  const others = shape.checkpoints.filter(({ belongsTo }) => belongsTo !== null)
  // A report of another plan says nothing against this log.
  if (!isLogWhole({ ...shape, checkpoints: shape.checkpoints.filter((each) => !others.includes(each)) }))
    return yield* refused(texts.logBroken(plan))
  if (!areCellsWhole(cells)) return yield* refused(texts.cellsBroken(plan))
  const [other] = others
  if (other !== undefined) return yield* refused(texts.giveOtherPlan(other.file ?? "", other.belongsTo ?? ""))
  const differing = reports.filter(({ text }) => text === "differs").map(({ file }) => file)
  if (differing.length > 0) return yield* refused(texts.reportAltered(differing.join(", ")))
  if (key !== undefined && !shape.checkpoints.some(({ signed }) => signed === true)) {
    return yield* refused(texts.notSigned(key.name))
  }
  const left = reports.filter(({ text }) => text === "notCompared").map(({ file }) => file)
  if (left.length > 0) return yield* notExamined(texts.reportNotExamined(left.join(", ")))
})

type Shown = VerificationView["checkpoints"][number]
type Named = VerificationView["broken"][number]

/** So many events are named by their kind and activity. */
const mostNamed = 10

/** Names an event that does not hold by its kind and activity, as its row says; one that is missing has neither. */
const named = (plan: PlanId, { flaw, position, to }: BrokenEvent, at: number) =>
  Effect.gen(function* () {
    const unnamed: Named = { position, to, flaw, activity: null, type: null }
    if (at >= mostNamed || flaw === "missing" || flaw === "position" || flaw === "plan") return unnamed
    const [row] = yield* (yield* EvidenceLog).rows(plan, { after: position - 1, limit: 1 })
    if (row?.record.position !== position) return unnamed
    const { activity, type } = row.record
    return {
      ...unnamed,
      activity: activity === null ? null : String(activity),
      type: String(type)
    }
  })

/** The plans of the database by the names of their logs. */
const plansByOrigin = Effect.gen(function* () {
  const plans = yield* (yield* EventLog).plans
  const evidence = yield* EvidenceLog
  const names = yield* Effect.forEach(plans, ({ plan }) =>
    Effect.map(evidence.sealed(plan), (notes) => [
      [originOf(plan), plan] as const,
      [logOrigin(plan, notes), plan] as const
    ])
  )
  return new Map(names.flat())
})

const shown = (
  { checkpoint, fault, from, kept, note, to }: CheckpointMatch,
  file: string | null,
  key?: VerifierKey
): Omit<Shown, "belongsTo"> => {
  const signed = key === undefined ? null : checkpointSignedBy(note, key)
  return {
    kept,
    file,
    origin: checkpoint?.origin ?? null,
    size: checkpoint?.size ?? null,
    root: checkpoint === undefined ? null : rootText(checkpoint.root),
    fault: fault ?? (signed === false ? "signature" : null),
    from,
    to,
    signed,
    signer: signed === true ? (key?.name ?? null) : null
  }
}

const shapeOf = (
  verified: Omit<LogVerification, "broken"> & Pick<VerificationView, "broken" | "remains" | "triggers">,
  editions: KeptVerification,
  checkpoints: ReadonlyArray<Shown>,
  reports: ReadonlyArray<ComparedReport>
): VerificationView => {
  const { broken, erased, origin, plan, remains, root, size, stopped, triggers, unerased } = verified
  return {
    view: "frist/verified",
    version: 1,
    plan,
    origin,
    holds:
      isLogWhole({ broken, checkpoints }) && areCellsWhole(editions) && reports.every(({ text }) => text !== "differs"),
    events: size,
    root: rootText(root),
    broken,
    stopped,
    erased,
    unerased,
    triggers,
    remains,
    editions,
    checkpoints,
    reports
  }
}

/** Whether every event and every checkpoint holds. */
const isLogWhole = ({ broken, checkpoints }: Pick<VerificationView, "broken" | "checkpoints">) =>
  broken.length === 0 && checkpoints.every(({ fault }) => fault === null)

/** Whether what the log says is kept of editions is kept, but for what decisions erased. */
const areCellsWhole = ({ altered, missing }: KeptVerification) => altered.length === 0 && missing.length === 0
