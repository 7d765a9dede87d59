/**
 * Decisions about figures, findings, corrections and removals.
 */
import { describe, it } from "@effect/vitest"
import type { Command } from "../src/Command.ts"
import type { Fact } from "../src/Event.ts"
import { date, given, on, position } from "./given.ts"
import { PlannedDate } from "../src/PlannedDate.ts"
import { corrected, moved, noted, opened, redacted, registered, sdv, started, webb } from "./sample.ts"

const correct = (at: number, fact: Fact | null): Command => ({
  _tag: "Correct",
  position: position(at),
  replacement: fact,
  reason: "Fel rad"
})

const remove = (at: number, decision = "Dnr 2024/17", whole = false): Command => ({
  _tag: "Redact",
  position: position(at),
  decision,
  whole
})

describe("SetTarget", () => {
  const target = { measure: "Anslutna VC", value: 100, unit: "st", words: "100 VC" }
  const set: Command = { _tag: "SetTarget", activity: webb, ...target }
  const wasSet = { activity: webb, event: { _tag: "TargetSet", ...target } } as const
  const raised = { activity: webb, event: { _tag: "TargetSet", ...target, value: 120 } } as const

  it("SetTarget sets it", () => given(opened, registered(webb)).when(set).thenRecords(wasSet))
  it("SetTarget of a target in effect changes nothing", () =>
    given(opened, registered(webb), wasSet).when(set).thenRecords())
  it("SetTarget of a replaced target sets it again", () =>
    given(opened, registered(webb), wasSet, raised).when(set).thenRecords(wasSet))
  it("SetTarget of an activity that is not registered is refused", () =>
    given(opened).when(set).thenRefused({ _tag: "NoSuchActivity", activity: webb }))
})

describe("RecordMeasurement", () => {
  const measured = {
    measure: "Anslutna VC",
    value: 98.5,
    unit: null,
    qualifier: "about",
    period: date("september 2024"),
    words: "ca 98,5"
  } as const
  const measure: Command = { _tag: "RecordMeasurement", activity: webb, ...measured }
  const was = { activity: webb, event: { _tag: "MeasurementRecorded", ...measured } } as const

  it("RecordMeasurement records it", () => given(opened, registered(webb)).when(measure).thenRecords(was))
  it("RecordMeasurement a second time changes nothing", () =>
    given(opened, registered(webb), was).when(measure).thenRecords())
  it("RecordMeasurement of another period records another", () =>
    given(opened, registered(webb), was)
      .when({ ...measure, period: null })
      .thenRecords({ activity: webb, event: { ...was.event, period: null } }))

  describe("a figure that is known, but is not the last", () => {
    const first = { ...was, event: { ...was.event, value: 42, period: null } }
    const then = { ...first, event: { ...first.event, value: 50 } }
    const again: Command = { ...measure, value: 42, period: null }
    const since = given(opened, registered(webb), on("2024-01-31", first), on("2024-02-29", then))
    const march = { document: "mars.csv", sha256: "0".repeat(64), table: null, row: 1, column: null }

    it("RecordMeasurement of a figure known before the last one records it by hand", () =>
      since.when(again, "2024-03-31").thenRecords(first))
    it("RecordMeasurement of a figure known before the last one changes nothing where a document repeats the words", () =>
      since.when(again, "2024-03-31", march).thenRecords())
    it("RecordMeasurement of a figure known before the last one changes nothing on the same day", () =>
      given(opened, registered(webb), on("2024-01-31", first), on("2024-01-31", then))
        .when(again, "2024-01-31")
        .thenRecords())
  })
})

describe("RaiseFinding", () => {
  const finding = { code: "DateImpossible", severity: "warning", column: "Tid", words: "2021-02-29" } as const
  const raise = (activity: typeof webb | null): Command => ({ _tag: "RaiseFinding", activity, ...finding })
  const was = (activity: typeof webb | null) => ({ activity, event: { _tag: "FindingRaised", ...finding } }) as const

  it.each([webb, null])("RaiseFinding raises it: %s", (activity) =>
    given(opened, registered(webb)).when(raise(activity)).thenRecords(was(activity))
  )
  it.each([webb, null])("RaiseFinding a second time changes nothing: %s", (activity) =>
    given(opened, registered(webb), was(activity)).when(raise(activity)).thenRecords()
  )
  it.each(["code", "column", "words"] as const)("RaiseFinding tells findings apart by their %s among many", (field) => {
    const many = Array.from({ length: 30 }, (_, n) => ({
      activity: null,
      event: { _tag: "FindingRaised", ...finding, words: `2021-02-${n + 30}` } as const
    }))
    const other = { ...raise(null), [field]: "DateIsProse" } as Command
    const { _tag, activity, ...said } = other as ReturnType<typeof raise> & typeof finding & { readonly activity: null }
    const log = given(opened, registered(webb), ...many, was(null), ...many)
    log.when(raise(null)).thenRecords()
    log.when(other).thenRecords({ activity, event: { ...said, _tag: "FindingRaised" } })
  })
  it("RaiseFinding about an activity is not the same as about the plan", () =>
    given(opened, registered(webb), was(null)).when(raise(webb)).thenRecords(was(webb)))
  it("RaiseFinding about an activity that is not registered is refused", () =>
    given(opened).when(raise(webb)).thenRefused({ _tag: "NoSuchActivity", activity: webb }))
})

