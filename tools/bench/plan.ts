/**
 * Generates plans: events and documents of any size, the same at each run.
 */
import { Day } from "@frist/domain/Day"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { ActivityId, Actor, BatchId, PlanId, Position } from "@frist/domain/Names"
import { type NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"

export const day = Day.fromInstant(Date.UTC(2024, 0, 15))

const date = (n: number): PlannedDate => {
  const words = Day.fromInstant(Date.UTC(2024, 0, 1 + (n % 700)))
  return { words, edtf: words, earliest: words, latest: words }
}

const from = (row: number) => ({
  document: "plan.csv",
  sha256: "0".repeat(64),
  table: "Aktiviteter",
  row,
  column: null
})

/** Returns the n-th event: registrations first, then the deadline moves of each activity in turn. */
export const eventAt = (n: number, activities: number): NewEvent => {
  const activity = ActivityId.make(`aktivitet-${n % activities}`)
  const shared = { activity, effectiveOn: day, provenance: "stated", source: from(n + 1) } as const
  return n < activities
    ? {
        ...shared,
        event: {
          _tag: "ActivityRegistered",
          kind: "activity",
          parent: null,
          area: `Område ${n % 17}`,
          goal: `Mål ${n}: 80 % av besökarna checkar in själva`,
          actions: "Tala om för patienten att automaten finns.",
          responsible: "Enhetschef",
          deadline: date(n)
        }
      }
    : {
        ...shared,
        event: { _tag: "DeadlineMoved", from: date(n - activities), to: date(n), reason: "Väntar på regionen" }
      }
}

/** Returns a follow-up document with this many ongoing rows, as bytes of CSV. */
export const document = (rows: number): Uint8Array => {
  const lines = Array.from(
    { length: rows },
    (_, n) =>
      `Aktiviteter;Område ${n % 17};Mål ${n}: alla bokar tid på webben;Breddinföra;${date(n).words};Chefsläkaren;Pågår;Arbetet fortsätter ${n};${date(n + 90).words}`
  )
  return new TextEncoder().encode(
    `Tabell;Område;Mål;Åtgärd;Tid;Ansvarig;Status;Uppföljning;Ny tid\n${lines.join("\n")}\n`
  )
}

/** Returns a plan followed up quarter by quarter, whose activities each moved this many times; some are done. */
export const followedUp = (activities: number, moves: number): ReadonlyArray<RecordedEvent> => {
  const start = Day.toNumber(Day.of(2019, 1, 15))
  const log: Array<RecordedEvent> = []
  const add = (activityId: number | null, round: number, event: RecordedEvent["event"]): void => {
    if (event === null) return
    log.push(
      RecordedEvent.of({
        plan: PlanId.make("stor-plan"),
        position: Position.make(log.length + 1),
        activity: activityId === null ? null : ActivityId.make(`aktivitet-${activityId}`),
        type: event._tag,
        event,
        effectiveOn: Day.fromNumber(start + round * 91),
        recordedAt: Date.UTC(2024, 0, 1) + round * 60_000,
        actor: Actor.make("bench"),
        batch: BatchId.make(`omgang-${round}`),
        provenance: round % 2 === 0 ? "inferred" : "stated",
        source: { ...from(1), sha256: "0".repeat(64) }
      })
    )
  }
  const due = (n: number, round: number): PlannedDate => {
    const words = Day.fromNumber(start + 200 + ((n * 37) % 400) + round * (60 + (n % 40)))
    return { words, edtf: words, earliest: words, latest: words }
  }
  for (let round = 0; round <= moves; round += 1) {
    const heldOn = Day.fromNumber(start + round * 91)
    if (round === 0) add(null, 0, { _tag: "PlanOpened", title: "Stor plan" })
    add(null, round, { _tag: "ReviewHeld", heldOn, title: null })
    for (let n = 0; n < activities; n += 1) {
      if (round === 0) {
        add(n, 0, {
          _tag: "ActivityRegistered",
          kind: n % 25 === 0 ? "milestone" : "activity",
          parent: null,
          area: n % 25 === 0 ? null : `Område ${n % 17}`,
          goal: `Mål ${n}: 80 % av besökarna checkar in själva`,
          actions: "Tala om för patienten att automaten finns, och visa hur den används.",
          responsible: "Enhetschef i samråd med verksamhetschef",
          deadline: due(n, 0)
        })
        add(n, 0, {
          _tag: "FollowUpNoted",
          text: `Arbetet fortsätter på avdelning ${n}, med stöd av specialistfunktion.`
        })
      } else add(n, round, { _tag: "DeadlineMoved", from: due(n, round - 1), to: due(n, round), reason: null })
      if (round === moves && n % 5 === 1) {
        const on = due(n, round)
        add(n, round, { _tag: "StatusChanged", from: { _tag: "NotStated" }, to: { _tag: "Completed", on } })
      } else if (round === 1) {
        const to = n % 3 === 0 ? ({ _tag: "Delayed" } as const) : ({ _tag: "InProgress" } as const)
        add(n, round, { _tag: "StatusChanged", from: { _tag: "NotStated" }, to })
      }
    }
  }
  return log
}
