/**
 * The activities and items that each command touches. A decision depends on nothing else.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Result from "effect/Result"
import { Command } from "../src/Command.ts"
import { decide } from "../src/decisions/Decision.ts"
import type { Event } from "../src/Event.ts"
import { ActivityId } from "../src/Names.ts"
import { decisionStateAt } from "../src/decisions/DecisionState.ts"
import { changedAfter, touchedBy } from "../src/decisions/Touched.ts"
import { date, day, type Given, logOf, position } from "./given.ts"
import { decisions, reordered, Steps } from "./histories.ts"
import { columnDecided, corrected, noted, opened, redacted, registered, registration, sdv, webb } from "./sample.ts"

const oddity = { code: "DateImpossible", severity: "warning", column: "Tid", words: "2021-02-29" } as const
const january = { activity: null, event: { _tag: "ReviewHeld", heldOn: day("2024-01-01"), title: null } } as const
const found = (activity: ActivityId | null) => ({ activity, event: { _tag: "FindingRaised", ...oddity } }) as const
const waived = (activity: ActivityId | null) =>
  ({ activity, event: { _tag: "FindingWaived", ...oddity, reason: "Så stod det" } }) as const

const before = [opened, registered(webb), registered(sdv), found(webb), found(null), january, noted(sdv, "Pågår")]
const edition = { sha256: "e".repeat(64), content: "c".repeat(64) }
const erased = {
  activity: null,
  event: { _tag: "EditionErased", sha256: edition.sha256, cells: null, content: null, decision: "Dnr 3" }
} as const
const fourth = position(4)
const fifth = position(5)
const figures = { measure: "Anslutna VC", value: 98.5, unit: null, words: "98,5" }

/** The events after `before`, by name. */
const since = {
  webbNoted: noted(webb, "Klart"),
  webbWaived: waived(webb),
  sdvNoted: noted(sdv, "Klart"),
  sdvRemoved: redacted(sdv, 7),
  titleCorrected: corrected(null, 1, { _tag: "PlanOpened", title: "Nytt namn" }),
  januaryWithdrawn: corrected(null, 6, null),
  juneHeld: { activity: null, event: { ...january.event, heldOn: day("2024-06-01") } },
  planFindingWaived: waived(null),
  planFindingRemoved: redacted(null, 5),
  columnDecided: columnDecided("Ny  frist", "newDeadline"),
  editionErased: erased,
  fourthRepeated: { activity: null, event: { _tag: "FindingsRepeated", positions: [fourth] } } as const
}
type Since = keyof typeof since
const log = logOf([...before, ...Object.values(since)])

const ofWebb: ReadonlyArray<Since> = ["webbNoted", "webbWaived"]
const ofSdv: ReadonlyArray<Since> = ["sdvNoted", "sdvRemoved"]
const ofPlanFinding: ReadonlyArray<Since> = ["planFindingWaived", "planFindingRemoved"]

