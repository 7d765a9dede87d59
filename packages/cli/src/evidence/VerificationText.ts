/**
 * The findings of `frist verify` as text for a terminal.
 */
import { brokenWords, faultWords, inertName } from "@frist/evidence/texts/BundleSentence"
import type { VerificationView } from "../JsonViews.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import type { EvidenceTexts } from "../texts/EvidenceTexts.ts"
import type { KeptTexts } from "../texts/KeptTexts.ts"
import { comparisonWords } from "./ReportComparison.ts"

/** The most events that fail, and checkpoints of one kind, that are shown. */
const mostShown = 10

/** Whether there is nothing to say of a checkpoint but that it is kept and matches. */
const isPlain = ({ fault, kept, signer }: VerificationView["checkpoints"][number]) =>
  kept && fault === null && signer === null

/** Says of each checkpoint whether it matches; several kept ones that do are counted. */
const checkpointSentences = (
  { broken, checkpoints }: VerificationView,
  texts: EvidenceTexts
): ReadonlyArray<string> => {
  const plain = checkpoints.filter(isPlain)
  const counted = plain.length > 3 && broken.length === 0
  const each = counted ? checkpoints.filter((one) => !isPlain(one)) : checkpoints
  return [
    ...(counted ? [texts.keptHold(plain.length, Math.max(...plain.map(({ size }) => size ?? 0)))] : []),
    ...each.slice(0, 2 * mostShown).flatMap((one) => {
      const size = one.size ?? 0
      const which =
        one.file !== null ? texts.given(one.file, size) : one.size === null ? texts.keptUnreadable : texts.kept(size)
      return [
        one.belongsTo !== null
          ? texts.ofOtherPlan(one.file ?? "", one.belongsTo)
          : one.fault === null
            ? (broken.length === 0 ? texts.checkpointHolds : texts.rootFits)(which)
            : texts.checkpointFails(which, faultWords(one, texts)),
        ...(one.signer === null ? [] : [texts.signedBy(one.signer)])
      ]
    }),
    ...(each.length > 2 * mostShown ? [texts.moreCheckpoints(each.length - 2 * mostShown)] : [])
  ]
}

const short = (all: ReadonlyArray<string>): string => all.map((sha256) => sha256.slice(0, 12)).join(", ")

const keptSentences = (
  { altered, erased, kept, missing, undone }: VerificationView["editions"],
  texts: KeptTexts,
  evidence: EvidenceTexts
): ReadonlyArray<string> => {
  return [
    ...(kept.length === 0 ? [] : [evidence.editionsHold(kept.length)]),
    ...(erased.length === 0 ? [] : [texts.someErased(erased.length)]),
    ...(missing.length === 0 ? [] : [texts.gone(short(missing))]),
    ...(altered.length === 0 ? [] : [texts.altered(short(altered))]),
    ...(undone.length === 0 ? [] : [texts.undone(short(undone))])
  ]
}

/** Returns what was found, in one screen: the first events and checkpoints that fail, and how many hold. */
export const verificationText = (
  view: VerificationView,
  { text }: CommandPhrases,
  texts: EvidenceTexts,
  kept: KeptTexts
): string => {
  const { plural } = text
  return [
    ...(view.broken.length === 0
      ? [texts.logHolds(view.plan, plural.events(view.events)), texts.root(view.root)]
      : [
          ...view.broken.slice(0, mostShown).map((each) => brokenWords(each, texts, text.event)),
          ...(view.broken.length > mostShown ? [texts.many(mostShown)] : []),
          ...(view.stopped ? [texts.stopped] : [])
        ]),
    ...(view.erased > 0 ? [texts.erased(plural.events(view.erased))] : []),
    ...(view.unerased.length > 0 ? [texts.unerased(view.unerased.join(", "))] : []),
    ...(view.triggers.length > 0
      ? [texts.triggersMissing(view.triggers.slice(0, mostShown).map(inertName).join(", "))]
      : []),
    ...(view.remains === null ? [] : [texts.remains[view.remains]]),
    ...keptSentences(view.editions, kept, texts),
    ...checkpointSentences(view, texts),
    ...view.reports.map((each) => comparisonWords(each, texts))
  ].join("\n")
}
