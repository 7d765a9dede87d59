/**
 * `frist verify --bundle`: verifies a bundle in a file, and compares its tables, its page and given reports with its log.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { logName, unarchived } from "@frist/evidence/bundle/BundleArchive"
import { verifyPageScript } from "@frist/evidence/bundle/VerifyPageScript"
import { bundleSentence } from "@frist/evidence/texts/BundleSentence"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { notExamined, refused, wrongUsage } from "../failures/Failure.ts"
import { bytesOf } from "../files/FileBytes.ts"
import { nameOf } from "../files/UnreadableFile.ts"
import type { Session } from "../Session.ts"
import { copyTexts } from "../texts/CopyTexts.ts"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { bundledLog } from "./BundleContents.ts"
import { type BundleExamination, examineBundle } from "./BundleExamination.ts"
import type { FiledCheckpoint } from "./CheckpointFiles.ts"
import { comparedWith, comparisonWords } from "./ReportComparison.ts"

interface Against {
  readonly given: ReadonlyArray<FiledCheckpoint>
  /** The text of the key that must have signed a checkpoint; empty if none is asked for. */
  readonly signer: string
}

/** Verifies a bundle; refused if something in it, or in a given report, is not what its log gives. */
export const verifyBundleFile = Effect.fnUntraced(function* (
  file: string,
  { given, signer }: Against,
  session: Session
) {
  const { language, text } = session.phrase
  const texts = evidenceTexts[language]
  const name = nameOf(file)
  const bytes = yield* bytesOf(file, session)
  const earlier = given.map((each) => ({ name: nameOf(each.file), bytes: new TextEncoder().encode(each.note) }))
  const examined = examineBundle(bytes, earlier, signer, verifyPageScript)
  const plan = planOf(examined)
  if (plan !== undefined && Option.isSome(session.plan) && session.plan.value !== plan) {
    return yield* wrongUsage(copyTexts[language].otherPlan(plan, session.plan.value))
  }
  const log = examined.isIntact && examined.isExamined ? unarchived(bytes)?.[logName] : undefined
  const reports =
    log === undefined || plan === undefined ? [] : yield* comparedWith(plan, given, bundledLog(log).events)
  const { isExamined, isIntact, right, wrong } = examined
  // The reports are compared here; the page of a bundle cannot.
  const unverified = examined.unverified.filter(({ code }) => code !== "noText" || log === undefined)
  const holds = isIntact && reports.every((each) => each.text !== "differs")
  const shape = { view: "frist/bundle-verified", version: 1, holds, isExamined, wrong, right, unverified, reports }
  const names = { count: text.plural.events, kinds: text.event }
  const sentences = [
    ...[...wrong, ...right].map((each) => bundleSentence(each, texts, names)),
    ...reports.map((each) => comparisonWords(each, texts)),
    ...unverified.map((each) => bundleSentence(each, texts, names))
  ]
  yield* Console.log(session.format === "json" ? jsonText(shape, 2) : sentences.join("\n"))
  if (!isIntact) return yield* refused(texts.bundleBroken(name))
  const those = (is: string) => reports.filter((each) => each.text === is).map((each) => each.file)
  const [differing, left] = [those("differs"), those("notCompared")]
  if (differing.length > 0) return yield* refused(texts.reportAltered(differing.join(", ")))
  if (!isExamined) return yield* notExamined(texts.bundleNotExamined(name))
  if (left.length > 0) return yield* notExamined(texts.reportNotExamined(left.join(", ")))
})

const planOf = ({ right }: BundleExamination) => right.find((each) => each.code === "logIntact")?.plan