const repeat = (...at: ReadonlyArray<number>): Command => ({ _tag: "RepeatFindings", positions: at.map(position) })

describe("RepeatFindings", () => {
  const finding = { code: "DateImpossible", severity: "warning", column: "Tid", words: "2021-02-29" } as const
  const was = { activity: webb, event: { _tag: "FindingRaised", ...finding } } as const
  const repeated = on("2024-06-17", { activity: null, event: { _tag: "FindingsRepeated", positions: [position(3)] } })
  const { activity, event } = repeated

  it("RepeatFindings keeps a finding of an earlier day, once", () => {
    given(opened, registered(webb), was).when(repeat(3, 3), "2024-06-17").thenRecords({ activity, event })
    given(opened, registered(webb), was, repeated).when(repeat(3), "2024-06-17").thenRecords()
  })
  it("RepeatFindings of a finding of its own day, or of one that is not known on it, changes nothing", () => {
    given(opened, registered(webb), was).when(repeat(3), "2024-01-01").thenRecords()
    given(opened, registered(webb), on("2024-07-01", was)).when(repeat(3), "2024-06-17").thenRecords()
  })
  it("RepeatFindings at a position without a finding, or without an event, is refused", () => {
    given(opened)
      .when(repeat(1))
      .thenRefused({ _tag: "NotAFinding", position: position(1), type: "PlanOpened" })
    given(opened)
      .when(repeat(9))
      .thenRefused({ _tag: "NoSuchPosition", position: position(9) })
  })
})

const waive = (at: number, reason = "Så stod det"): Command => ({
  _tag: "WaiveFinding",
  position: position(at),
  reason
})

describe("WaiveFinding", () => {
  const finding = { code: "DateImpossible", severity: "warning", column: "Tid", words: "2021-02-29" } as const
  const was = (activity: typeof webb | null) => ({ activity, event: { _tag: "FindingRaised", ...finding } }) as const
  const waived = (activity: typeof webb | null, reason = "Så stod det") =>
    ({
      activity,
      event: { _tag: "FindingWaived", code: finding.code, column: "Tid", words: finding.words, reason }
    }) as const

  it.each([webb, null])("WaiveFinding accepts the finding, for a reason: %s", (activity) =>
    given(opened, registered(webb), was(activity)).when(waive(3)).thenRecords(waived(activity))
  )
  it("WaiveFinding a second time changes nothing, but for another reason it does", () => {
    given(opened, registered(webb), was(webb), waived(webb)).when(waive(3)).thenRecords()
    given(opened, registered(webb), was(webb), waived(webb)).when(waive(3, "Annat")).thenRecords(waived(webb, "Annat"))
  })
  it("WaiveFinding at a position without a finding, or without an event, is refused", () => {
    given(opened)
      .when(waive(1))
      .thenRefused({ _tag: "NotAFinding", position: position(1), type: "PlanOpened" })
    given(opened)
      .when(waive(9))
      .thenRefused({ _tag: "NoSuchPosition", position: position(9) })
  })
})

