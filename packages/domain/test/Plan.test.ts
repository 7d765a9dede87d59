/**
 * The state that facts give: what each fact changes, what it leaves unchanged, and which facts change nothing.
 */
import { describe, expect, it } from "@effect/vitest"
import type { Event } from "../src/Event.ts"
import type { ActivityId } from "../src/Names.ts"
import { draftOf, emptyPlan, evolve, planAt } from "../src/plan/Plan.ts"
import type { Activity } from "../src/plan/Activity.ts"
import { delayed } from "../src/Status.ts"
import { date, day, type Given, logOf, on, position } from "./given.ts"
import { changed, done, moved, noted, opened, registered, registration, sdv, webb } from "./sample.ts"

const planOf = (...events: ReadonlyArray<Given>) => planAt(logOf(events))
const of = (activity: ActivityId | null, event: Event): Given => ({ activity, event })

describe("an activity", () => {
  it("a registered activity has its first deadline as baseline and forecast, and no stated status", () => {
    const { _tag: _, deadline, ...row } = registration
    expect(planOf(opened, on("2021-03-01", registered(webb))).activities.get(webb)).toEqual({
      id: webb,
      ...row,
      documentId: null,
      registration,
      original: deadline,
      baseline: deadline,
      deadline,
      status: { _tag: "NotStated" },
      link: null,
      dependencies: [],
      extensions: [],
      registeredOn: day("2021-03-01"),
      order: 1,
      fromDocument: false,
      notes: [],
      cell: null,
      followUp: null,
      targets: [],
      measurements: [],
      lastMeasured: null,
      findings: [],
      waivers: []
    })
  })

  const finding = {
    _tag: "FindingRaised",
    code: "DateImpossible",
    severity: "warning",
    column: null,
    words: ""
  } as const
  const found = { finding, position: position(4), raisedOn: day("2024-01-01"), fromDocument: false, waived: null }
  const waiver = { _tag: "FindingWaived", code: finding.code, column: null, words: "", reason: "Så stod det" } as const
  const target = { _tag: "TargetSet", measure: "VC", value: 100, unit: null, words: "100" } as const
  const measured = {
    _tag: "MeasurementRecorded",
    measure: "VC",
    value: 98,
    unit: null,
    qualifier: "about",
    period: null,
    words: "ca 98"
  } as const

  it.each<readonly [Event, Partial<Activity>]>([
    [
      { _tag: "ActivityReworded", area: null, goal: "Alla", actions: "A" },
      { area: null, goal: "Alla", actions: "A" }
    ],
    [{ _tag: "ResponsibleChanged", from: "Chefsläkaren", to: null }, { responsible: null }],
    [moved(webb, "2021-12-31", "2023").event, { deadline: date("2023") }],
    [{ _tag: "BaselineApproved", from: null, to: date("2024"), decision: " 12" }, { baseline: date("2024") }],
    [changed(webb, delayed, done).event, { status: done }],
    [noted(webb, "Pågår").event, { notes: ["Pågår"], followUp: "Pågår" }],
    [target, { targets: [target] }],
    [measured, { measurements: [measured], lastMeasured: { on: day("2024-01-01"), measurements: [measured] } }],
    [finding, { findings: [found] }],
    [waiver, { waivers: [waiver] }],
    [{ _tag: "PlanOpened", title: "Vision" }, {}],
    [{ _tag: "ReviewHeld", heldOn: day("2024-10-03"), title: null }, {}]
  ])("an activity is changed by %o in these fields only", (event, expected) => {
    const before = planOf(opened, registered(webb), registered(sdv))
    const after = planOf(opened, registered(webb), registered(sdv), of(webb, event))
    expect(after.activities.get(webb)).toEqual({ ...before.activities.get(webb), ...expected })
    expect(after.activities.get(sdv)).toEqual(before.activities.get(sdv))
    expect({ ...after, activities: null, index: null }).toEqual({ ...before, activities: null, index: null })
  })

  it("a waiver applies to its finding, also when that is raised again, and to no other", () => {
    const other = { ...finding, words: "2021-02-30" }
    const plan = planOf(opened, registered(webb), ...[finding, other, waiver, finding].map((event) => of(webb, event)))
    expect(plan.activities.get(webb)?.findings.map(({ waived }) => waived)).toEqual([
      "Så stod det",
      null,
      "Så stod det"
    ])
  })

  it("the review of an edition ends the findings of earlier editions, but not those raised by hand", () => {
    const source = { document: "a.csv", sha256: "0".repeat(64), table: null, row: null, column: null }
    const review: Event = { _tag: "ReviewHeld", heldOn: day("2024-06-17"), title: null }
    const log = logOf([
      opened,
      registered(webb),
      of(webb, finding),
      of(webb, { ...finding, words: "för hand" }),
      of(null, { ...finding, words: "om planen" }),
      on("2024-06-17", of(null, review)),
      on("2024-06-17", of(webb, { ...finding, words: "ny" }))
    ]).map((record) => ({ ...record, source: record.position === 4 ? null : source }))
    const plan = planAt(log)
    expect(plan.activities.get(webb)?.findings.map(({ finding: { words } }) => words)).toEqual(["för hand", "ny"])
    expect(plan.findings).toEqual([])
    const early = planAt(log, { asOf: day("2024-01-31") })
    expect(early.activities.get(webb)?.findings).toHaveLength(2)
    expect(early.findings).toHaveLength(1)
  })

  it("findings that an edition repeats stay open after its review, and open again after one that had not shown them", () => {
    const source = { document: "a.csv", sha256: "0".repeat(64), table: null, row: null, column: null }
    const review = (heldOn: string): Given =>
      on(heldOn, of(null, { _tag: "ReviewHeld", heldOn: day(heldOn), title: null }))
    const repeated = on("2024-06-17", of(null, { _tag: "FindingsRepeated", positions: [position(3), position(4)] }))
    const events = [
      opened,
      registered(webb),
      of(webb, finding),
      of(null, { ...finding, words: "om planen" }),
      of(webb, { ...finding, words: "försvann" }),
      review("2024-06-17"),
      repeated
    ]
    const openIn = (given: ReadonlyArray<Given>, asOf?: string) => {
      const log = logOf(given).map((record) => ({ ...record, source }))
      const plan = planAt(log, { asOf: asOf === undefined ? undefined : day(asOf) })
      return [...(plan.activities.get(webb)?.findings ?? []), ...plan.findings]
    }
    const shown = [
      { position: 3, raisedOn: "2024-01-01", repeatedOn: "2024-06-17" },
      { position: 4, raisedOn: "2024-01-01", repeatedOn: "2024-06-17" }
    ]
    expect(openIn(events)).toMatchObject(shown)
    // An edition of March, imported later, that shows neither.
    const late = [...events, review("2024-03-01"), on("2024-03-02", of(webb, waiver))]
    expect(openIn(late, "2024-03-01")).toEqual([])
    expect(openIn(late)).toMatchObject([{ ...shown[0], waived: waiver.reason }, shown[1] ?? {}])
    expect(openIn([...late, review("2024-12-16")])).toEqual([])
  })

  it("an activity keeps all notes and measurements in order, and the last target of each measure", () => {
    const raised = { ...target, value: 120 }
    const other = { ...target, measure: "Sjukhus" }
    const plan = planOf(
      opened,
      registered(webb),
      ...[target, other, raised, measured, { ...measured, value: 99 }].map((event) => of(webb, event)),
      noted(webb, "Ett"),
      noted(webb, "Två")
    )
    expect(plan.activities.get(webb)).toMatchObject({
      notes: ["Ett", "Två"],
      targets: [other, raised],
      measurements: [measured, { ...measured, value: 99 }]
    })
  })

  it("a measurement equal to an earlier one but not to the last is kept, unless a document repeats it", () => {
    const values = [measured, { ...measured, value: 99 }, measured, measured].map((event) => of(webb, event))
    const log = logOf([opened, registered(webb), ...values])
    const source = { document: "a.csv", sha256: "0".repeat(64), table: null, row: null, column: null }
    const valuesIn = (records: typeof log) =>
      planAt(records)
        .activities.get(webb)
        ?.measurements.map(({ value }) => value)
    expect(valuesIn(log)).toEqual([measured.value, 99, measured.value])
    expect(valuesIn(log.map((record) => ({ ...record, source })))).toEqual([measured.value, 99])
  })

  it("an activity registered again keeps its first deadline, its kind and its order", () => {
    const again = registered(webb, { kind: "milestone", area: "Ny", goal: "Ny", deadline: date("2030") })
    const plan = planOf(opened, registered(webb), registered(sdv), moved(webb, "2021-12-31", "2023"), again)
    expect([...plan.activities.keys()]).toEqual([webb, sdv])
    expect(plan.activities.get(webb)).toMatchObject({
      kind: "activity",
      area: "Ny",
      goal: "Ny",
      original: date("2021-12-31"),
      deadline: date("2023"),
      order: 1
    })
  })

  it("a fact about an activity that is not registered changes nothing", () => {
    expect(planOf(opened, noted(webb, "Pågår"), moved(webb, "2021", "2022")).activities.size).toBe(0)
  })

  it("an activity registered by a document is marked as such", () => {
    const source = { document: "a.docx", sha256: "0".repeat(64), table: null, row: null, column: null }
    const log = logOf([opened, registered(webb)]).map((record) => ({ ...record, source }))
    expect(planAt(log).activities.get(webb)?.fromDocument).toBe(true)
  })
})

