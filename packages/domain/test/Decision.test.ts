/**
 * The events that each command gives, when it changes nothing, and when it is refused.
 */
import { describe, it } from "@effect/vitest"
import type { Command } from "../src/Command.ts"
import { ActivityId } from "../src/Names.ts"
import { delayed, inProgress, notStated, type Status } from "../src/Status.ts"
import { date, day, given, on } from "./given.ts"
import * as sample from "./sample.ts"

const { changed, corrected, done, dropped, moved, noted, opened, registered, registration, sdv, started, webb } = sample

const { _tag: _, ...row } = registration
const register = (changes: Partial<Extract<Command, { _tag: "RegisterActivity" }>> = {}): Command => ({
  _tag: "RegisterActivity",
  activity: webb,
  ...row,
  ...changes
})
const move = (words: string): Command => ({ _tag: "MoveDeadline", activity: webb, to: date(words), reason: null })
const change = (to: Status): Command => ({ _tag: "ChangeStatus", activity: webb, to })

const openAs = (title: string): Command => ({ _tag: "OpenPlan", title })

const hand = (to: string | null): Command => ({ _tag: "ChangeResponsible", activity: webb, to })

const approve = (words: string): Command => ({
  _tag: "ApproveBaseline",
  activity: webb,
  to: date(words),
  decision: " 12"
})

const approved = (from: string, to: string) =>
  ({
    activity: webb,
    event: { _tag: "BaselineApproved", from: date(from), to: date(to), decision: " 12" }
  }) as const

const note = (text: string): Command => ({ _tag: "NoteFollowUp", activity: webb, text })

const document = { document: "2019.csv", sha256: "0".repeat(64), table: null, row: 1, column: null }

describe("OpenPlan", () => {
  it("OpenPlan opens it", () => given().when(openAs("Digital strategi")).thenRecords(opened))
  it("OpenPlan again under its title changes nothing", () =>
    given(opened).when(openAs("Digital strategi")).thenRecords())
  it("OpenPlan again under another is refused", () =>
    given(opened).when(openAs("Vision")).thenRefused({ _tag: "PlanAlreadyOpened", title: "Digital strategi" }))
  it("OpenPlan on an earlier day than it was opened on is refused by hand, and left to an older document", () => {
    const later = given(on("2020-01-02", opened))
    const refused = { _tag: "PlanAlreadyOpened", title: "Digital strategi" } as const
    later.when(openAs("Digital strategi"), "2020-01-01").thenRefused(refused)
    later.when(openAs("Vision"), "2020-01-01").thenRefused(refused)
    later.when(openAs("Digital strategi"), "2020-01-01", document).thenRecords(opened)
  })
})

describe("HoldReview", () => {
  const hold: Command = { _tag: "HoldReview", heldOn: day("2024-10-03"), title: "Kvartal 3" }
  const held = { activity: null, event: { _tag: "ReviewHeld", heldOn: day("2024-10-03"), title: "Kvartal 3" } } as const

  it("HoldReview holds it", () => given(opened).when(hold).thenRecords(held))
  it("HoldReview of a day that has one changes nothing", () => given(opened, held).when(hold).thenRecords())
  it("HoldReview of another day holds another", () =>
    given(opened, held)
      .when({ ...hold, heldOn: day("2025-01-15") })
      .thenRecords({ activity: null, event: { ...held.event, heldOn: day("2025-01-15") } }))
  it("HoldReview of a plan that is not opened is refused", () =>
    given().when(hold).thenRefused({ _tag: "PlanNotOpened" }))
})

