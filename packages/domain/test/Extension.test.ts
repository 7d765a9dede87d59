/**
 * Requests for another date, and their decisions.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { Command } from "../src/Command.ts"
import type { DecidedEvent } from "../src/decisions/DecisionResult.ts"
import { ActivityId } from "../src/Names.ts"
import { planAt } from "../src/plan/Plan.ts"
import { date, given, logOf, on, position } from "./given.ts"
import { changed, corrected, done, moved, opened, registered, started, webb } from "./sample.ts"

const reason = "Upphandlingen är överklagad."
const decision = "Revisionsutskottet § 84"

const request = (words: string): Command => ({ _tag: "RequestExtension", activity: webb, to: date(words), reason })
const requested = (words: string): DecidedEvent => ({
  activity: webb,
  event: { _tag: "ExtensionRequested", to: date(words), reason }
})
const decide = (outcome: "granted" | "refused", to: string | null = null, at = 3): Command => ({
  _tag: "DecideExtension",
  request: position(at),
  outcome,
  to: to === null ? null : date(to),
  decision
})
const decided = (outcome: "granted" | "refused", to: string | null): DecidedEvent => ({
  activity: webb,
  event: { _tag: "ExtensionDecided", request: position(3), outcome, to: to === null ? null : date(to), decision }
})
const movedTo = (to: string, from = "2021-12-31"): DecidedEvent => ({
  activity: webb,
  event: { _tag: "DeadlineMoved", from: date(from), to: date(to), reason }
})
const approved = (to: string): DecidedEvent => ({
  activity: webb,
  event: { _tag: "BaselineApproved", from: date("2021-12-31"), to: date(to), decision }
})

const plan = [opened, registered(webb)]
const asked = given(...plan, requested("2022-06-30"))

describe("RequestExtension", () => {
  it("a request for another date moves no deadline", () => {
    given(...plan)
      .when(request("2022-06-30"))
      .thenRecords(requested("2022-06-30"))
    const activity = planAt(logOf([...plan, requested("2022-06-30")])).activities.get(webb)
    expect(activity?.deadline).toEqual(date("2021-12-31"))
    expect(activity?.extensions).toMatchObject([{ position: 3, to: date("2022-06-30"), reason, decided: null }])
  })
  it("the same open request records nothing; one for another date is a request of its own", () => {
    asked.when(request("2022-06-30")).thenRecords()
    asked.when(request("2022-09-30")).thenRecords(requested("2022-09-30"))
  })
  it("the same request after a refusal is a new one", () =>
    given(...plan, requested("2022-06-30"), decided("refused", null))
      .when(request("2022-06-30"))
      .thenRecords(requested("2022-06-30")))
  it("a request about a closed activity is refused", () =>
    given(...plan, changed(webb, { _tag: "NotStated" }, done))
      .when(request("2022-06-30"))
      .thenRefused({ _tag: "ActivityClosed", activity: webb, status: done }))
})

describe("DecideExtension", () => {
  it("a granted request records the decision, the move and the new baseline, in that order", () =>
    asked
      .when(decide("granted"))
      .thenRecords(decided("granted", "2022-06-30"), movedTo("2022-06-30"), approved("2022-06-30")))
  it("another date may be granted than the one requested", () =>
    asked
      .when(decide("granted", "2022-03-31"))
      .thenRecords(decided("granted", "2022-03-31"), movedTo("2022-03-31"), approved("2022-03-31")))
  it("a date that the forecast already had is approved without a move", () =>
    given(...plan, requested("2022-06-30"), moved(webb, "2021-12-31", "2022-06-30"))
      .when(decide("granted"))
      .thenRecords(decided("granted", "2022-06-30"), approved("2022-06-30")))
  it("a refused request records no move", () => asked.when(decide("refused")).thenRecords(decided("refused", null)))
  it("a refusal with a date is no command", () =>
    expect(Option.isNone(Schema.decodeUnknownOption(Command)(decide("refused", "2022-06-30")))).toBe(true))
  it("the same decision again records nothing; another one on the same request is refused", () => {
    const after = given(
      ...plan,
      requested("2022-06-30"),
      decided("granted", "2022-06-30"),
      movedTo("2022-06-30"),
      approved("2022-06-30")
    )
    after.when(decide("granted")).thenRecords()
    const refusal = { _tag: "RequestDecided", position: position(3), decision } as const
    after.when(decide("refused")).thenRefused(refusal)
    after.when(decide("granted", "2023-06-30")).thenRefused(refusal)
  })
  it("a position without a request is refused", () => {
    asked.when(decide("granted", null, 9)).thenRefused({ _tag: "NoSuchPosition", position: position(9) })
    asked
      .when(decide("granted", null, 2))
      .thenRefused({ _tag: "NotARequest", position: position(2), type: "ActivityRegistered" })
  })
  it("a request that was withdrawn, or made on a later day, cannot be decided", () => {
    const refusal = { _tag: "NotARequest", position: position(3), type: "ExtensionRequested" } as const
    given(...plan, requested("2022-06-30"), corrected(webb, 3, null))
      .when(decide("granted"))
      .thenRefused(refusal)
    given(...plan, on("2024-05-01", requested("2022-06-30")))
      .when(decide("granted"), "2024-04-30")
      .thenRefused(refusal)
  })
  it("a request about an activity that closed since is granted no more, but can be refused", () => {
    const closed = given(...plan, requested("2022-06-30"), changed(webb, { _tag: "NotStated" }, done))
    closed.when(decide("granted")).thenRefused({ _tag: "ActivityClosed", activity: webb, status: done })
    closed.when(decide("refused")).thenRecords(decided("refused", null))
  })
})

const partMoved = (id: ActivityId, from: string, to: string): DecidedEvent => ({
  activity: id,
  event: { _tag: "DeadlineMoved", from: date(from), to: date(to), reason: null }
})
const move = (to: string): Command => ({ _tag: "MoveDeadline", activity: webb, to: date(to), reason: null })

const part = (id: ActivityId, deadline: string, parent = webb) =>
  registered(id, { parent, deadline: date(deadline), area: null })

describe("the parts of an activity", () => {
  const [ogon, hjarta, stoma] = ["webbtidbokning.ogon", "webbtidbokning.hjarta", "webbtidbokning.ogon.stoma"].map(
    (id) => ActivityId.make(id)
  ) as [ActivityId, ActivityId, ActivityId]
  const whole = [...plan, part(ogon, "2021-03-31"), part(hjarta, "2021-06-30"), part(stoma, "2021-02-28", ogon)]

  it("open parts, and their parts, move with their row", () =>
    given(...whole)
      .when(move("2022-06-30"))
      .thenRecords(
        moved(webb, "2021-12-31", "2022-06-30"),
        partMoved(ogon, "2021-03-31", "2022-06-30"),
        partMoved(stoma, "2021-02-28", "2022-06-30"),
        partMoved(hjarta, "2021-06-30", "2022-06-30")
      ))
  it("closed parts, and those that already have the date, do not move", () =>
    given(...whole, changed(ogon, { _tag: "NotStated" }, done), partMoved(hjarta, "2021-06-30", "2022-06-30"))
      .when(move("2022-06-30"))
      .thenRecords(moved(webb, "2021-12-31", "2022-06-30"), partMoved(stoma, "2021-02-28", "2022-06-30")))
  it("a granted request moves the open parts", () =>
    given(...whole, requested("2022-06-30"))
      .when(decide("granted", null, 6))
      .thenRecords(
        { activity: webb, event: { ...decided("granted", "2022-06-30").event, request: position(6) } as never },
        movedTo("2022-06-30"),
        { activity: ogon, event: { ...partMoved(ogon, "2021-03-31", "2022-06-30").event, reason } as never },
        { activity: stoma, event: { ...partMoved(stoma, "2021-02-28", "2022-06-30").event, reason } as never },
        { activity: hjarta, event: { ...partMoved(hjarta, "2021-06-30", "2022-06-30").event, reason } as never },
        approved("2022-06-30")
      ))
  it("a row that moves alone leaves its parts as they are", () =>
    given(...whole)
      .when({ ...move("2022-06-30"), alone: true } as Command)
      .thenRecords(moved(webb, "2021-12-31", "2022-06-30")))
  it("a part that moves by itself moves nothing else", () =>
    given(...whole, started(ogon))
      .when({ _tag: "MoveDeadline", activity: hjarta, to: date("2022-06-30"), reason: null })
      .thenRecords(partMoved(hjarta, "2021-06-30", "2022-06-30")))
})