describe("Correct", () => {
  const replacement: Fact = { _tag: "FollowUpNoted", text: "Rätt" }
  const wrong = [opened, registered(webb), noted(webb, "Fel")] as const

  it.each([replacement, null])("Correct replaces the fact, or withdraws it: %o", (fact) =>
    given(...wrong)
      .when(correct(3, fact))
      .thenRecords(corrected(webb, 3, fact))
  )
  it("Correct of an event of the plan itself has no activity", () =>
    given(opened)
      .when(correct(1, { _tag: "PlanOpened", title: "Vision" }))
      .thenRecords(corrected(null, 1, { _tag: "PlanOpened", title: "Vision" })))
  it("Correct in the same way changes nothing", () =>
    given(...wrong, corrected(webb, 3, replacement))
      .when(correct(3, replacement))
      .thenRecords())
  it("Correct once more in another way corrects it again", () =>
    given(...wrong, corrected(webb, 3, replacement))
      .when(correct(3, null))
      .thenRecords(corrected(webb, 3, null)))
  it("Correct back to what it was before the last correction corrects it again", () =>
    given(...wrong, corrected(webb, 3, replacement), corrected(webb, 3, null))
      .when(correct(3, replacement))
      .thenRecords(corrected(webb, 3, replacement)))
  it("Correct at a position without an event is refused", () =>
    given(...wrong)
      .when(correct(4, null))
      .thenRefused({ _tag: "NoSuchPosition", position: position(4) }))
  it.each([
    ["Corrected", corrected(webb, 3, null)],
    ["Redacted", redacted(webb, 3)]
  ] as const)("Correct of an event that is not a fact is refused: %s", (type, event) =>
    given(...wrong, event)
      .when(correct(4, null))
      .thenRefused({ _tag: "NotAFact", position: position(4), type })
  )
  it("Correct by a fact of another type is refused", () =>
    given(...wrong)
      .when(correct(2, replacement))
      .thenRefused({
        _tag: "OtherType",
        position: position(2),
        type: "ActivityRegistered",
        replacement: "FollowUpNoted"
      }))
})

describe("Redact", () => {
  const secret = [opened, registered(sdv), noted(sdv, "Ett namn")] as const

  it("Redact removes it", () =>
    given(...secret)
      .when(remove(3))
      .thenRecords(redacted(sdv, 3, { remains: { _tag: "FollowUpNoted", text: "[Dnr 2024/17 #3]" } })))
  it("Redact removes a correction too, and keeps what it corrects", () =>
    given(...secret, corrected(sdv, 3, null))
      .when(remove(4))
      .thenRecords(redacted(sdv, 4, { remains: null, corrects: position(3) })))
  it("Redact without whole keeps a date, and whole removes it", () => {
    const to = moved(sdv, "2024", "2025", "Ett namn")
    given(...secret, to)
      .when(remove(4))
      .thenRecords(redacted(sdv, 4, { remains: moved(sdv, "2024", "2025", "[Dnr 2024/17 #4]").event }))
    const gone = PlannedDate.unread("[Dnr 2024/17 #4]")
    given(...secret, to)
      .when(remove(4, undefined, true))
      .thenRecords(redacted(sdv, 4, { remains: { _tag: "DeadlineMoved", from: gone, to: gone, reason: gone.words } }))
  })
  it.each([registered(sdv), moved(sdv, "2024", "2025"), started(sdv)])(
    "Redact without whole of an event that holds no text of its own is refused: %j",
    (event) =>
      given(opened, event)
        .when(remove(2))
        .thenRefused({ _tag: "NeedsWhole", position: position(2), type: event.event._tag })
  )
  it("Redact on the same decision changes nothing", () =>
    given(...secret, redacted(sdv, 3))
      .when(remove(3))
      .thenRecords())
  it("Redact of the whole is refused after a removal of texts that left a date, and changes nothing after one that left none", () => {
    const to = moved(sdv, "2024", "2025", "Ett namn")
    const left = redacted(sdv, 4, { remains: moved(sdv, "2024", "2025", "[Dnr 2024/17 #4]").event })
    given(...secret, to, left)
      .when(remove(4, undefined, true))
      .thenRefused({ _tag: "RemainsStands", position: position(4) })
    given(...secret, to, left)
      .when(remove(4))
      .thenRecords()
    given(...secret, redacted(sdv, 3, { remains: { _tag: "FollowUpNoted", text: "[Dnr 2024/17 #3]" } }))
      .when(remove(3, undefined, true))
      .thenRecords()
  })
  it("Redact once more on another decision is refused", () =>
    given(...secret, redacted(sdv, 3))
      .when(remove(3, "Dnr 2025/1"))
      .thenRefused({ _tag: "AlreadyRedacted", position: position(3) }))
  it("Redact of a decision to remove is refused: it says why something is missing", () =>
    given(...secret, redacted(sdv, 3))
      .when(remove(4))
      .thenRefused({ _tag: "DecisionStands", position: position(4) }))
  it("Redact at a position without an event is refused", () =>
    given(...secret)
      .when(remove(9))
      .thenRefused({ _tag: "NoSuchPosition", position: position(9) }))
})