/** A command, and the later events about something that it touches. */
const cases: ReadonlyArray<readonly [Command, changedBy: ReadonlyArray<Since>]> = [
  [{ _tag: "OpenPlan", title: "Digital strategi" }, ["titleCorrected"]],
  [{ _tag: "HoldReview", heldOn: day("2024-06-01"), title: null }, ["juneHeld"]],
  [{ _tag: "HoldReview", heldOn: day("2024-01-01"), title: null }, ["januaryWithdrawn"]],
  [{ ...registration, _tag: "RegisterActivity", activity: webb }, ofWebb],
  [{ ...registration, _tag: "RegisterActivity", activity: ActivityId.make("ny"), parent: sdv }, ofSdv],
  [{ _tag: "RewordActivity", activity: webb, area: null, goal: "Alla", actions: null }, ofWebb],
  [{ _tag: "ChangeResponsible", activity: webb, to: null }, ofWebb],
  [{ _tag: "MoveDeadline", activity: webb, to: date("2025"), reason: null }, ofWebb],
  [{ _tag: "ApproveBaseline", activity: webb, to: date("2025"), decision: "Dnr 1" }, ofWebb],
  [{ _tag: "RequestExtension", activity: webb, to: date("2025"), reason: null }, ofWebb],
  [{ _tag: "DecideExtension", request: fourth, outcome: "refused", to: null, decision: "Dnr 1" }, ofWebb],
  [{ _tag: "DeclareDependency", activity: ActivityId.make("ny"), on: sdv, words: null }, ofSdv],
  [{ _tag: "EndDependency", activity: webb, on: ActivityId.make("ny"), reason: null }, ofWebb],
  [{ _tag: "LinkMilestone", activity: ActivityId.make("ny"), to: sdv }, ofSdv],
  [{ _tag: "ChangeStatus", activity: sdv, to: { _tag: "Delayed" } }, ofSdv],
  [{ _tag: "ReopenActivity", activity: sdv }, ofSdv],
  [{ _tag: "NoteFollowUp", activity: webb, text: "Pågår" }, ofWebb],
  [{ _tag: "SetTarget", activity: webb, ...figures }, ofWebb],
  [{ _tag: "RecordMeasurement", activity: webb, ...figures, qualifier: null, period: null }, ofWebb],
  [{ _tag: "RaiseFinding", activity: webb, ...oddity }, ofWebb],
  [{ _tag: "RaiseFinding", activity: null, ...oddity }, ofPlanFinding],
  [{ _tag: "DecideColumn", heading: "ny frist", column: "none" }, ["columnDecided"]],
  [{ _tag: "DecideColumn", heading: "frist", column: "none" }, []],
  [{ _tag: "RepeatFindings", positions: [fourth] }, [...ofWebb, "fourthRepeated"]],
  [{ _tag: "RepeatFindings", positions: [fifth] }, ofPlanFinding],
  [{ _tag: "WaiveFinding", position: fourth, reason: "Så stod det" }, ofWebb],
  [{ _tag: "WaiveFinding", position: fifth, reason: "Så stod det" }, ofPlanFinding],
  [{ _tag: "Correct", position: fourth, replacement: null, reason: "Fel" }, ofWebb],
  [{ _tag: "Correct", position: position(1), replacement: null, reason: "Fel" }, ["titleCorrected"]],
  [{ _tag: "Redact", position: position(7), decision: "Dnr 2" }, ofSdv],
  [{ _tag: "Redact", position: position(6), decision: "Dnr 2" }, ["januaryWithdrawn"]],
  [{ _tag: "Redact", position: position(99), decision: "Dnr 2" }, []],
  [{ _tag: "KeepEdition", ...edition }, ["editionErased"]],
  [{ _tag: "KeepEdition", ...edition, sha256: "f".repeat(64) }, []],
  [{ _tag: "EraseEdition", ...edition, cells: null, content: null, decision: "Dnr 3" }, ["editionErased"]]
]

/** The same events without `count` of them after `length`, and without events that refer to those. */
const without = (events: ReadonlyArray<Given>, length: number, count: number): ReadonlyArray<Given> => {
  const gone = new Set<number>()
  for (const [at, { event }] of events.entries()) {
    if ((at >= length && at < length + count) || (isPointer(event) && gone.has(event.position - 1))) gone.add(at)
  }
  return reordered(
    events,
    [...events.keys()].filter((at) => !gone.has(at))
  )
}

const isPointer = (event: Event): event is Extract<Event, { readonly position: number }> =>
  event._tag === "Corrected" || event._tag === "Redacted"

describe("what a command touches", () => {
  it.each(cases)("later events about the same change what a command touches: %j", (command, changedBy) => {
    const changed = changedAfter(before.length, touchedBy([command], log), log)
    expect(changed.map(({ position }) => Object.keys(since)[position - before.length - 1])).toEqual(changedBy)
  })

  it("a move touches the open parts of its row, as registered or as corrected", () => {
    const [part, deeper] = [ActivityId.make("webbtidbokning.ogon"), ActivityId.make("webbtidbokning.ogon.stoma")]
    const parts = logOf([
      ...before,
      registered(part, { parent: webb }),
      registered(deeper),
      corrected(deeper, 9, { ...registration, parent: part })
    ])
    const moving = [
      { _tag: "MoveDeadline", activity: webb, to: date("2025"), reason: null },
      { _tag: "DecideExtension", request: fourth, outcome: "granted", to: null, decision: "Dnr 1" }
    ] as const
    for (const command of moving) {
      expect([...touchedBy([command], parts).activities].sort()).toEqual([webb, part, deeper].sort())
    }
  })

  it("every command has a case in this table", () => {
    expect([...new Set(cases.map(([{ _tag }]) => _tag))].sort()).toEqual(Object.keys(Command.cases).sort())
  })

  it.prop(
    "a decision depends on nothing that its command does not touch",
    [Steps],
    ([steps]) => {
      const all = decisions(steps, false)
      for (const [i, { asOf, before, command, happened }] of all.entries()) {
        if (happened.length === 0) continue
        for (const later of all.slice(i + 1, i + 4)) {
          const log = logOf(without(later.before, before.length, happened.length))
          const state = decisionStateAt(log, { asOf })
          if (state.plan.title === null || changedAfter(before.length, touchedBy([command], log), log).length > 0)
            continue
          const again = decide(command, state)
          expect(Result.getOrNull(again), JSON.stringify(command)).toEqual(
            happened.map(({ activity, event }) => ({ activity, event }))
          )
        }
      }
    },
    { arbitrary: { runs: 300 } }
  )
})
