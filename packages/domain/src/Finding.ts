/**
 * Findings that are open: when one is raised, waived, and superseded by a later edition.
 */
import type { Day } from "./Day.ts"
import type { Fact } from "./Event.ts"
import type { Position } from "./Names.ts"
import type { RecordedEvent } from "./RecordedEvent.ts"

export type Finding = Extract<Fact, { _tag: "FindingRaised" }>
export type Waiver = Extract<Fact, { _tag: "FindingWaived" }>

/** An open finding: where and when it was raised, and the reason of its waiver, if it was waived. */
export interface OpenFinding {
  readonly finding: Finding
  readonly position: Position
  readonly raisedOn: Day
  readonly fromDocument: boolean
  readonly waived: string | null
}

type Identity = Pick<Finding, "code" | "column" | "words">

/** Returns whether two findings or waivers have the same code, column and words. */
export const sameFinding = (a: Identity, b: Identity): boolean =>
  a.code === b.code && a.column === b.column && a.words === b.words

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

/**
 * Returns whether a finding stays open after the review of an edition held on a day. An edition raises all its own
 * findings, so it supersedes those of earlier documents.
 */
export const staysOpen =
  (heldOn: Day) =>
  ({ fromDocument, raisedOn }: OpenFinding): boolean =>
    !fromDocument || raisedOn >= heldOn