describe("RegisterActivity", () => {
  it("RegisterActivity registers it", () => given(opened).when(register()).thenRecords(registered(webb)))
  it("RegisterActivity as a part of another registers it", () =>
    given(opened, registered(sdv))
      .when(register({ parent: sdv }))
      .thenRecords(registered(webb, { parent: sdv })))
  it("RegisterActivity a second time in the same words changes nothing", () =>
    given(opened, registered(webb)).when(register()).thenRecords())
  it("RegisterActivity on an earlier day than it was registered on is refused by hand, and left to an older document", () => {
    const later = given(opened, on("2024-02-02", registered(webb)))
    const earlier = register({ deadline: date("2025-06-30") })
    later.when(earlier, "2024-02-01").thenRefused({ _tag: "AlreadyRegistered", activity: webb })
    later.when(earlier, "2024-02-01", document).thenRecords(registered(webb, { deadline: date("2025-06-30") }))
  })
  it("RegisterActivity on an earlier day than a withdrawn registration registers it", () =>
    given(opened, on("2024-02-02", registered(webb)), on("2024-02-02", corrected(webb, 2, null)))
      .when(register(), "2024-02-01")
      .thenRecords(registered(webb)))
  it("RegisterActivity a second time, after its deadline moved, still changes nothing", () =>
    given(opened, registered(webb), moved(webb, "2021-12-31", "2023-12-31"))
      .when(register())
      .thenRecords())
  it.each([
    { kind: "milestone" },
    { parent: sdv },
    { area: "Hemvist" },
    { goal: null },
    { actions: "Utred" },
    { responsible: null },
    { deadline: date("2022") }
  ] as const)("RegisterActivity under a taken id is refused: %o", (changes) =>
    given(opened, registered(webb), registered(sdv))
      .when(register(changes))
      .thenRefused({ _tag: "AlreadyRegistered", activity: webb })
  )
  it("RegisterActivity again, with the texts of then, records nothing where they were changed since", () =>
    given(
      opened,
      registered(webb),
      { activity: webb, event: { _tag: "ActivityReworded", area: "Annat", goal: null, actions: "Annat" } },
      { activity: webb, event: { _tag: "ResponsibleChanged", from: row.responsible, to: "Annan" } }
    )
      .when(register({}))
      .thenRecords())
  it("RegisterActivity as a part of an unregistered activity is refused", () =>
    given(opened)
      .when(register({ parent: sdv }))
      .thenRefused({ _tag: "NoSuchActivity", activity: sdv }))
  it("RegisterActivity in a plan that is not opened is refused", () =>
    given().when(register()).thenRefused({ _tag: "PlanNotOpened" }))
})

describe("RewordActivity", () => {
  const reword = { _tag: "RewordActivity", activity: webb, area: "Öppna upp", goal: "Alla", actions: null } as const
  const reworded = {
    activity: webb,
    event: { _tag: "ActivityReworded", area: "Öppna upp", goal: "Alla", actions: null }
  } as const

  it("RewordActivity rewords it", () => given(opened, registered(webb)).when(reword).thenRecords(reworded))
  it("RewordActivity to its own words changes nothing", () =>
    given(opened, registered(webb), reworded).when(reword).thenRecords())
  it.each([{ area: null }, { goal: null }, { actions: "Utred" }])(
    "RewordActivity in one column rewords it: %o",
    (column) =>
      given(opened, registered(webb), reworded)
        .when({ ...reword, ...column })
        .thenRecords({ activity: webb, event: { ...reworded.event, ...column } })
  )
})

describe("ChangeResponsible", () => {
  it.each(["IT-direktören", null])("ChangeResponsible records the new role: %s", (to) =>
    given(opened, registered(webb))
      .when(hand(to))
      .thenRecords({ activity: webb, event: { _tag: "ResponsibleChanged", from: "Chefsläkaren", to } })
  )
  it("ChangeResponsible to the same role changes nothing", () =>
    given(opened, registered(webb)).when(hand("Chefsläkaren")).thenRecords())
})

describe("MoveDeadline", () => {
  it("MoveDeadline records the deadline that it moves from", () =>
    given(opened, registered(webb), moved(webb, "2021-12-31", "2022-12-31"))
      .when(move("2023-12-31"))
      .thenRecords(moved(webb, "2022-12-31", "2023-12-31")))
  it("MoveDeadline to the same date in other words changes nothing", () =>
    given(opened, registered(webb)).when(move("31 december 2021")).thenRecords())
  it("MoveDeadline of a closed activity is refused", () =>
    given(opened, registered(webb), changed(webb, notStated, dropped))
      .when(move("2025"))
      .thenRefused({ _tag: "ActivityClosed", activity: webb, status: dropped }))
  it("MoveDeadline of an activity that is not registered is refused", () =>
    given(opened).when(move("2025")).thenRefused({ _tag: "NoSuchActivity", activity: webb }))
  it("MoveDeadline on a day before it was registered is refused", () =>
    given(on("2020-01-01", opened), on("2021-05-01", registered(webb)))
      .when(move("2025"), "2021-04-30")
      .thenRefused({ _tag: "NotYetRegistered", activity: webb, registeredOn: day("2021-05-01") }))
  it("MoveDeadline on a day in the past records the deadline of that day as the one moved from", () =>
    given(
      on("2020-01-01", opened),
      on("2020-01-01", registered(webb)),
      on("2022-01-01", moved(webb, "2021-12-31", "2023"))
    )
      .when(move("2022"), "2021-06-01")
      .thenRecords(moved(webb, "2021-12-31", "2022")))
})

