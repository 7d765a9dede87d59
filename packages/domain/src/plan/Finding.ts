/**
 * Findings that are open: when one is raised, waived, and superseded by a later edition.
 */
import type { Day } from "../Day.ts"
import type { Fact } from "../Event.ts"
import type { ActivityId, Position } from "../Names.ts"
import type { RecordedEvent } from "../RecordedEvent.ts"

export type Finding = Extract<Fact, { _tag: "FindingRaised" }>
export type Waiver = Extract<Fact, { _tag: "FindingWaived" }>

/**
 * An open finding: where and when it was raised, and the reason of its waiver, if it was waived. `repeatedOn` is the last
 * day on which a document showed it again, unchanged.
 */
export interface OpenFinding {
  readonly finding: Finding
  readonly position: Position
  readonly raisedOn: Day
  readonly repeatedOn?: Day
  readonly fromDocument: boolean
  readonly waived: string | null
}

type Identity = Pick<Finding, "code" | "column" | "words">

/** Returns whether two findings or waivers have the same code, column and words. */
export const sameFinding = (a: Identity, b: Identity): boolean =>
  a.code === b.code && a.column === b.column && a.words === b.words

/** The findings of a list by their identities, and how many of the list are among them. */
interface Indexed {
  count: number
  readonly identities: Set<string>
}

/** The long lists that were searched. A draft adds findings at the end of a list, or makes another list. */
const indexed = new WeakMap<ReadonlyArray<OpenFinding>, Indexed>()
/** The longest list that is searched without an index. */
const longestUnindexed = 20

const identityOf = ({ code, column, words }: Identity): string => JSON.stringify([code, column, words])

/** Returns whether a finding is among the open ones. A plan may have one for each of ten thousand rows left out. */
export const isOpenAmong = (findings: ReadonlyArray<OpenFinding>, finding: Identity): boolean => {
  if (findings.length <= longestUnindexed) return findings.some((known) => sameFinding(known.finding, finding))
  const index = indexed.get(findings) ?? { count: 0, identities: new Set<string>() }
  indexed.set(findings, index)
  for (const known of findings.slice(index.count)) index.identities.add(identityOf(known.finding))
  index.count = findings.length
  return index.identities.has(identityOf(finding))
}

/** Returns the open finding that a raised one gives. An earlier waiver of the same finding still applies. */
export const openFinding = (
  finding: Finding,
  { effectiveOn, position, source }: Pick<RecordedEvent, "effectiveOn" | "position" | "source">,
  waivers: ReadonlyArray<Waiver>
): OpenFinding => ({
  finding,
  position,
  raisedOn: effectiveOn,
  fromDocument: source !== null,
  waived: waivers.findLast((waiver) => sameFinding(waiver, finding))?.reason ?? null
})

/** Returns the findings with a waiver applied to those that it is about. */
export const withWaiver = (findings: ReadonlyArray<OpenFinding>, waiver: Waiver): Array<OpenFinding> =>
  findings.map((each) => (sameFinding(waiver, each.finding) ? { ...each, waived: waiver.reason } : each))

/** Returns the last day on which a document, or a person, showed the finding. */
export const seenOn = ({ raisedOn, repeatedOn }: OpenFinding): Day => repeatedOn ?? raisedOn

/**
 * Returns whether a finding stays open after the review of an edition held on a day. An edition raises or repeats all its
 * own findings, so it supersedes those of earlier documents.
 */
export const staysOpen =
  (heldOn: Day) =>
  (found: OpenFinding): boolean =>
    !found.fromDocument || seenOn(found) >= heldOn

/** A finding that a later edition closed, and the activity that it is about. */
export interface SupersededFinding {
  readonly activity: ActivityId | null
  readonly found: OpenFinding
}

/** Returns a finding as a document of a day repeats it. A waiver since it was closed applies. */
export const repeatedFinding = (found: OpenFinding, on: Day, waivers: ReadonlyArray<Waiver>): OpenFinding => ({
  ...found,
  repeatedOn: seenOn(found) > on ? seenOn(found) : on,
  waived: waivers.findLast((waiver) => sameFinding(waiver, found.finding))?.reason ?? null
})
