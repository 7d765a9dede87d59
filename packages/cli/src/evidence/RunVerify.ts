/**
 * `frist verify`: verifies a log, on its own and against printed checkpoints.
 */
import { evidenceTexts, type EvidenceTexts } from "../texts/EvidenceTexts.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { faultWords } from "@frist/evidence/texts/BundleSentence"
import { rootText } from "@frist/evidence/Checkpoint"
import { readVerifierKey, type VerifierKey } from "@frist/evidence/Note"
import { checkpointSignedBy } from "@frist/evidence/NoteSignature"
import { type KeptVerification, verifyKept } from "@frist/store/evidence/KeptVerification"
import { verifyPlan } from "@frist/store/evidence/PlanVerification"
import type { CheckpointMatch } from "@frist/evidence/CheckpointMatch"
import type { LogVerification } from "@frist/evidence/LogVerifier"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { chosenPlan } from "../ChosenPlan.ts"
import { notExamined, refused, wrongUsage } from "../Failure.ts"
import { print } from "../Output.ts"
import { readSession } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import type { VerificationView } from "../JsonViews.ts"
import { nameOf } from "../files/UnreadableFile.ts"
import { readingProgress } from "../terminal/ReadingProgress.ts"
import { checkpointsOf } from "./CheckpointFiles.ts"
import { type ComparedReport, comparedReports, comparisonWords } from "./ReportComparison.ts"
import { type KeptTexts, keptTexts } from "../texts/KeptTexts.ts"
import { verifyProof } from "./ProofFile.ts"

interface Input {
  readonly against: ReadonlyArray<string>
  readonly signedBy: Option.Option<string>
  readonly proof: Option.Option<string>
}

/** Verifies the chosen plan, or a proof; refused if something fails verification. */
export const runVerify = Effect.fn("runVerify")(function* (input: Input) {
  const session = yield* readSession
  const texts = evidenceTexts[session.phrase.language]
  const given = (yield* Effect.forEach(input.against, (file) => checkpointsOf(file, session))).flat()
  const words = Option.getOrUndefined(input.signedBy)
  const key = words === undefined ? undefined : readVerifierKey(words)
  if (words !== undefined && key === undefined) return yield* wrongUsage(texts.notAKey(words))
  if (Option.isSome(input.proof)) return yield* verifyProof(input.proof.value, { given, key }, session)
  const { clear, show } = readingProgress(session.phrase)
  const {
    kept: cells,
    reports,
    verified
  } = yield* withLog(
    session,
    false,
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
      return { verified, kept, reports }
    })
  )
  const { checkpoints: held, plan } = verified
  const kept = held.filter((each) => each.kept).length
  const shape = shapeOf(
    verified,
    cells,
    held.map((each, at) => shown(each, each.kept ? null : nameOf(given[at - kept]?.file ?? ""), key)),
    reports
  )
  yield* print(
    session,
    shape,
    (view, phrase) => sentences(view, phrase, texts, keptTexts[phrase.language]),
    (view) => view.checkpoints
  )
  if (!isLogWhole(shape)) return yield* refused(texts.logBroken(plan))
  const differing = reports.filter(({ text }) => text === "differs").map(({ file }) => file)
  if (differing.length > 0) return yield* refused(texts.reportAltered(differing.join(", ")))
  if (key !== undefined && !shape.checkpoints.some(({ signed }) => signed === true)) {
    return yield* refused(texts.notSigned(key.name))
  }
  const left = reports.filter(({ text }) => text === "notCompared").map(({ file }) => file)
  if (left.length > 0) return yield* notExamined(texts.reportNotExamined(left.join(", ")))
})

type Shown = VerificationView["checkpoints"][number]

const shown = (
  { checkpoint, fault, from, kept, note, to }: CheckpointMatch,
  file: string | null,
  key?: VerifierKey
): Shown => {
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
  verified: LogVerification,
  editions: KeptVerification,
  checkpoints: ReadonlyArray<Shown>,
  reports: ReadonlyArray<ComparedReport>
): VerificationView => {
  const { broken, erased, origin, plan, root, size, stopped, unerased } = verified
  return {
    view: "frist/verified",
    version: 1,
    plan,
    origin,
    holds: isLogWhole({ broken, editions, checkpoints }) && reports.every(({ text }) => text !== "differs"),
    events: size,
    root: rootText(root),
    broken,
    stopped,
    erased,
    unerased,
    editions,
    checkpoints,
    reports
  }
}

/** Whether every event, every checkpoint and what is kept of editions holds. */
const isLogWhole = ({ broken, checkpoints, editions }: Pick<VerificationView, "broken" | "checkpoints" | "editions">) =>
  broken.length === 0 && editions.altered.length === 0 && checkpoints.every(({ fault }) => fault === null)

const short = (all: ReadonlyArray<string>): string => all.map((sha256) => sha256.slice(0, 12)).join(", ")

const keptSentences = (
  { altered, erased, kept, missing, undone }: VerificationView["editions"],
  texts: KeptTexts,
  evidence: EvidenceTexts
): ReadonlyArray<string> => {
  return [
    ...(kept.length === 0 ? [] : [evidence.editionsHold(kept.length)]),
    ...(erased.length === 0 ? [] : [texts.someErased(erased.length)]),
    ...(missing.length === 0 ? [] : [texts.missing(missing.length)]),
    ...(altered.length === 0 ? [] : [texts.altered(short(altered))]),
    ...(undone.length === 0 ? [] : [texts.undone(short(undone))])
  ]
}

const sentences = (view: VerificationView, { text }: CommandPhrases, texts: EvidenceTexts, kept: KeptTexts): string => {
  const { plural } = text
  return [
    ...(view.broken.length === 0
      ? [texts.logHolds(view.plan, plural.events(view.events)), texts.root(view.root)]
      : [
          ...view.broken.slice(0, 20).map(({ flaw, position }) => texts.brokenAt(position, texts.flaws[flaw])),
          ...(view.broken.length > 20 ? [texts.many(20)] : []),
          ...(view.stopped ? [texts.stopped] : [])
        ]),
    ...(view.erased > 0 ? [texts.erased(plural.events(view.erased))] : []),
    ...(view.unerased.length > 0 ? [texts.unerased(view.unerased.join(", "))] : []),
    ...keptSentences(view.editions, kept, texts),
    ...view.checkpoints.flatMap((each) => {
      const size = each.size ?? 0
      const which =
        each.file !== null ? texts.given(each.file, size) : each.size === null ? texts.keptUnreadable : texts.kept(size)
      return [
        each.fault === null
          ? (view.broken.length === 0 ? texts.checkpointHolds : texts.rootFits)(which)
          : texts.checkpointFails(which, faultWords(each, texts)),
        ...(each.signer === null ? [] : [texts.signedBy(each.signer)])
      ]
    }),
    ...view.reports.map((each) => comparisonWords(each, texts))
  ].join("\n")
}