describe("ApproveBaseline", () => {
  it("ApproveBaseline replaces the first, whatever the forecast", () =>
    given(opened, registered(webb), moved(webb, "2021-12-31", "2023"))
      .when(approve("2023"))
      .thenRecords(approved("2021-12-31", "2023")))
  it("ApproveBaseline replaces the one last approved", () =>
    given(opened, registered(webb), approved("2021-12-31", "2023"))
      .when(approve("2025"))
      .thenRecords(approved("2023", "2025")))
  it("ApproveBaseline of the baseline in effect changes nothing", () =>
    given(opened, registered(webb)).when(approve("2021-12-31")).thenRecords())
  it("ApproveBaseline of a closed activity is refused", () =>
    given(opened, registered(webb), changed(webb, notStated, done))
      .when(approve("2025"))
      .thenRefused({ _tag: "ActivityClosed", activity: webb, status: done }))
})

describe("ChangeStatus", () => {
  const open: ReadonlyArray<Status> = [notStated, inProgress, delayed]
  const closed: ReadonlyArray<Status> = [done, dropped]
  const any = [...open, ...closed]

  it.each(open.flatMap((from) => any.filter((to) => to !== from).map((to) => [from, to] as const)))(
    "from %o to %o changes it",
    (from, to) =>
      given(opened, registered(webb), changed(webb, notStated, from))
        .when(change(to))
        .thenRecords(changed(webb, from, to))
  )
  it.each(any)("ChangeStatus to the same status changes nothing: %o", (status) =>
    given(opened, registered(webb), changed(webb, notStated, status))
      .when(change(status))
      .thenRecords()
  )
  it.each([
    ...closed.flatMap((from) => open.map((to) => [from, to] as const)),
    [done, dropped] as const,
    [done, { _tag: "Completed", on: null }] as const,
    [dropped, { _tag: "Discontinued", reason: "Nej" }] as const
  ])("ChangeStatus from %o to %o is refused: it is closed", (from, to) =>
    given(opened, registered(webb), changed(webb, notStated, from))
      .when(change(to))
      .thenRefused({ _tag: "ActivityClosed", activity: webb, status: from })
  )
})

describe("ReopenActivity", () => {
  const reopen: Command = { _tag: "ReopenActivity", activity: webb }

  it.each([done, dropped])("ReopenActivity puts it in progress: %o", (status) =>
    given(opened, registered(webb), changed(webb, notStated, status))
      .when(reopen)
      .thenRecords(changed(webb, status, inProgress))
  )
  it.each([notStated, delayed])("ReopenActivity with a status gives it that status: %o", (to) =>
    given(opened, registered(webb), changed(webb, notStated, done))
      .when({ _tag: "ReopenActivity", activity: webb, to })
      .thenRecords(changed(webb, done, to))
  )
  it("ReopenActivity of an open activity changes nothing", () =>
    given(opened, registered(webb), started(webb)).when(reopen).thenRecords())
  it("ReopenActivity of an activity that is not registered is refused", () =>
    given(opened)
      .when({ ...reopen, activity: ActivityId.make("nytt") })
      .thenRefused({ _tag: "NoSuchActivity", activity: ActivityId.make("nytt") }))
})

describe("NoteFollowUp", () => {
  it("NoteFollowUp notes it, even when the activity is closed", () =>
    given(opened, registered(webb), changed(webb, notStated, done))
      .when(note("Klart!"))
      .thenRecords(noted(webb, "Klart!")))
  it("NoteFollowUp of the last note changes nothing", () =>
    given(opened, registered(webb), noted(webb, "Pågår")).when(note("Pågår")).thenRecords())
  it("NoteFollowUp of a note before the last one notes it again", () =>
    given(opened, registered(webb), noted(webb, "Pågår"), noted(webb, "Paus"))
      .when(note("Pågår"))
      .thenRecords(noted(webb, "Pågår")))
})