describe("a plan", () => {
  it("a plan has its title, its reviews and the findings about its documents", () => {
    const finding = {
      _tag: "FindingRaised",
      code: "UnknownTable",
      severity: "error",
      column: null,
      words: "x"
    } as const
    const review = { _tag: "ReviewHeld", heldOn: day("2024-10-03"), title: null } as const
    expect(planOf(opened, of(null, review), of(null, finding))).toMatchObject({
      title: "Digital strategi",
      reviews: ["2024-10-03"],
      findings: [{ finding, position: 3, fromDocument: false, waived: null }]
    })
  })

  it("a plan does not change when a draft of it does", () => {
    const plan = planOf(opened, registered(webb))
    const draft = draftOf(plan)
    const record = { effectiveOn: day("2024-01-01"), position: position(3), source: null }
    evolve(draft, registration, { ...record, activity: sdv })
    evolve(draft, { _tag: "ReviewHeld", heldOn: day("2024-10-03"), title: null }, { ...record, activity: null })
    expect(draft.activities.size).toBe(2)
    expect(plan).toEqual(planOf(opened, registered(webb)))
    expect(emptyPlan).toEqual({
      title: null,
      parts: new Map(),
      reviews: [],
      activities: new Map(),
      columns: new Map(),
      findings: [],
      waivers: [],
      superseded: new Map()
    })
  })
})
