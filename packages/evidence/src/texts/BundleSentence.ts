/**
 * The findings on a bundle, and the faults of checkpoints, in words.
 */
import type { BundleFinding, CheckpointSource } from "../bundle/BundleFinding.ts"
import type { CheckpointFault } from "../checkpoints/CheckpointMatch.ts"
import type { VerificationTexts } from "./VerificationTexts.ts"

/** A fault of a checkpoint; `signature` if it has a signature that is not the key's. */
interface FaultyCheckpoint {
  readonly fault: CheckpointFault | "signature" | null | undefined
  readonly from: number | null
  readonly to: number | null
}

/** Returns what is wrong with a checkpoint, as the end of a sentence; empty if nothing is. */
export const faultWords = ({ fault, from, to }: FaultyCheckpoint, texts: VerificationTexts): string => {
  const { events, faults } = texts
  if (fault === null || fault === undefined) return ""
  return fault === "beyond" || fault === "root" ? faults[fault](events(from ?? 0, to ?? 0)) : faults[fault]
}

/** How numbers of events and kinds of events are said. */
interface EventNames {
  readonly count: (n: number) => string
  readonly kinds: Readonly<Record<string, string>>
}

/** A row that does not hold may name anything, control characters included. */
export const inertName = (name: string): string => name.replace(/\p{C}/gu, "").slice(0, 100)

/** Names an event that does not hold: its kind and its activity, as its row says. */
export const brokenWords = (
  { activity, flaw, position, to, type }: Omit<Extract<BundleFinding, { readonly code: "eventBroken" }>, "code">,
  texts: VerificationTexts,
  kinds: EventNames["kinds"]
): string => {
  if (flaw === "missing") return texts.missing(position, to)
  if (flaw === "position") return texts.misplaced(position, to)
  const kind = type !== null && Object.hasOwn(kinds, type) ? kinds[type] : inertName(type ?? "")
  if (kind === undefined || kind === "") return texts.brokenAt(position, texts.flaws[flaw])
  const about = activity === null ? texts.ofPlan : inertName(activity)
  return texts.brokenEvent(position, `${kind}, ${about}`, texts.flaws[flaw])
}

const nameOf = ({ file, size }: CheckpointSource, texts: VerificationTexts): string =>
  file === null ? texts.kept(size) : texts.given(file, size)

/** Returns a finding as a sentence. */
export const bundleSentence = (
  finding: BundleFinding,
  texts: VerificationTexts,
  { count: events, kinds }: EventNames
): string => {
  const { page } = texts
  switch (finding.code) {
    case "notABundle":
      return `${page.notABundle}.`
    case "filesMatch":
      return page.files(finding.files)
    case "fileAltered":
      return `${page.altered(finding.name)}.`
    case "lineAltered":
      return `${page.logLine(finding.line)}.`
    case "logCutOff":
      return `${page.logCutOff(finding.line)}.`
    case "eventBroken":
      return brokenWords(finding, texts, kinds)
    case "logIntact":
      return texts.logHolds(finding.plan, events(finding.events))
    case "contentErased":
      return texts.erased(events(finding.events))
    case "editionsHold":
      return texts.editionsHold(finding.editions)
    case "editionsErased":
      return texts.editionsErased(finding.editions)
    case "editionMissing":
      return texts.editionMissing(finding.sha256.slice(0, 12))
    case "editionAltered":
      return texts.editionAltered(finding.sha256.slice(0, 12))
    case "noCheckpoint":
      return texts.noCheckpoint(finding.file)
    case "checkpointHolds":
      return texts.checkpointHolds(nameOf(finding.which, texts))
    case "checkpointFails":
      return texts.checkpointFails(nameOf(finding.which, texts), faultWords(finding, texts))
    case "signatureForged":
      return texts.checkpointFails(nameOf(finding.which, texts), texts.faults.signature)
    case "signed":
      return page.signed(nameOf(finding.which, texts), finding.signer)
    case "notSigned":
      return texts.notSigned(finding.signer)
    case "notAKey":
      return texts.notAKey(finding.text)
    case "noEarlierFile":
      return page.noReport
    case "noKey":
      return page.noKey
    case "noText":
      return page.noText
    case "noTables":
      return page.noTables
    case "filesMade":
      return page.made(finding.files, finding.command)
    case "fileDiffers": {
      const { after, found, made, name } = finding
      return after === null ? texts.fileDiffers(name) : texts.textDiffers(name, after, found ?? "", made ?? "")
    }
    case "notMade":
      return page.notMade[finding.why](inertName(finding.program))
  }
}
